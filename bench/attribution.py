"""How often ATT&CK's own profiles, as of then, lead to the group of a report: `python -m bench.attribution`.

It is retrieval of published profiles, no attribution. A case is a public report of one group, or an attributed
campaign (bench/lib/attack_cases.py); everything its own sources and later ones taught is hidden. The chance is the
calibrated one if nothing was planted. A word of likely or more is only spoken where it would be even without the three
strongest items; `held_back` are the other ones that the chance alone would have called so. All weights are fitted on
cases of other groups: five folds by group, and within them four for the map from shares to chances. The baseline,
naive Bayes, runs on the same cases, plain and tempered in the same folds.
What bounds it: `nothing_left` cases have none of what was seen left in the true profile. What flatters it: names of
malware are often given by whoever attributes, and ATT&CK selects well documented cases.

It takes a release of ATT&CK with its relations: `ATTACK=PATH make bench-attribution`. FULL=1: more divisions into
folds, more decoys, more rounds of the bootstrap.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bench.lib import attack_cases, attack_fit, output
from bench.lib.attack_cases import Case
from bench.lib.attack_fit import Table
from bench.lib.stats import Rate, auc
from tocsin.attribute import likelihood
from tocsin.attribute.likelihood import LIKELY
from tocsin.attribute.profiles import Floats, Library
from tocsin.attribute.retrieval import PLANTED, Weights, chance, holds, shares, support
from tocsin.model.knowledge import Knowledge
from tocsin.net import knowledge

RELEASE = Path(__file__).resolve().parents[2] / "shared" / "attack" / "enterprise-min.tgz"
SEED = 20261127
LEAST_IN_BAND = 30
"""Cases that a word needs before its rate says anything."""
LEAST_OF_DECOY = 15
"""Features in the profile of a group that is made to look guilty."""
PLANTS = (1, 2, PLANTED, 5)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="also write the result to this file")
    chosen = parser.parse_args(arguments)
    full = os.environ.get("FULL") == "1"
    result = output.stamp("attribution", full=full)
    release = Path(os.environ.get("ATTACK") or RELEASE)
    known = knowledge.read(release) if release.exists() else None
    if known is None or not known.uses:
        why = "no release of ATT&CK" if known is None else "the release tells nothing of who used what"
        print(f"skipped: {why}")
        output.finish({**result, "skipped": why}, chosen.out)
        return 0
    library = Library(known)
    reports, campaigns = attack_cases.reports(known, library), attack_cases.campaigns(known, library)
    result |= {
        "release": released(known, library),
        **figures(reports, campaigns, *(10, 4, 5000) if full else (1, 1, 1000)),
    }  # fmt: skip
    show(result)
    output.finish(result, chosen.out)
    return 0


def released(known: Knowledge, library: Library) -> dict[str, Any]:
    """What the copy holds: uses that cite no dated source teach nothing, and in a whole copy they are few."""
    days = {one.name for one in known.references if one.latest}
    uses = [use for use in known.uses if use.by[:1] in "GC"]
    dated = sum(any(name in days for name in use.sources) for use in uses)
    return {
        "as_of": str(known.as_of),
        "version": known.version,
        "groups": len(library.groups),
        "uses_by_groups_and_campaigns": len(uses),
        "with_a_dated_source": Rate(dated, len(uses)).as_json(),
    }


class Judged:
    """The cases as weights of other groups see them, in one division into folds."""

    def __init__(self, cases: Sequence[Case], learnt: Table, terms: Floats, seed: int) -> None:
        self.cases = cases
        self.table = attack_fit.table(cases, seed, terms)
        by_fold = attack_fit.cross_fit(learnt, seed)
        self.weights = [by_fold[fold] for fold in self.table.folds]
        utility = np.stack([self.table.terms[i] @ one.terms() for i, one in enumerate(self.weights)])
        self.share = shares(utility)
        self.first = self.share.argmax(1)
        self.right = np.array([first in case.rows for first, case in zip(self.first, cases, strict=True)], float)
        self.chance = self._chance(self.share.max(1))
        self.holds = np.array([self._holds(i) for i in range(len(cases))])
        self.speaking = np.array([case.profiles.used[row, case.columns].sum()
                                  for row, case in zip(self.first, cases, strict=True)])  # fmt: skip
        for i, case in enumerate(cases):
            utility[i, case.rows] = -np.inf
        self.absent = self._chance(shares(utility).max(1))

    def _chance(self, share: Floats) -> Floats:
        found: Floats = np.array([float(chance(value, one)) for value, one in zip(share, self.weights, strict=True)])
        return found

    def _holds(self, i: int) -> bool:
        found = support(self.cases[i].profiles, self.cases[i].columns)
        return holds(found, self.weights[i], int(self.first[i]))

    def distribution(self) -> Floats:
        """All groups of each case: the first at its chance, the others in proportion to their shares."""
        rows = np.arange(len(self.cases))
        rest = 1 - self.share[rows, self.first]
        out: Floats = self.share * ((1 - self.chance) / np.maximum(rest, 1e-12))[:, None]
        out[rows, self.first] = self.chance
        return out


def figures(
    reports: Sequence[Case], campaigns: Sequence[Case], divisions: int, decoys: int, rounds: int
) -> dict[str, Any]:
    """Everything that is said: of the first division into folds, and as a mean of all where they differ."""
    terms = attack_fit.table(reports, SEED).terms
    judged = [_judged(reports, terms, SEED + number) for number in range(divisions)]
    first = judged[0]
    other_terms = attack_fit.table(campaigns, SEED).terms
    other = Judged(campaigns, first.table, other_terms, SEED)
    scores, sizes = map(np.stack, zip(*(attack_fit.naive_bayes(c.profiles, c.columns) for c in reports), strict=True))
    cooled = tempered(scores, sizes, first)
    return {
        "reports": len(reports), "campaigns": len(campaigns),
        "nothing_left": sum(not case.is_left for case in reports),
        "naive_bayes": ranking(scores, first) | loss(shares(scores), first),
        "naive_bayes_tempered": ranking(cooled, first) | loss(cooled, first),
        "naive_bayes_campaigns": ranking(np.stack([attack_fit.naive_bayes(c.profiles, c.columns)[0]
                                                   for c in campaigns]), other),
        "naive_bayes_absent_auroc": absent_auroc(scores, first),
        "tocsin": ranking(first.share, first) | loss(first.distribution(), first),
        "tocsin_campaigns": ranking(other.share, other),
        "top1_of_divisions": [round(float(one.right.mean()), 4) for one in judged],
        "ece": ece_interval(first, rounds) | {"of_divisions": [round(ece(one.chance, one.right), 4) for one in judged]},
        "bands": bands(first.chance, first.right),
        "at_least": {name: at_least(first, bound) for name, bound in (("likely", LIKELY), ("very likely", 0.8))},
        "spoken_if_safe_from": {str(count): spoken(first, count) for count in range(PLANTED + 1)},
        "absent": absent(first),
        "planted": {str(count): planted(first, count, decoys) for count in PLANTS},
        "fitted_on_all": {name: round(value, 4) for name, value in _as_dict(attack_fit.fit(first.table, SEED)).items()},
    }  # fmt: skip


def _judged(cases: Sequence[Case], terms: Floats, seed: int) -> Judged:
    return Judged(cases, attack_fit.table(cases, seed, terms), terms, seed)


def _as_dict(weights: Weights) -> dict[str, float]:
    return {name: getattr(weights, name) for name in weights.__struct_fields__}


def ranking(scores: Floats, judged: Judged) -> dict[str, Any]:
    """Top-1 and top-5 with intervals, and the mean reciprocal rank; ties count half."""
    ranks = []
    for row, case in zip(scores, judged.cases, strict=True):
        best = row[case.rows].max()
        ties = (row == best).sum() - (row[case.rows] == best).sum()
        ranks.append(1 + (row > best).sum() + ties / 2)
    found = np.array(ranks)
    return {
        "top1": Rate(int((found < 1.5).sum()), len(found)).as_json(),
        "top5": Rate(int((found <= 5).sum()), len(found)).as_json(),
        "mrr": round(float((1 / found).mean()), 4),
    }


def loss(chances: Floats, judged: Judged) -> dict[str, float]:
    """Log-loss (nats), Brier score over all groups (0 to 2), and ECE of the first, in the bands of the words."""
    truth = np.zeros_like(chances)
    for row, case in zip(truth, judged.cases, strict=True):
        row[case.rows] = 1 / len(case.rows)
    of_truth = (chances * (truth > 0)).sum(1)
    right = truth[np.arange(len(truth)), chances.argmax(1)] > 0
    return {
        "log_loss": round(float(-np.log(of_truth + 1e-12).mean()), 4),
        "brier": round(float(((chances - truth) ** 2).sum(1).mean()), 4),
        "ece": round(ece(chances.max(1), right.astype(float)), 4),
    }


def tempered(scores: Floats, sizes: Floats, judged: Judged) -> Floats:
    """The baseline with an exponent and a prior by size of profile, fitted in the same folds."""
    both = Table(np.stack([scores, sizes], 2), judged.table.truth, judged.table.folds)
    out = np.zeros_like(scores)
    for fold in range(attack_fit.FOLDS):
        held = both.folds == fold
        out[held] = shares(both.terms[held] @ attack_fit.fit_terms(both.of(~held), penalty=0.0))
    return out


def ece(chances: Floats, right: Floats) -> float:
    """Expected calibration error over the bands of ICD 203."""
    places = np.array([likelihood.place_of(value) for value in chances])
    inside = [places == place for place in set(places)]
    return float(sum(one.mean() * abs(chances[one].mean() - right[one].mean()) for one in inside))


def ece_interval(judged: Judged, rounds: int) -> dict[str, float]:
    """ECE with a 95 % bootstrap interval that redraws groups, not cases. Few cases inflate it: see `by_chance`."""
    rng = np.random.default_rng(SEED)
    names, groups = np.unique(judged.table.truth, return_inverse=True)
    members = [np.flatnonzero(groups == number) for number in range(len(names))]
    drawn, ideal = [], []
    for _ in range(rounds):
        chosen = np.concatenate([members[number] for number in rng.integers(0, len(names), len(names))])
        drawn.append(ece(judged.chance[chosen], judged.right[chosen]))
        ideal.append(ece(judged.chance, (rng.random(len(judged.chance)) < judged.chance).astype(float)))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return {"value": round(ece(judged.chance, judged.right), 4), "low": round(float(low), 4),
            "high": round(float(high), 4), "by_chance": round(float(np.mean(ideal)), 4)}  # fmt: skip


def bands(chances: Floats, right: Floats) -> dict[str, Any]:
    """For each word: how many cases, the mean chance, how many were right, and whether that is within its range."""
    found = {}
    places = np.array([likelihood.place_of(value) for value in chances])
    for place, word in enumerate(likelihood.SCALE):
        inside = places == place
        rate = Rate(int(right[inside].sum()), int(inside.sum()))
        if rate.total < LEAST_IN_BAND or rate.value is None:
            verdict = "untested"
        else:
            verdict = "within" if word.low <= rate.value <= word.high else "outside"
        mean = round(float(chances[inside].mean()), 4) if rate.total else None
        found[word.words["en"]] = {"mean": mean, "right": rate.as_json(), "is": verdict}
    return found


def at_least(judged: Judged, bound: float) -> dict[str, Any]:
    """How many cases are above a bound, how many of these are right, and what of it is spoken or held back.

    `features_for_the_first`: quartiles of how many of the seen features its profile holds.
    """
    above = judged.chance > bound
    return {
        "cases": Rate(int(above.sum()), len(above)).as_json(),
        "right": Rate(int(judged.right[above].sum()), int(above.sum())).as_json(),
        "spoken": Rate(int((above & judged.holds).sum()), len(above)).as_json(),
        "spoken_right": Rate(
            int(judged.right[above & judged.holds].sum()), int((above & judged.holds).sum())
        ).as_json(),
        "held_back": int((above & ~judged.holds).sum()),
        "features_for_the_first": [int(value) for value in np.percentile(judged.speaking[above], (25, 50, 75))]
        if above.any()
        else [],
    }


def spoken(judged: Judged, count: int) -> dict[str, Any]:
    """What would be called likely or more if `count` planted features were reckoned with, and how much of it is right.

    What is so called cannot have been made so by as few planted features (tests/unit/attribute/test_retrieval.py).
    """
    safe = np.array([
        judged.chance[i] > LIKELY and holds(support(case.profiles, case.columns), judged.weights[i],
                                            int(judged.first[i]), count)
        for i, case in enumerate(judged.cases)
    ])  # fmt: skip
    return {
        "cases": Rate(int(safe.sum()), len(safe)).as_json(),
        "right": Rate(int(judged.right[safe].sum()), int(safe.sum())).as_json(),
    }


def absent(judged: Judged) -> dict[str, Any]:
    """With the true group taken out: how often no word of likely or more is said, and the AUROC of the chance."""
    left = np.array([case.is_left for case in judged.cases])
    return {
        "abstains": Rate(int((judged.absent <= LIKELY).sum()), len(judged.absent)).as_json(),
        "auroc": round(auc(judged.absent[left], judged.chance[left]) or 0.0, 4),
    }


def absent_auroc(scores: Floats, judged: Judged) -> float:
    """The same AUROC of the baseline's best score."""
    left = np.array([case.is_left for case in judged.cases])
    without = scores.copy()
    for row, case in zip(without, judged.cases, strict=True):
        row[case.rows] = -np.inf
    return round(auc(without.max(1)[left], scores.max(1)[left]) or 0.0, 4)


