"""How often ATT&CK's own profiles, as of then, lead to the group of a report: `python -m bench.attribution`.

It is retrieval of published profiles, no attribution. A case is a public report of one group, or an attributed
campaign (bench/lib/attack_cases.py); everything its own sources and later ones taught is hidden. The chance is the
calibrated one if nothing was planted. A word of likely or more is only spoken where it would be even without the three
strongest items; `held_back` are the other ones that the chance alone would have called so. All weights are fitted on
cases of other groups: five folds by group, and within them four for the map from shares to chances; once more, on the
earlier half of the cases for the later one. The baseline, naive Bayes, runs on the same cases, plain and tempered in
the same folds.
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

from bench.lib import attack_cases, attack_figures, attack_fit, attack_planted, output
from bench.lib.attack_cases import Case
from bench.lib.attack_figures import SEED, Judged
from bench.lib.stats import Rate
from tocsin.attribute.likelihood import LIKELY
from tocsin.attribute.profiles import Floats, Library
from tocsin.attribute.retrieval import PLANTED, Weights, shares
from tocsin.model.knowledge import Knowledge
from tocsin.net import knowledge

RELEASE = Path(__file__).resolve().parents[2] / "shared" / "attack" / "enterprise-min.tgz"
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


def figures(
    reports: Sequence[Case], campaigns: Sequence[Case], divisions: int, decoys: int, rounds: int
) -> dict[str, Any]:
    """Everything that is said: of the first division into folds, and as a mean of all where they differ."""
    terms = attack_fit.table(reports, SEED).terms
    judged = [_judged(reports, terms, SEED + number) for number in range(divisions)]
    first, later = judged[0], attack_figures.by_earlier(reports, terms, SEED)
    other_terms = attack_fit.table(campaigns, SEED).terms
    other = attack_figures.by_other_groups(campaigns, first.table, other_terms, SEED)
    scores, sizes = map(np.stack, zip(*(attack_fit.naive_bayes(c.profiles, c.columns) for c in reports), strict=True))
    cooled = attack_figures.tempered(scores, sizes, first)
    return {
        "reports": len(reports), "campaigns": len(campaigns),
        "nothing_left": sum(not case.is_left for case in reports),
        "naive_bayes": attack_figures.ranking(scores, first) | attack_figures.loss(shares(scores), first),
        "naive_bayes_tempered": attack_figures.ranking(cooled, first) | attack_figures.loss(cooled, first),
        "naive_bayes_campaigns": attack_figures.ranking(np.stack([attack_fit.naive_bayes(c.profiles, c.columns)[0]
                                                   for c in campaigns]), other),
        "naive_bayes_absent_auroc": attack_figures.absent_auroc(scores, first),
        "tocsin": attack_figures.ranking(first.share, first) | attack_figures.loss(first.distribution(), first),
        "tocsin_campaigns": attack_figures.ranking(other.share, other),
        "top1_of_divisions": [round(float(one.right.mean()), 4) for one in judged],
        "ece": attack_figures.ece_interval(first, rounds)
        | {"of_divisions": [round(attack_figures.ece(one.chance, one.right), 4) for one in judged]},
        "bands": attack_figures.bands(first.chance, first.right),
        "at_least": {name: attack_figures.at_least(first, bound)
                     for name, bound in (("likely", LIKELY), ("very likely", 0.8))},
        "earlier_to_later": attack_figures.ranking(later.share, later) | {
            "ece": round(attack_figures.ece(later.chance, later.right), 4),
            "likely": attack_figures.at_least(later, LIKELY)},
        "left_over": attack_planted.left_over(first),
        "spoken_if_safe_from": {str(count): attack_planted.spoken(first, count) for count in range(PLANTED + 1)},
        "absent": attack_figures.absent(first),
        "planted": {str(count): attack_planted.planted(first, count, decoys) for count in PLANTS},
        "fitted_on_all": {name: round(value, 4) for name, value in _as_dict(attack_fit.fit(first.table, SEED)).items()},
    }  # fmt: skip


def _judged(cases: Sequence[Case], terms: Floats, seed: int) -> Judged:
    return attack_figures.by_other_groups(cases, attack_fit.table(cases, seed, terms), terms, seed)


def _as_dict(weights: Weights) -> dict[str, float]:
    return {name: getattr(weights, name) for name in weights.__struct_fields__}


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
    rows = [[name, output.interval(value)] for name, value in result["left_over"].items()]
    print(output.table("What there is to say it on, safe from three planted features, %", ["", "cases"], rows))
    print(f"earlier to later: {result['earlier_to_later']}")
    print(f"absent: {result['absent']}\nECE: {result['ece']}\nat least: {result['at_least']}")


if __name__ == "__main__":
    raise SystemExit(main())
