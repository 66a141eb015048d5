"""Speed and memory on mail, beside rspamd and spamd in the same run: `python -m bench.speed_mail [--out F]`.

The same sanitised messages go through Tocsin in process, `tocsin scan` with two jobs, rspamd with two workers and
spamd with two children (spamd only a first part of them), several times in turn; figures are medians.
Then `tocsin scan` reads a made-up mbox while the memory of its process tree is watched. SEED fixes every choice.
FULL=1 takes more messages, more turns and a mailbox of 10 GB instead of 0.3 GB.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from bench.lib import corpus, output, tocsin
from bench.lib.mailbox import write_mbox
from bench.lib.peers import WORKERS, Peer, Running, pass_over
from bench.lib.process import PeerError, brief, cpu_seconds, memory_mb, stop
from bench.lib.rspamd import Rspamd
from bench.lib.sanitise import sanitise
from bench.lib.spamassassin import SpamAssassin
from bench.lib.stats import slope

SEED = 20261124
SHORT_SECONDS = 50
"""The default run is to end within this."""
TURNS_SECONDS = 30
"""No further turn begins after this in the default run, so that memory can still be watched."""
WARM_UP = 20
COPIES = 3
"""How often the long run of `tocsin scan` holds each message."""
SAMPLE_SECONDS = 0.2
"""How often memory is looked at."""


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    messages: int
    spamd_messages: int
    repeats: int
    mailbox_gb: float
    limit: float
    """Seconds one command may take."""


SHORT = Size(messages=200, spamd_messages=8, repeats=3, mailbox_gb=0.3, limit=15)
FULL = Size(messages=3000, spamd_messages=120, repeats=5, mailbox_gb=10, limit=3600)


@dataclass
class Turns:
    """What the turns gave: milliseconds of CPU a message, and messages per second, by what was run."""

    cpu_ms: dict[str, list[float]] = field(default_factory=dict)
    per_second: dict[str, list[float]] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, cpu_ms: float | None, per_second: float | None) -> None:
        """Notes one turn."""
        if cpu_ms is not None:
            self.cpu_ms.setdefault(name, []).append(cpu_ms)
        if per_second is not None:
            self.per_second.setdefault(name, []).append(per_second)

    def attempt(self, name: str, work: Callable[[], None]) -> None:
        """Does one turn, or notes why it cannot be done; what failed once is not tried again."""
        if name in self.reasons:
            return
        try:
            work()
        except PeerError as error:
            self.reasons[name] = str(error)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="also write the result to this file")
    chosen = parser.parse_args(arguments)
    full, started = os.environ.get("FULL") == "1", time.monotonic()
    result = output.stamp("speed-mail", full=full)
    if not corpus.available():
        print("skipped: no corpus")
        output.finish({**result, "skipped": "no corpus"}, chosen.out)
        return 0
    size = FULL if full else SHORT
    result.update(speed(size, started + (size.limit if full else TURNS_SECONDS)))
    show(result)
    left = size.limit if full else max(5.0, SHORT_SECONDS - 3 - (time.monotonic() - started))
    try:
        result["memory"] = memory(size, left)
    except PeerError as error:
        result["memory"], result["not_measured"]["memory"] = None, str(error)
    print(_memory_line(result))
    output.finish(result, chosen.out)
    return 0


def chosen_messages(size: Size) -> list[bytes]:
    """A third each of honeypot mail, lists and personal mail of the fit archives, and newsletters as far as they go."""
    third = size.messages // 3
    news = corpus.sample(corpus.load(corpus.FINAL_NEWS), third, SEED)
    bad = corpus.sample(corpus.load(corpus.FINAL_BAD), third, SEED)
    ham = corpus.sample(corpus.load(corpus.FIT_HAM), size.messages - len(news) - len(bad), SEED)
    messages = [sanitise(mail.raw) for mail in (*bad, *news, *ham)]
    random.Random(SEED).shuffle(messages)
    return messages


def speed(size: Size, end: float) -> dict[str, Any]:
    """CPU and throughput of everything, medians over interleaved turns; only the first may begin after `end`."""
    turns = Turns()
    with ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tocsin-bench-speed-")))
        messages, servers = _prepare(stack, turns, size)
        few = messages[: size.spamd_messages]
        folder = tocsin.write_folder(work / "mail", messages)
        several = tocsin.write_folder(work / "several", messages * COPIES)
        for turn in range(size.repeats):
            if turn and time.monotonic() > end:
                break
            turns.attempt("tocsin in process", partial(_in_process, turns, messages, len(few)))
            turns.attempt("tocsin scan", partial(measure_scan, turns, folder, several, len(messages), size.limit))
            for name, running in servers.items():
                part = few if name == SpamAssassin.name else messages
                turns.attempt(name, partial(_peer, turns, name, running, part))
    return summary(turns, messages, size)


def _prepare(stack: ExitStack, turns: Turns, size: Size) -> tuple[list[bytes], dict[str, Running]]:
    """The messages, and the servers up and warm. rspamd compiles its patterns while the archives are read."""
    servers: dict[str, Running] = {}
    peers: tuple[Peer, ...] = (Rspamd(), SpamAssassin())
    with ThreadPoolExecutor(len(peers)) as pool:
        starting = {peer.name: pool.submit(stack.enter_context, peer.run()) for peer in peers}
        messages = chosen_messages(size)

    def up(name: str) -> None:
        servers[name] = starting[name].result()
        _settle(servers[name], messages)

    for name in starting:
        turns.attempt(name, partial(up, name))
    return messages, servers


def _settle(running: Running, messages: Sequence[bytes]) -> None:
    """Warms a server up and waits until it has finished compiling patterns in the background."""
    pass_over(running, messages[:WARM_UP])
    before = -1.0
    for _ in range(60):
        now = cpu_seconds(running.pid)
        if now - before < 0.05:
            break
        before = now
        time.sleep(0.5)


def _in_process(turns: Turns, messages: Sequence[bytes], few: int) -> None:
    """judge(parse(raw)) in this process, warmed up; the first `few` messages also apart, for the ratio to spamd."""
    try:
        from tocsin import judge, parse
    except ImportError as error:
        raise PeerError(f"cannot be imported: {error}") from error
    for raw in messages[:WARM_UP]:
        judge(parse(raw))
    marks = [time.process_time()]
    for raw in messages:
        judge(parse(raw))
        marks.append(time.process_time())
    turns.add("tocsin in process", 1000 * (marks[-1] - marks[0]) / len(messages), None)
    turns.add("tocsin in process, spamd's part", 1000 * (marks[few] - marks[0]) / few, None)


def measure_scan(turns: Turns, once: Path, several: Path, count: int, limit: float) -> None:
    """The command over the messages, start-up included; and, by what COPIES of them take longer, without it.

    A start-up measured on a single message would leave out the workers that such a run never starts.
    """
    short = _counted(once, count, limit)
    long = _counted(several, count * COPIES, limit)
    more = count * (COPIES - 1)
    turns.add("tocsin scan", 1000 * short.cpu / count, count / short.wall)
    cpu, wall = max(long.cpu - short.cpu, 0.0), max(long.wall - short.wall, 1e-9)
    turns.add("tocsin scan, start-up excluded", 1000 * cpu / more, more / wall)


def _counted(folder: Path, count: int, limit: float) -> tocsin.Run:
    run = tocsin.call(["scan", str(folder), *tocsin.SCAN], limit)
    missing = tocsin.answers(run.output.splitlines(), count).count(None)
    if missing:
        raise PeerError(f"{missing} of {count} messages got no row")
    return run


def _peer(turns: Turns, name: str, running: Running, messages: Sequence[bytes]) -> None:
    done = pass_over(running, messages)
    if done.errors:
        raise PeerError(f"{done.errors} of {len(messages)} messages got no answer")
    turns.add(name, 1000 * done.cpu / len(messages), len(messages) / done.wall)


def summary(turns: Turns, messages: Sequence[bytes], size: Size) -> dict[str, Any]:
    """Medians and ratios as JSON; a ratio above 1 means that Tocsin is the faster."""
    cpu = {name: round(median(values), 4) for name, values in turns.cpu_ms.items()}
    rate = {name: round(median(values), 2) for name, values in turns.per_second.items()}
    ours, few = "tocsin in process", "tocsin in process, spamd's part"
    warm, spamd = "tocsin scan, start-up excluded", SpamAssassin.name
    return {
        "seed": SEED, "messages": len(messages), "mean_bytes": sum(map(len, messages)) // max(len(messages), 1),
        "spamd_messages": size.spamd_messages,
        "repeats": max(map(len, turns.cpu_ms.values()), default=0), "workers": WORKERS,
        "cpu_ms_per_message": cpu, "messages_per_second": rate, "not_measured": turns.reasons,
        "turns": {"cpu_ms_per_message": turns.cpu_ms, "messages_per_second": turns.per_second},
        "ratios": {
            "cpu_rspamd_to_tocsin": _ratio(cpu.get(Rspamd.name), cpu.get(ours)),
            "cpu_spamd_to_tocsin": _ratio(cpu.get(spamd), cpu.get(few)),
            "throughput_to_rspamd": _ratio(rate.get(warm), rate.get(Rspamd.name)),
            "throughput_to_rspamd_start_up_included": _ratio(rate.get("tocsin scan"), rate.get(Rspamd.name)),
            "throughput_to_spamd": _ratio(rate.get(warm), rate.get(spamd)),
        },
    }  # fmt: skip


def _ratio(above: float | None, below: float | None) -> float | None:
    return round(above / below, 2) if above is not None and below else None


def memory(size: Size, limit: float) -> dict[str, Any]:
    """Memory of `tocsin scan` over a made-up mbox. Raises PeerError when it cannot be run."""
    with tempfile.TemporaryDirectory(prefix="tocsin-bench-mbox-") as name:
        if shutil.disk_usage(name).free / 1e9 < size.mailbox_gb * 1.2 + 2:
            raise PeerError(f"no room on disk for a mailbox of {size.mailbox_gb} GB")
        if not tocsin.PROGRAM.exists():
            raise PeerError("tocsin is not installed")
        path, rows, said = (Path(name) / part for part in ("made-up.mbox", "rows.jsonl", "errors"))
        count = write_mbox(path, int(size.mailbox_gb * 1e9), SEED)
        found = watch([str(tocsin.PROGRAM), "scan", str(path), *tocsin.SCAN], rows, said, limit)
        with rows.open("rb") as lines:
            answered = sum(1 for _ in lines)
        if not answered:
            raise PeerError(f"no rows: {brief(said.read_text(errors='replace'))}")
    return {
        "gb": size.mailbox_gb, "messages": count, "rows": answered, "complete": found.complete,
        "seconds": round(found.seconds, 2), "messages_per_second": round(answered / found.seconds, 1),
        "max_rss_mb": round(max(found.resident), 1), "max_anonymous_mb": round(max(found.anonymous), 1),
        "slope_rss_mb_per_gb": found.growth(found.resident, size.mailbox_gb),
        "slope_anonymous_mb_per_gb": found.growth(found.anonymous, size.mailbox_gb),
        "samples": len(found.times),
    }  # fmt: skip


@dataclass
class Watched:
    """The memory of a process tree over time, in MB at seconds since its start."""

    times: list[float] = field(default_factory=list)
    resident: list[float] = field(default_factory=list)
    anonymous: list[float] = field(default_factory=list)
    seconds: float = 0.0
    complete: bool = False
    """Whether it ended by itself."""

    def growth(self, values: Sequence[float], read: float) -> float | None:
        """MB per GB read in the second half of the run; None when it was ended early, since little was read then."""
        half = len(self.times) // 2
        return round(slope(self.times[half:], values[half:]) * self.seconds / read, 2) if self.complete else None


def watch(command: Sequence[str], rows: Path, said: Path, limit: float) -> Watched:
    """Runs a command and samples its process tree's memory; ends it after `limit` seconds."""
    found = Watched()
    with rows.open("wb") as out, said.open("wb") as errors:
        start = time.monotonic()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors, start_new_session=True)
        try:
            while child.poll() is None and found.seconds < limit:
                resident, anonymous = memory_mb(child.pid)
                found.times.append(found.seconds)
                found.resident.append(resident)
                found.anonymous.append(anonymous)
                time.sleep(SAMPLE_SECONDS)
                found.seconds = time.monotonic() - start
            found.complete = child.poll() is not None
        finally:
            stop(child)
    return found