def planted(judged: Judged, count: int, decoys: int) -> dict[str, Any]:
    """With the strongest features of another group put into each case: how often that group is first, or likely.

    `raised` is what the planting itself did: likely and spoken with it, and not likely without.
    """
    rng = np.random.default_rng(SEED + count)
    found = dict.fromkeys(("first", "likely", "likely_and_spoken", "raised"), 0)
    total = 0
    for case, weights in zip(judged.cases, judged.weights, strict=True):
        size = case.profiles.used.sum(1)
        candidates = [row for row in np.flatnonzero(size >= LEAST_OF_DECOY) if row not in case.rows]
        before = _seen(case, case.columns, weights)
        for decoy in rng.permutation(candidates)[:decoys]:
            after = _seen(case, [*case.columns, *_strongest(case, int(decoy), count, weights)], weights)
            total += 1
            if after[0] == decoy:
                spoken = after[1] > LIKELY and after[2]
                found["first"] += 1
                found["likely"] += after[1] > LIKELY
                found["likely_and_spoken"] += spoken
                found["raised"] += spoken and not (before[0] == decoy and before[1] > LIKELY)
    return {name: Rate(int(value), total).as_json() for name, value in found.items()}


def _seen(case: Case, columns: Sequence[int], weights: Weights) -> tuple[int, float, bool]:
    found = support(case.profiles, columns)
    share = shares(found.terms() @ weights.terms())
    first = int(share.argmax())
    return first, float(chance(share[first], weights)), holds(found, weights, first)


