"""Tocsin as a user runs it: the command over a folder, rows of JSON lines back."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.lib.peers import WORKERS
from bench.lib.process import PeerError, brief

PROGRAM = Path(sys.executable).with_name("tocsin")
SCAN = ("--format", "jsonl", "--no-history", "--jobs", str(WORKERS))
"""History is off because each class of the corpus comes from its own folder, which would make history a label."""
_LABELS = frozenset({"malicious", "suspicious", "unwanted", "clean"})


@dataclass(frozen=True)
class Answer:
    """One row of `tocsin scan`."""

    verdict: str
    probability: float
    """That the message is not clean."""
    malicious: float
    """That it is malicious."""


@dataclass(frozen=True)
class Run:
    """One run of a command."""

    output: str
    wall: float
    """Seconds, start-up included."""
    cpu: float
    """Seconds of processor time of the process and those it started."""


def write_folder(folder: Path, messages: Sequence[bytes]) -> Path:
    """Writes message number i as `00000i.eml`, so that no name tells where a message is from."""
    folder.mkdir(parents=True)
    for number, raw in enumerate(messages):
        (folder / f"{number:06d}.eml").write_bytes(raw)
    return folder


def call(arguments: Iterable[str], seconds: float) -> Run:
    """Runs the program. Raises PeerError when it is absent, too slow, or fails without any output.

    A verdict is also told by the exit code, so that alone says nothing about success.
    """
    command = [str(PROGRAM), *arguments]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    try:
        told = subprocess.run(
            command, capture_output=True, timeout=seconds, check=False, env=_environment(), stdin=subprocess.DEVNULL
        )
    except FileNotFoundError as error:
        raise PeerError("tocsin is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise PeerError(f"not done within {seconds:.0f} s") from error
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if told.returncode and not told.stdout.strip():
        raise PeerError(f"ended with {told.returncode}: {brief(told.stderr.decode('utf-8', 'replace'))}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(told.stdout.decode("utf-8", "replace"), wall, cpu)


def scan(folder: Path, count: int, seconds: float, options: Sequence[str] = ()) -> list[Answer | None]:
    """The answers for a folder that `write_folder` wrote; None for a message that got no row. Raises PeerError."""
    run = call(["scan", str(folder), *SCAN, *options], seconds)
    return answers(run.output.splitlines(), count)


def answers(rows: Iterable[str], count: int) -> list[Answer | None]:
    """Rows by message number. Raises PeerError when a row is not what the interface says, or none is there."""
    found: list[Answer | None] = [None] * count
    for row in filter(str.strip, rows):
        try:
            fields = json.loads(row)
            number = int(Path(str(fields["path"])).name.partition(".")[0])
            answer = Answer(
                str(fields["verdict"]), float(fields["probability"]), float(fields["probability_malicious"])
            )
        except (ValueError, KeyError, TypeError) as error:
            raise PeerError(f"unreadable row ({type(error).__name__}): {row[:120]}") from error
        sane = 0 <= answer.probability <= 1 and 0 <= answer.malicious <= 1
        if answer.verdict not in _LABELS or not 0 <= number < count or not sane:
            raise PeerError(f"row outside the interface: {row[:120]}")
        found[number] = answer
    if count and not any(found):
        raise PeerError("no rows")
    return found


def train(ham: Path, bad: Path, out: Path, seconds: float) -> None:
    """Fits a model locally. Raises PeerError when there is none afterwards."""
    call(["train", "--ham", str(ham), "--bad", str(bad), "--out", str(out)], seconds)
    if not out.exists():
        raise PeerError("tocsin train wrote no model")


def _environment() -> dict[str, str]:
    return {**os.environ, "NO_COLOR": "1"}
