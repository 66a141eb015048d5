"""Fits the model that the project ships: `make train`.

Reads ../shared/corpus/fit and the synthetic mail and threads of this folder, nothing else. The same input gives the
same file.
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
from tocsin.identify.combine import MODEL_FINDINGS, towards_attack
from tocsin.identify.engine import Engine
from tocsin.identify.features import features_of, words_of
from tocsin.identify.fit import Sample, Settings, fit
from tocsin.identify.mail import Mail
from tocsin.identify.model import dump
from tocsin.identify.profile import load as load_profile
from tocsin.model.context import Context
from tocsin.model.source import RawMail
from tocsin.model.trace import Trace
from tocsin.scan.mailbox import Judge, Setup
from tocsin.scan.memory import SqliteMemory
from training.corpus import HELD_OUT, fitting_mail
from training.synth.engine import generate
from training.threads.engine import thread
from training.threads.schema import Letter, Thread

MODEL: Final = Path(__file__).resolve().parents[1] / "src" / "tocsin" / "identify" / "data" / "model.json"
SEED: Final = 20261123
SYNTHETIC: Final = 20_000
THREADS: Final = 1_500
Labelled = tuple[str, str, bytes]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--synthetic", type=int, default=SYNTHETIC)
    parser.add_argument("--threads", type=int, default=THREADS)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--without", action="append", default=[], help="leave this source out as well (to measure it)")
    arguments = parser.parse_args()
    start = time.monotonic()
    samples = extract(all_mail(arguments.synthetic, frozenset(arguments.without)))
    samples += extract_threads(arguments.threads)
    counts = collections.Counter((s.label, s.group.partition(":")[0]) for s in samples)
    for (label, group), count in sorted(counts.items()):
        print(f"{label:10} {group:12} {count:6}")
    declared = {check.id: float(check.weight) for check in all_checks().values()}
    model = fit(samples, declared, towards_attack(all_checks()), Settings(), card(samples, arguments.without))
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


def extract_threads(count: int) -> list[Sample]:
    """Judge generated threads and their twins, each in its mailbox."""
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        found = pool.imap(samples_of_thread, range(count), chunksize=50)
        return [sample for samples in found for sample in samples]


def samples_of_thread(number: int) -> list[Sample]:
    """What the fit sees of one thread: of each side the messages that tell the sides apart, or all of daily mail."""
    told = thread(SEED, number)
    sides = [side for side in (told.messages, told.twin) if side]
    return [sample for side in sides for sample in _samples_of_side(told, side)]


def _samples_of_side(told: Thread, side: tuple[Letter, ...]) -> Iterator[Sample]:
    setup = Setup(_engine, load_profile(told.profile))
    plain = Judge(setup)
    with SqliteMemory() as memory:
        traces = [_trace(plain, raw, told.profile) for raw in (*told.history, *(letter.raw for letter in side))]
        memory.add(trace for trace in traces if trace is not None)
        memory.finish()
        judge = Judge(setup, memory)
        for letter in side:
            if letter.telling or not told.twin:
                findings = tuple(f.id for f in judge.verdict(letter.raw).findings if f.id not in MODEL_FINDINGS)
                mail = Mail(parse(letter.raw))
                shape, words = tuple(features_of(mail)), tuple(words_of(mail))
                yield Sample(letter.label, told.kind, findings, shape, words, threaded=True)


_TRACES: Final[dict[tuple[bytes, bytes], Trace | None]] = {}
_MOST_TRACES: Final = 20_000


def _trace(judge: Judge, raw: bytes, profile: bytes) -> Trace | None:
    """What a mailbox remembers of a message; threads of one mailbox share their history."""
    key = (raw, profile)
    if key not in _TRACES:
        if len(_TRACES) >= _MOST_TRACES:
            _TRACES.clear()
        learnt = judge.learn(RawMail("", raw))
        _TRACES[key] = learnt.trace if learnt is not None else None
    return _TRACES[key]


def weight_of(group: str) -> float:
    """Old spam counts less, being a quarter of a century old."""
    return {"sa_spam": 0.5, "sa_spam2": 0.5}.get(group, 1.0)


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
        "assumed_share_of_targeted_mail": round(1 - Settings().prior_untargeted, 6),
        "seed": SEED,
        "samples_digest": hashlib.sha256(repr([(s.label, s.group, s.findings) for s in samples]).encode()).hexdigest()[
            :16
        ],
        "never_fitted_on": "measure/ of the corpus, or any mail of users",
    }


if __name__ == "__main__":
    main()
