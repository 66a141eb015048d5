"""Accuracy on mail, beside rspamd and SpamAssassin on the same sanitised messages: `python -m bench.mail [--out F]`.

Measured: the final halves of the honeypot mail and of the newsletters, and those sources of the fit archives that the
shipped model's card names as held out (senders that also occur in fitted sources are left out). Every random choice is
seeded with SEED. The default run draws SHORT_BAD, SHORT_HAM, SHORT_NEWS and SHORT_SPAM messages and leaves out what
takes minutes (taught peers, SpamAssassin, the locally fitted model); FULL=1 measures every message with everything.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench.lib import corpus, language, output, tocsin, yardstick
from bench.lib.corpus import Mail
from bench.lib.figures import Case, Truth, calibration, confusion, curve, figures, of_peer, of_tocsin
from bench.lib.peers import Peer, Taught, pass_over
from bench.lib.process import PeerError
from bench.lib.rspamd import Rspamd
from bench.lib.sanitise import sanitise
from bench.lib.spamassassin import SpamAssassin
from bench.lib.split import Split, held_out_sources, read_card, split

SEED = 20261123
TEACH = 1500
"""Messages a side that Bayes classifiers are taught with."""
LEAST_TAUGHT = 200
"""Below this both peers' Bayes classifiers stay silent by their shipped settings (min_learns, bayes_min_*_num)."""
SHORT_BAD, SHORT_HAM, SHORT_NEWS, SHORT_SPAM = 400, 500, 60, 60
SHORT_SECONDS = 50
"""The default run is to end within this."""
PEER_SECONDS = 6
"""What a peer that is up needs for the default run's messages; it is left out when less is left."""
FULL_SECONDS = 3600
"""Limit of one command in the full run."""
Systems = dict[str, dict[str, Any] | None]


@dataclass(frozen=True)
class Plan:
    """One run."""

    full: bool
    started: float
    cases: list[Case]
    split: Split
    taught: Taught
    """Empty in the default run."""

    @property
    def rounds(self) -> int:
        """Bootstrap rounds of each interval."""
        return 2000 if self.full else 400

    @property
    def left(self) -> float:
        """Seconds left for the next command."""
        return FULL_SECONDS if self.full else max(1.0, SHORT_SECONDS - 5 - (time.monotonic() - self.started))


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="also write the result to this file")
    chosen = parser.parse_args(arguments)
    full = os.environ.get("FULL") == "1"
    result = output.stamp("mail", full=full)
    if not corpus.available():
        print("skipped: no corpus")
        output.finish({**result, "skipped": "no corpus"}, chosen.out)
        return 0
    run = plan(full=full)
    result.update(measure(run))
    show(result)
    output.finish(result, chosen.out)
    return 0


def plan(*, full: bool) -> Plan:
    """Reads the corpus and chooses what is measured."""
    started = time.monotonic()
    ham, spam = corpus.load(corpus.FIT_HAM), corpus.load(corpus.FIT_SPAM)
    cut = split(ham, spam, held_out_sources(read_card(), {mail.source for mail in (*ham, *spam)}), TEACH, SEED)
    groups: list[tuple[Truth, list[Mail], int]] = [
        ("bad", corpus.load(corpus.FINAL_BAD), SHORT_BAD),
        ("ham", cut.ham, SHORT_HAM),
        ("newsletter", corpus.load(corpus.FINAL_NEWS), SHORT_NEWS),
        ("spam", cut.spam, SHORT_SPAM),
    ]
    cases = [
        case_of(truth, mail)
        for truth, mails, short in groups
        for mail in (mails if full else corpus.sample(mails, short, SEED))
    ]
    random.Random(SEED).shuffle(cases)
    return Plan(full, started, cases, cut, lessons(cut.learn_ham) if full else Taught((), ()))


def case_of(truth: Truth, mail: Mail) -> Case:
    """The sanitised message with what the raw one told."""
    passed = truth == "bad" and corpus.provider_passed(mail.raw)
    return Case(truth, mail.source, language.of_message(mail.raw), passed, sanitise(mail.raw))