def show(result: dict[str, Any]) -> None:
    """Prints the tables."""
    print(
        f"{result['messages']} messages of {result['mean_bytes']} bytes on average, {result['repeats']} turns, "
        f"{result['workers']} workers, seed {result['seed']}; spamd: the first {result['spamd_messages']}"
    )
    for name, reason in result["not_measured"].items():
        print(f"  {name}: {reason}")
    cpu, rate = result["cpu_ms_per_message"], result["messages_per_second"]
    rows = [[name, _figure(cpu.get(name)), _figure(rate.get(name))] for name in dict.fromkeys((*cpu, *rate))]
    print(output.table("Medians", ["", "CPU ms/message", "messages/s"], rows))
    ratios = [[name.replace("_", " "), _figure(value)] for name, value in result["ratios"].items()]
    print(output.table("Ratios (above 1: Tocsin is faster)", ["", "times"], ratios))


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _memory_line(result: dict[str, Any]) -> str:
    found = result["memory"]
    if not found:
        return f"memory: {result['not_measured']['memory']}"
    growth = found["slope_rss_mb_per_gb"]
    told = "ended early" if growth is None else f"growth {growth} MB per GB in the second half"
    return (
        f"memory over {found['gb']} GB ({found['rows']} of {found['messages']} messages, {found['seconds']} s): "
        f"at most {found['max_rss_mb']} MB resident ({found['max_anonymous_mb']} anonymous), {told}"
    )


if __name__ == "__main__":
    sys.exit(main())
