from __future__ import annotations

import ast
import json
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from bench import outcome
from bench.incidents import answers, incident
from bench.incidents.attack import AT, STAGES, Truth
from bench.incidents.world import MESSAGE

from tocsin.identify.outcome.controls import CONTROLS
from tocsin.model.outcome import Stage

FOLDER = Path(incident.__file__).parent


def imported(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
        elif isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in ("importlib.import_module", "__import__"), file
    return found


def test_the_generator_knows_nothing_of_the_judge() -> None:
    files = sorted(FOLDER.glob("*.py"))
    assert len(files) > 4
    for file in files:
        names = imported(file)
        assert not [name for name in names if name.split(".")[0] == "tocsin" or name.startswith(".")], file
        assert not [name for name in names if name.startswith("bench") and not name.startswith("bench.incidents")], file


def test_it_has_the_same_words_all_the_same() -> None:
    assert set(AT) <= set(CONTROLS)
    assert tuple(stage.value for stage in Stage) == STAGES


def test_the_same_number_gives_the_same_incident(tmp_path: Path) -> None:
    one, other = (incident.make(7, tmp_path / name) for name in ("a", "b"))
    for hit, again in zip(one.hits, other.hits, strict=True):
        assert hit.truths == again.truths
        assert [path.read_bytes() for path in hit.paths] == [path.read_bytes() for path in again.paths]


def test_what_is_missing_is_missing_and_what_is_whole_is_whole(tmp_path: Path) -> None:
    for number in range(8):
        for hit in incident.make(number, tmp_path / str(number)).hits:
            written = {path.name.rpartition("-")[0] for path in hit.paths}
            assert not [log for log, fate in hit.fates.items() if fate == incident.MISSING and log in written]
            assert {log for log, fate in hit.fates.items() if fate == incident.WHOLE} <= written


LINES = [(MESSAGE + timedelta(hours=hour), b'{"time": "2026-10-05T01:00:00Z", "status": %d}\n' % hour)
         for hour in range(-200, 190)]  # fmt: skip


def lost(fate: str, seed: int = 1) -> list[incident.Left]:
    draw = Random(seed)
    return incident._left(draw, fate, LINES, incident._anywhere(draw))


def test_hard_losses_begin_or_end_near_the_attack() -> None:
    attack, draw = MESSAGE + timedelta(hours=9), Random(1)
    near = incident._near(draw, Truth("noor@harbour.example", "credentials", attack))
    for _ in range(50):
        for fate, place in ((incident.CUT, -1), (incident.LATE, 0), (incident.EXPIRED, 0)):
            (left,) = incident._left(draw, fate, LINES, near)
            edge = MESSAGE + timedelta(hours=json.loads(left.lines[place])["status"])
            assert abs(edge - attack) <= timedelta(hours=13)
    assert sum(near.fates.values()) == sum(incident._anywhere(draw).fates.values()) == 100


def test_a_joined_log_is_one_file_with_a_hole() -> None:
    (left,) = lost(incident.JOINED)
    hours = [int(json.loads(line)["status"]) for line in left.lines]
    assert max(later - hour for hour, later in pairwise(hours)) >= 40
    assert (hours[0], hours[-1]) == (-200, 189)
    assert len(lost(incident.HOLED)) == 2


def test_of_a_damaged_log_lines_since_the_attack_are_damaged() -> None:
    for seed in range(20):
        (left,) = lost(incident.DAMAGED, seed)
        changed = [at for (at, line), now in zip(LINES, left.lines, strict=True) if line != now]
        assert changed
        assert min(changed) >= MESSAGE


@pytest.mark.parametrize("kind", incident.KINDS)
def test_a_few_incidents_are_scored_without_a_false_stop(kind: str) -> None:
    ours, naive, _, lines = outcome.run(range(2), kind)
    assert lines > 1_000
    assert ours.false == ours.misnamed == 0
    assert ours.claimed > 0
    assert naive.attempts == ours.attempts > 0
    assert naive.plain == ours.plain


@pytest.mark.parametrize(("claims", "false"), [({"session": ("stopped", "passkey")}, 1), ({}, 0)])
def test_a_false_stop_is_counted(claims: outcome.Claims, false: int, tmp_path: Path) -> None:
    for number in range(30):
        for hit in incident.make(number, tmp_path / str(number)).hits:
            for truth in hit.truths:
                if "session" in truth.reached:
                    counted = outcome.Score()
                    outcome.score(counted, hit, truth, claims, number)
                    assert counted.false == false
                    return
    raise AssertionError("no session in thirty incidents")


def test_every_control_is_at_work_somewhere(tmp_path: Path) -> None:
    """So that no figure says that a control is named rightly which never was there."""
    seen = {
        control
        for number in range(120)
        for hit in incident.make(number, tmp_path / str(number)).hits
        for truth in hit.truths
        for _, control in truth.met
    }
    assert seen == set(AT)


def test_an_attacker_and_a_person_have_an_address_together(tmp_path: Path) -> None:
    places = {"carrier": 0, "hotel": 0, "vpn": 0}
    for number in range(12):
        made = incident.make(number, tmp_path / str(number), "shared")
        shared = made.operation.sources[0]
        for hit in made.hits:
            own = {truth.person for truth in hit.truths} & hit.unclear
            tried = {ip for _, ip, _ in hit.tries}
            places["hotel"] += any(person.stays == shared for person in hit.organisation.people)
            kind = "carrier" if shared.network == "Example Mobile" else "vpn"
            places[kind] += any(shared in person.places for person in hit.organisation.people)
            assert tried <= {place.ip for place in made.operation.sources}
            there = [one.address for one in hit.organisation.people if shared in (*one.places, one.stays)]
            assert own >= set(there)
    assert all(places.values())


@pytest.mark.parametrize(
    ("kind", "mine", "theirs"), [(answers.ALL_MINE, {True}, {True}), (answers.NONE_MINE, {False}, {False}),
                                 (answers.RIGHT, {True}, {False}), (answers.MISTAKEN, {True, False}, {True, False})],
)  # fmt: skip
def test_people_answer_as_they_do(kind: str, mine: set[bool], theirs: set[bool]) -> None:
    draw = Random(1)
    assert {answers.says_mine(kind, draw, is_mine=True) for _ in range(40)} == mine
    assert {answers.says_mine(kind, draw, is_mine=False) for _ in range(40)} == theirs


def test_a_line_is_the_attackers_by_person_address_and_time() -> None:
    tries = {("noor@x.example", "203.0.113.1", MESSAGE)}
    later = MESSAGE + timedelta(seconds=15)
    assert answers.is_of_attacker(tries, "noor@x.example", "203.0.113.1", later)
    assert not answers.is_of_attacker(tries, "noor@x.example", "203.0.113.1", later + timedelta(minutes=1))
    assert not answers.is_of_attacker(tries, "noor@x.example", "203.0.113.2", later)
    assert not answers.is_of_attacker(tries, "sami@x.example", "203.0.113.1", later)


def test_where_nobody_answers_rightly_all_are_asked(tmp_path: Path) -> None:
    hits = [hit for number in range(9) for hit in incident.make(number, tmp_path / str(number), "wrong").hits]
    assert all(hit.is_asked and hit.answers in answers.WRONG for hit in hits)
    assert {hit.answers for hit in hits} == set(answers.WRONG)
