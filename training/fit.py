"""Fits the model that the project ships: `make train`.

Reads ../shared/corpus/fit and the synthetic mail of this folder, nothing else. The same input gives the same file.
"""

from __future__ import annotations

import argparse
import collections
import functools
import hashlib
import multiprocessing
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from tocsin.bootstrap import make_engine
from tocsin.formats.mime import parse
from tocsin.identify.check import all_checks
from tocsin.identify.engine import Engine
from tocsin.identify.features import features_of, words_of
from tocsin.identify.fit import Sample, Settings, fit
from tocsin.identify.mail import Mail
from tocsin.identify.model import dump
from tocsin.model.context import Context
from training.corpus import HELD_OUT, fitting_mail
from training.synth.engine import generate

MODEL: Final = Path(__file__).resolve().parents[1] / "src" / "tocsin" / "identify" / "data" / "model.json"
SEED: Final = 20261123
SYNTHETIC: Final = 20_000
Labelled = tuple[str, str, bytes]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--synthetic", type=int, default=SYNTHETIC)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--without", action="append", default=[], help="leave this source out as well (to measure it)")
    arguments = parser.parse_args()
    start = time.monotonic()
    samples = extract(all_mail(arguments.synthetic, frozenset(arguments.without)))
    counts = collections.Counter((s.label, s.group.partition(":")[0]) for s in samples)
    for (label, group), count in sorted(counts.items()):
        print(f"{label:10} {group:12} {count:6}")
    declared = {check.id: float(check.weight) for check in all_checks().values()}
    model = fit(samples, declared, Settings(), card(samples, arguments.without))
    arguments.out.parent.mkdir(exist_ok=True)
    arguments.out.write_bytes(dump(model))
    print(f"{arguments.out.name}: {arguments.out.stat().st_size / 1000:.0f} kB, {time.monotonic() - start:.0f} s")


def all_mail(synthetic: int, without: frozenset[str] = frozenset()) -> Iterator[Labelled]:
    """The fitting mail: real messages, then generated ones, grouped by kind so that folds hold kinds out."""
    count = 0
    for item in fitting_mail(without=without):
        count += 1
        yield item
    if not count:
        sys.exit("../shared/corpus/fit is not there: the shipped model cannot be fitted without it")
    for sample in generate(SEED, synthetic):
        yield f"synthetic:{sample.source}", sample.label, sample.raw


def extract(mail: Iterable[Labelled]) -> list[Sample]:
    """Judge every message without history and keep what the fit needs of it."""
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        return list(pool.imap(sample_of, mail, chunksize=50))


def sample_of(item: Labelled) -> Sample:
    """What the fit sees of one message."""
    group, label, raw = item
    mail = Mail(parse(raw))
    findings, failures = _engine().examine(mail, Context())
    if failures:
        raise RuntimeError(f"checks failed on fitting mail: {failures}")
    return Sample(
        label, group, tuple(f.id for f in findings), tuple(features_of(mail)), tuple(words_of(mail)), weight_of(group)
    )


def weight_of(group: str) -> float:
    """Old spam counts less, being a quarter of a century old; the few real newsletters among old ham count more."""
    return {"sa_spam": 0.5, "sa_spam2": 0.5, "sa_hard": 3.0}.get(group, 1.0)


@functools.cache
def _engine() -> Engine:
    return make_engine()


def card(samples: list[Sample], without: Sequence[str] = ()) -> dict[str, object]:
    """The model card's machine-readable part: on what the model was fitted and what it assumes."""
    sources = collections.Counter(s.group.partition(":")[0] for s in samples)
    return {
        "fitted_on": {name: sources[name] for name in sorted(sources)},
        "held_out_sources": sorted({*HELD_OUT, *without}),
        "assumed_share_of_clean_mail": Settings().prior_clean,
        "seed": SEED,
        "samples_digest": hashlib.sha256(repr([(s.label, s.group, s.findings) for s in samples]).encode()).hexdigest()[
            :16
        ],
        "never_fitted_on": "measure/ of the corpus, or any mail of users",
    }


if __name__ == "__main__":
    main()
