"""How often mail of sources that a model has not seen reaches each bound: `python -m bench.folds [--out F]`.

The bounds of the verdict, and the assumed share of targeted mail, are chosen here, on the fitting mail alone: each
source of it, and each third of the generated kinds and of the storylines of threads, is judged by a model fitted
without it.
Without FULL=1 every FEWER-th message is taken, no threads, and only the groups of HELD_SHORT are judged.
"""

from __future__ import annotations

import argparse
import os
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from training.fit import SYNTHETIC, THREADS, all_mail, extract, extract_threads

from bench.lib import corpus, output
from bench.lib.stats import Rate
from tocsin.identify.check import all_checks
from tocsin.identify.combine import sigmoid, towards_attack
from tocsin.identify.fit import Sample, Settings, fit, log_odds

FEWER = 40
HELD_SHORT = frozenset({"sa_easy", "third 0"})
BOUNDS = (0.25, 0.15, 0.1, 0.05)
THIRDS = 3
FOLDS_SHORT = 2
"""Inner folds of a fit in the default run."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="also write the result to this file")
    chosen = parser.parse_args(arguments)
    full = os.environ.get("FULL") == "1"
    result = output.stamp("folds", full=full)
    if not corpus.available():
        print("skipped: no corpus")
        output.finish({**result, "skipped": "no corpus"}, chosen.out)
        return 0
    every = 1 if full else FEWER
    mail = [item for number, item in enumerate(all_mail(SYNTHETIC // every)) if full or _kept(number, item[0])]
    samples = extract(mail) + extract_threads(THREADS if full else 0)
    settings = Settings() if full else replace(Settings(), folds=FOLDS_SHORT)
    result["messages"] = len(samples)
    result["unseen"] = figures(unseen(samples, settings, None if full else HELD_SHORT))
    show(result["unseen"])
    output.finish(result, chosen.out)
    return 0


def _kept(number: int, group: str) -> bool:
    return group.startswith("synthetic") or number % FEWER == 0


def unseen(
    samples: Sequence[Sample], settings: Settings, only: frozenset[str] | None = None
) -> list[tuple[str, float]]:
    """Name of the set and probability, by a model that has not seen its group, of each message.

    With `only`, of those groups alone.
    """
    checks = all_checks()
    declared = {check.id: float(check.weight) for check in checks.values()}
    found = []
    for held in sorted({_fold(sample.group) for sample in samples} if only is None else only):
        learnt = [s for s in samples if _fold(s.group) != held]
        model = fit(learnt, declared, towards_attack(checks), settings, {})
        found += [(_set(s), sigmoid(log_odds(model, s))) for s in samples if _fold(s.group) == held]
    return found


def _fold(group: str) -> str:
    generated = group.startswith(("synthetic", "threads"))
    return f"third {zlib.crc32(group.encode()) % THIRDS}" if generated else group


def _set(sample: Sample) -> str:
    if sample.threaded:
        side = "daily" if sample.group.startswith("threads/day-") else "twins"
        return f"threads, {side if sample.label == 'clean' else 'attacks'}"
    return f"generated, {sample.label}" if sample.group.startswith("synthetic") else f"{sample.group}, {sample.label}"


def figures(judged: Sequence[tuple[str, float]]) -> dict[str, dict[str, Any]]:
    """By set: the share that reaches each bound, with its interval."""
    probabilities: dict[str, list[float]] = {}
    for name, probability in judged:
        probabilities.setdefault(name, []).append(probability)
    return {name: _shares(np.array(values)) for name, values in sorted(probabilities.items())}


def _shares(values: np.ndarray[Any, np.dtype[np.float64]]) -> dict[str, Any]:
    return {str(bound): Rate(int((values >= bound).sum()), len(values)).as_json() for bound in BOUNDS}


def show(found: dict[str, dict[str, Any]]) -> None:
    """Prints the table."""
    rows = [
        [name, str(next(iter(row.values()))["n"]), *map(output.interval, row.values())] for name, row in found.items()
    ]
    print(output.table("Not clean at each bound, judged unseen, % [95 %]", ["", "n", *map(str, BOUNDS)], rows))


if __name__ == "__main__":
    raise SystemExit(main())