def lessons(ham: Sequence[Mail]) -> Taught:
    """TEACH messages a side: the look half of the honeypot mail, and ham that is not measured on."""
    rng = random.Random(SEED)
    sides = [rng.sample(side, min(TEACH, len(side))) for side in (list(ham), corpus.load(corpus.LOOK_BAD))]
    return Taught(*([sanitise(mail.raw) for mail in side] for side in sides))


def measure(run: Plan) -> dict[str, Any]:
    """All figures of one run."""
    systems: Systems = {}
    reasons: dict[str, str] = {}
    peers: tuple[Peer, ...] = (Rspamd(), SpamAssassin())
    with tempfile.TemporaryDirectory(prefix="tocsin-bench-mail-") as name:
        folder = tocsin.write_folder(Path(name) / "mail", [case.raw for case in run.cases])
        _attempt(systems, reasons, "tocsin", partial(_tocsin, run, folder))
        for peer in peers:
            _attempt(systems, reasons, peer.name, partial(_peer, run, peer, None))
            _attempt(systems, reasons, f"{peer.name}+Bayes", partial(_peer, run, peer, run.taught))
        _attempt(systems, reasons, "local_fit", partial(_local_fit, run, folder, Path(name)))
    local_fit = systems.pop("local_fit")
    return {
        "seed": SEED, "sample": describe(run), "versions": versions(peers), "systems": systems,
        "local_fit": local_fit, "not_measured": reasons, "header_only_artefact": artefact(run),
    }  # fmt: skip


def _attempt(systems: Systems, reasons: dict[str, str], name: str, work: Callable[[], dict[str, Any]]) -> None:
    try:
        systems[name] = work()
    except PeerError as error:
        systems[name], reasons[name] = None, str(error)


def _tocsin(run: Plan, folder: Path, options: Sequence[str] = ()) -> dict[str, Any]:
    answers = tocsin.scan(folder, len(run.cases), run.left, options)
    found = figures(of_tocsin(answers), run.cases, run.rounds, SEED)
    found["calibration"] = calibration(answers, run.cases)
    found["confusion"] = confusion(answers, run.cases)
    return found


def _peer(run: Plan, peer: Peer, taught: Taught | None) -> dict[str, Any]:
    peer.version()
    if not run.full and (taught is not None or isinstance(peer, SpamAssassin)):
        raise PeerError("only with FULL=1")
    if taught is not None and min(len(taught.ham), len(taught.bad)) < LEAST_TAUGHT:
        raise PeerError(f"fewer than {LEAST_TAUGHT} messages a side to teach with")
    spare = run.left - PEER_SECONDS
    if spare <= 0:
        raise PeerError(f"no time left within {SHORT_SECONDS} s")
    with peer.run(taught, min(spare, 120)) as running:
        scored = pass_over(running, [case.raw for case in run.cases])
    return figures(of_peer(scored.scores, peer.flag_at), run.cases, run.rounds, SEED)


def _local_fit(run: Plan, folder: Path, work: Path) -> dict[str, Any]:
    """Tocsin with a model fitted on the honeypots' look half, as a user would on own mail."""
    if not run.full:
        raise PeerError("only with FULL=1")
    ham = tocsin.write_folder(work / "learn-ham", [sanitise(mail.raw) for mail in run.split.learn_ham])
    bad = tocsin.write_folder(work / "learn-bad", [sanitise(mail.raw) for mail in corpus.load(corpus.LOOK_BAD)])
    model = work / "model.json"
    tocsin.train(ham, bad, model, FULL_SECONDS)
    return _tocsin(run, folder, ("--model", str(model)))


def artefact(run: Plan) -> dict[str, Any]:
    """The curve of a model on header structure alone, same sources on both sides."""
    cases = [case for case in run.cases if case.truth != "spam"]
    scores = yardstick.scores([case.raw for case in cases], [case.truth == "bad" for case in cases], SEED)
    return curve(scores, cases, run.rounds, SEED)


def versions(peers: Sequence[Peer]) -> dict[str, str | None]:
    """Versions of the peers that are installed."""
    found: dict[str, str | None] = {}
    for peer in peers:
        found[peer.name] = None
        with suppress(PeerError):
            found[peer.name] = peer.version()
    return found


