"""The benchmark of retrieval, on a made-up release whose groups keep their tools."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from bench import attribution
from bench.lib import attack_cases, attack_figures, attack_fit, attack_planted
from tests.fixtures.release import bundle, entry, publication, relation

from tocsin.attribute.profiles import Library
from tocsin.attribute.retrieval import chance, shares
from tocsin.formats.attack import objects, read
from tocsin.model.knowledge import Knowledge

GROUPS, TECHNIQUES, REPORTS = 24, 40, 4


def made_up() -> list[dict[str, Any]]:
    """Each group has some reports, and each report speaks of techniques of its own and of one tool."""
    rng = np.random.default_rng(5)
    techniques = [entry("attack-pattern", f"T{9000 + n}", f"Way {n}") for n in range(TECHNIQUES)]
    found = list(techniques)
    for number in range(GROUPS):
        tool = entry("malware", f"S{9000 + number}", f"Tool {number}")
        own = rng.choice(TECHNIQUES, 12, replace=False)
        texts = [publication(f"r{number}-{n}", f"Lab. ({2020 + n}, May {number % 27 + 1}). R.") for n in range(REPORTS)]
        group = entry("intrusion-set", f"G{9000 + number}", f"Group {number}", references=texts)
        found += [group, tool, relation("uses", group["id"], tool["id"], *(text["source_name"] for text in texts))]
        cited: dict[int, list[str]] = {}
        for text in texts:
            for place in rng.choice(own, 6, replace=False):
                cited.setdefault(int(place), []).append(text["source_name"])
        found += [relation("uses", group["id"], techniques[place]["id"], *names) for place, names in cited.items()]
    campaign = entry("campaign", "C9000", "Tide", references=[publication("tide", "Lab. (2023, July). T.")])
    found += [campaign, relation("attributed-to", campaign["id"], "intrusion-set--G9001", "tide")]
    return found + [relation("uses", campaign["id"], one["id"], "tide") for one in techniques[:4]]


KNOWN: Knowledge = read(objects(bundle(made_up()), "made-up.json"))
LIBRARY = Library(KNOWN)
CASES = attack_cases.reports(KNOWN, LIBRARY)


def test_a_case_is_a_report_of_one_group_with_what_was_known_before_it() -> None:
    assert len(CASES) == GROUPS * REPORTS
    first = next(case for case in CASES if case.name == "r3-0")
    second = next(case for case in CASES if case.name == "r3-1")
    assert (first.truth, first.before) == (frozenset({"G9003"}), date(2020, 5, 4))
    assert not first.is_left, "nothing was published of the group before its first report"
    assert second.is_left
    assert "S9003" in first.seen


def test_its_own_report_and_later_ones_teach_nothing() -> None:
    for case in CASES:
        row = case.rows[0]
        held = {case.profiles.features[place] for place in case.profiles.used[row].nonzero()[0]}
        number, which = map(int, case.name[1:].split("-"))
        earlier = {one.name for one in CASES if one.name.startswith(f"r{number}-") and int(one.name[-1]) < which}
        allowed = {use.what for use in KNOWN.uses if use.by in case.truth and set(use.sources) & earlier}
        assert held == allowed


def test_a_report_on_two_groups_or_on_little_is_no_case() -> None:
    more = [*made_up(), relation("uses", "intrusion-set--G9000", "attack-pattern--T9000", "r1-0")]
    known = read(objects(bundle(more), "x"))
    assert "r1-0" not in {case.name for case in attack_cases.reports(known, Library(known))}


def test_campaigns_are_cases_of_whom_they_are_attributed_to() -> None:
    (case,) = attack_cases.campaigns(KNOWN, LIBRARY)
    assert (case.name, case.truth, case.before) == ("C9000", frozenset({"G9001"}), date(2023, 7, 1))


def test_no_group_is_in_two_folds() -> None:
    table = attack_fit.table(CASES, 1)
    folds = {(int(truth), int(fold)) for truth, fold in zip(table.truth, table.folds, strict=True)}
    assert len(folds) == GROUPS
    assert len({fold for _, fold in folds}) > 1


def test_fitting_finds_the_weights_that_made_the_choice() -> None:
    rng = np.random.default_rng(3)
    terms = rng.normal(size=(4_000, 6, 2))
    share = shares(terms @ np.array([1.5, -0.5]))
    truth = np.array([rng.choice(6, p=row) for row in share])
    found = attack_fit.fit_terms(attack_fit.Table(terms, truth, np.zeros(4_000, np.int64)), penalty=0.0)
    assert found == pytest.approx([1.5, -0.5], abs=0.1)


def test_the_map_learns_how_right_shares_are() -> None:
    rng = np.random.default_rng(3)
    share = rng.uniform(0.05, 0.95, 8_000)
    right = (rng.random(8_000) < 1 / (1 + np.exp(-(0.3 + 0.6 * np.log(share / (1 - share)))))).astype(float)
    assert attack_fit.fit_map(share, right) == pytest.approx((0.3, 0.6), abs=0.08)


def test_the_baseline_prefers_the_group_that_has_it_all() -> None:
    case = next(one for one in CASES if one.name == "r3-3")
    scores, sizes = attack_fit.naive_bayes(case.profiles, case.columns)
    assert int(scores.argmax()) == case.rows[0]
    assert sizes[case.rows[0]] == np.log1p(case.profiles.used[case.rows[0]].sum())


def test_bands_with_few_cases_are_untested_and_others_are_judged() -> None:
    chances, right = np.full(40, 0.7), np.array([1.0] * 28 + [0.0] * 12)
    assert attack_figures.bands(chances, right)["likely"]["is"] == "within"
    assert attack_figures.bands(chances, 1 - right)["likely"]["is"] == "outside"
    assert attack_figures.bands(chances[:29], right[:29])["likely"]["is"] == "untested"
    assert attack_figures.ece(chances, right) == pytest.approx(0)
    assert attack_figures.ece(chances, np.zeros(40)) == pytest.approx(0.7)


@pytest.fixture(scope="module")
def judged() -> attack_figures.Judged:
    table = attack_fit.table(CASES, 1)
    return attack_figures.by_other_groups(CASES, table, table.terms, 1)


def test_weights_have_seen_no_case_of_the_group(judged: attack_figures.Judged) -> None:
    for fold in range(attack_fit.FOLDS):
        of_fold = [one for one, number in zip(judged.weights, judged.table.folds, strict=True) if number == fold]
        again = attack_fit.fit(judged.table.of(judged.table.folds != fold), 1)
        assert all(one == again for one in of_fold)


def test_the_distribution_is_one(judged: attack_figures.Judged) -> None:
    found = judged.distribution()
    assert found.sum(1) == pytest.approx(np.ones(len(CASES)))
    assert judged.chance[0] == chance(judged.share[0].max(), judged.weights[0])


def test_groups_that_keep_their_tools_are_found(judged: attack_figures.Judged) -> None:
    later = [i for i, case in enumerate(CASES) if not case.name.endswith("-0")]
    assert judged.right[later].mean() > 0.8
    assert judged.absent[later].mean() < judged.chance[later].mean()


def test_planting_never_raises_a_decoy(judged: attack_figures.Judged) -> None:
    for count in (1, 2, 3):
        assert attack_planted.planted(judged, count, 1)["raised"]["hits"] == 0


def test_what_is_left_without_the_strongest(judged: attack_figures.Judged) -> None:
    found = attack_planted.left_over(judged)
    more, first = found["more_than_planted"]["hits"], found["first_without_strongest"]["hits"]
    left = [case.profiles.used[case.rows[0], case.columns].sum() for case in CASES]
    assert more == sum(count > 3 for count in left) > 0
    assert first < judged.right.sum(), "each group is told by its tool"
    assert found["more_than_planted_and_right"]["hits"] <= min(more, judged.right.sum())


def test_the_later_half_is_judged_by_the_earlier(judged: attack_figures.Judged) -> None:
    later = attack_figures.by_earlier(CASES, judged.table.terms, 1)
    earlier = [case for case in CASES if case not in later.cases]
    assert max(case.before for case in earlier) < min(case.before for case in later.cases)
    table = attack_fit.table(CASES, 1, judged.table.terms)
    assert later.weights[0] == attack_fit.fit(table.of(np.array([case in earlier for case in CASES])), 1)


def test_a_whole_run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "release.json").write_bytes(bundle(made_up()))
    monkeypatch.setenv("ATTACK", str(tmp_path / "release.json"))
    monkeypatch.delenv("FULL", raising=False)
    assert attribution.main(["--out", str(tmp_path / "out.json")]) == 0
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert last["reports"] == len(CASES)
    assert last == json.loads((tmp_path / "out.json").read_text())


@pytest.mark.parametrize("kept", [False, True])
def test_without_a_release_that_tells_uses_it_is_skipped(
    kept: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if kept:
        (tmp_path / "r.json").write_bytes(bundle([one for one in made_up() if one["type"] != "relationship"]))
    monkeypatch.setenv("ATTACK", str(tmp_path / "r.json"))
    assert attribution.main([]) == 0
    assert "skipped" in json.loads(capsys.readouterr().out.splitlines()[-1])