def _strongest(case: Case, decoy: int, count: int, weights: Weights) -> list[int]:
    own = [int(place) for place in np.flatnonzero(case.profiles.used[decoy]) if place not in set(case.columns)]
    added = support(case.profiles, own).items(weights)[decoy]
    return [own[place] for place in np.argsort(-added, kind="stable")[:count]]


def show(result: dict[str, Any]) -> None:
    """Prints the tables."""
    names = ("naive_bayes", "naive_bayes_tempered", "tocsin", "naive_bayes_campaigns", "tocsin_campaigns")
    rows = [[name, output.interval(result[name]["top1"]), output.interval(result[name]["top5"]),
             *(str(result[name].get(key, "-")) for key in ("mrr", "log_loss", "brier", "ece"))]
            for name in names]  # fmt: skip
    head = ["", "top-1, %", "top-5, %", "MRR", "log-loss", "Brier", "ECE"]
    print(output.table(f"{result['reports']} reports, {result['nothing_left']} with nothing left", head, rows))
    rows = [[word, str(row["right"]["n"]), str(row["mean"]), output.interval(row["right"]), row["is"]]
            for word, row in result["bands"].items()]  # fmt: skip
    print(output.table("Words by the chance", ["", "n", "mean", "right, %", "range"], rows))
    rows = [[count, *(output.interval(value) for value in row.values())] for count, row in result["planted"].items()]
    print(output.table("Another group planted, %", ["features", *next(iter(result["planted"].values()))], rows))
    rows = [[count, *map(output.interval, row.values())] for count, row in result["spoken_if_safe_from"].items()]
    print(output.table("Likely or more, safe from so many planted features, %", ["", "cases", "right"], rows))
    print(f"absent: {result['absent']}\nECE: {result['ece']}\nat least: {result['at_least']}")


if __name__ == "__main__":
    raise SystemExit(main())