def describe(run: Plan) -> dict[str, Any]:
    """What was measured, as JSON."""
    counts: dict[str, dict[str, int]] = {}
    for case in run.cases:
        sources = counts.setdefault(case.truth, {})
        sources[case.source] = sources.get(case.source, 0) + 1
    return {
        "messages": len(run.cases), "by_truth": counts, "held_out": run.split.honest,
        "held_out_sources": list(run.split.held_out), "left_out_for_known_sender": run.split.dropped,
        "provider_passed": sum(case.passed for case in run.cases),
        "taught": {"ham": len(run.taught.ham), "bad": len(run.taught.bad)},
    }  # fmt: skip


def show(result: dict[str, Any]) -> None:
    """Prints the tables."""
    sample, systems = result["sample"], {**result["systems"], "tocsin, fitted locally": result["local_fit"]}
    print(f"{sample['messages']} messages, seed {result['seed']}, {'all' if result['full'] else 'short run'}")
    for truth, sources in sample["by_truth"].items():
        print(f"  {truth}: " + ", ".join(f"{name} {count}" for name, count in sorted(sources.items())))
    if not sample["held_out"]:
        print("WARNING: not held out: no source of the fit archives is named in the model's card as held out")
    for name, reason in result["not_measured"].items():
        print(f"  {name}: {reason}")
    measured = {name: found for name, found in systems.items() if found}
    print()
    print(_headline(systems, result["header_only_artefact"]))
    for title, key in (("per source", "by_source"), ("per language (of attacks)", "recall_by_language")):
        print(_shares(f"Share that is not clean, {title}, % [95 %]", key, measured))
    for name in ("tocsin", "tocsin, fitted locally"):
        if name in measured:
            print(_calibration(name, measured[name]))
            print(_confusion(name, measured[name]))


def _headline(systems: Systems, header_only: dict[str, Any]) -> str:
    head = [
        "", "recall @1% FP", "@0.1% FP", "@1% with news", "alerts/1000 ham", "not clean/1000 ham", "recall shipped",
        "provider-passed", "newsletters flagged",
    ]  # fmt: skip
    rows = [[name, *(_headline_cells(found) if found else ["-"] * 8)] for name, found in systems.items()]
    rows.append(["header-only artefact", *_curve_cells(header_only), *["-"] * 5])
    return output.table("Figures in % unless a thousand is named, with 95 % intervals", head, rows)


def _curve_cells(found: dict[str, Any]) -> list[str]:
    return [
        output.interval(found["ham"]["recall_at_1_percent"]),
        output.interval(found["ham"]["recall_at_0.1_percent"]),
        output.interval(found["ham_and_newsletters"]["recall_at_1_percent"]),
    ]


def _headline_cells(found: dict[str, Any]) -> list[str]:
    return [
        *_curve_cells(found["curve"]),
        output.interval(found["false_alerts_per_1000"]["ham"], 1),
        output.interval(found["not_clean_per_1000"]["ham"], 1),
        output.interval(found["recall"]["not_clean"]),
        output.interval(found["recall_provider_passed"]["not_clean"]),
        output.interval(found["newsletters_flagged"]["not_clean"]),
    ]


def _shares(title: str, key: str, measured: dict[str, dict[str, Any]]) -> str:
    names = list(next(iter(measured.values()))[key]) if measured else []
    rows = []
    for name in names:
        count = next(iter(measured.values()))[key][name]["not_clean"]["n"]
        rows.append(
            [name, str(count), *(output.interval(found[key][name]["not_clean"]) for found in measured.values())]
        )
    return output.table(title, ["", "n", *measured], rows)


def _calibration(name: str, found: dict[str, Any]) -> str:
    head = ["", "n", "Brier", "ECE", "mean probability"]
    rows = [
        [source, str(row["n"]), f"{row['brier']:.4f}", f"{row['ece']:.4f}", f"{row['mean_probability']:.3f}"]
        for source, row in found["calibration"].items()
    ]
    return output.table(f"Calibration of {name}", head, rows)


def _confusion(name: str, found: dict[str, Any]) -> str:
    rows = [[truth, *map(str, counts.values())] for truth, counts in found["confusion"].items()]
    head = ["", *next(iter(found["confusion"].values()))]
    return output.table(f"Verdicts of {name}", head, rows)


if __name__ == "__main__":
    sys.exit(main())
