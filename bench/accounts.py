"""Detections on sign-in logs, beside pySigma's SQLite backend in the same run: `python -m bench.accounts [--out F]`.

The same made-up raw logs (Entra and Google, SEED) and the same Sigma rules go through both, from file to hits; the
alerts are compared. Ours are read as `tocsin accounts scan --rules R --only-rules --jobs 1` reads them, and once more
with every line read, as without `--only-rules`. Then our own detections read more and more events, as many processes
reading as there are processors. FULL=1 takes more events and goes up to 10 million. Zircolite is no package that an
index has, so it is not run. CPU seconds are of all threads and processes; start-up and the parsing of rules are left
out in what is compared, and counted in the curve.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.lib import output, signins, sqlite_peer
from tocsin.scan.reading import WORTH

SEED = 20261127
RULES = Path(__file__).parent / "suites" / "sigma"
UNDER_ATTACK = 0.2
"""Share of attacks in the logs for correlation rules: a day on which somebody sprays."""
NOW = datetime(2032, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    stateless: int
    stateful: int
    curve: tuple[int, ...]
    peer_seconds: float
    """After so long a query of the peer is given up."""


SHORT = Size(20_000, 40_000, (20_000, 100_000), 10)
FULL = Size(1_000_000, 100_000, (100_000, 1_000_000, 10_000_000), 600)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--data", type=Path, help="where logs are written, and found again (a folder that is removed)")
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args(argv)
    if chosen.child:
        print(own(sorted(chosen.child.glob("*.jsonl"))))
        return 0
    full = os.environ.get("FULL") == "1"
    size, result = (FULL if full else SHORT), output.stamp("accounts", full=full)
    result["seed"] = SEED
    with tempfile.TemporaryDirectory(prefix="tocsin-bench-accounts-") as name:
        folder = chosen.data or Path(name)
        result["stateless"] = stateless(written(folder / f"c{size.stateless}", size.stateless), size)
        result["stateful"] = stateful(written(folder / f"d{size.stateful}", size.stateful, UNDER_ATTACK), size)
        result["remembered"] = remembered(size.stateful)
        result["curve"] = {str(count): curve(folder / f"c{count}", count) for count in size.curve}
    result["zircolite"] = "not run: no package index has it"
    show(result)
    output.finish(result, chosen.out)
    return 0


def written(folder: Path, count: int, attacks: float = signins.ATTACKS) -> list[Path]:
    """Writes the logs, a file a provider as providers give them, unless they are there."""
    paths = [folder / "entra.jsonl", folder / "google.jsonl"]
    if not folder.exists():
        folder.mkdir(parents=True)
        signins.write(paths[0], paths[1], count, SEED, attacks)
    return paths


def ours(paths: Sequence[Path], rules: str, *, sift: bool = True, jobs: int = 1) -> tuple[list[Any], float, float]:
    """Returns the alerts of rules over files, the CPU seconds of this process from file to alerts, and the seconds."""
    from tocsin.formats.accounts import all_formats
    from tocsin.identify.sigma.rules import read
    from tocsin.net.sources import Sources
    from tocsin.scan.accounts import Setup, Told
    from tocsin.scan.reading import How, scan_files

    rules_read = read({"rules": rules})
    assert not rules_read.problems, rules_read.problems
    all_formats()
    how = How(fields=rules_read.fields, sieve=rules_read.sieve if sift else None)
    setup = Setup(rules_read.detections, NOW, columns=how.fields.columns)
    began, started = time.process_time(), time.monotonic()
    with Sources([str(path) for path in paths]) as sources:
        alerts = list(scan_files(sources.files(), how, setup, Told(), jobs))
    return alerts, time.process_time() - began, time.monotonic() - started


def stateless(paths: list[Path], size: Size) -> dict[str, Any]:
    """Eighteen rules on one event each."""
    rules = (RULES / "stateless.yml").read_text()
    alerts, seconds, _ = ours(paths, rules)
    every, unsifted, _ = ours(paths, rules, sift=False)
    mine = Counter(alert.facts["rule"] for alert in alerts)
    began, started = time.process_time(), time.monotonic()
    base = sqlite_peer.load(paths)
    loaded = time.process_time() - began
    theirs, queried = Counter[str](), 0.0
    for title, sql in sqlite_peer.queries(rules):
        got = sqlite_peer.run(base, sql, size.peer_seconds)
        assert got is not None, f"{title} took too long"
        theirs[title], queried = len(got[0]), queried + got[1]
    peer, peer_seconds = loaded + queried, time.monotonic() - started
    return {
        "on_all_processors": together(paths, rules, alerts, peer_seconds),
        "events": size.stateless,
        "rules": 18,
        "hits": mine.total(),
        "identical": mine == +theirs and _ids(alerts) == _ids(every),
        "tocsin_cpu_s": round(seconds, 2),
        "tocsin_unsifted_cpu_s": round(unsifted, 2),
        "sqlite_cpu_s": round(peer, 2),
        "sqlite_query_cpu_s": round(queried, 2),
        "ratio": round(peer / seconds, 2),
        "ratio_unsifted": round(peer / unsifted, 2),
    }


def together(paths: Sequence[Path], rules: str, alerts: Sequence[Any], peer: float) -> dict[str, Any] | None:
    """What a person waits: as many processes as there are processors, beside the one that SQLite can use.

    None where the files are too small for more processes to start.
    """
    if sum(path.stat().st_size for path in paths) < WORTH:
        return None
    found, _, seconds = ours(paths, rules, jobs=os.cpu_count() or 1)
    assert _ids(found) == _ids(alerts)
    return {
        "tocsin_seconds": round(seconds, 2), "sqlite_seconds": round(peer, 2), "ratio": round(peer / seconds, 2),
        "load": round(os.getloadavg()[0], 1),
    }  # fmt: skip


def stateful(paths: list[Path], size: Size) -> dict[str, Any]:
    """Four correlation rules: from rows that are loaded to alerts, and from file to alerts."""
    rules = (RULES / "stateful.yml").read_text()
    alerts, seconds, _ = ours(paths, rules)
    every, unsifted, _ = ours(paths, rules, sift=False)
    assert _ids(alerts) == _ids(every)
    warm = folded(paths, rules)
    groups: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for alert in alerts:
        groups[alert.facts["rule"]][_group(alert)] += alert.count
    began = time.process_time()
    base = sqlite_peer.load(paths)
    loaded = time.process_time() - began
    rows: dict[str, dict[str, Any]] = {}
    queried, late = 0.0, []
    for title, sql in sqlite_peer.queries(rules):
        got = sqlite_peer.run(base, sql, size.peer_seconds)
        if got is None:
            late.append(title)
            queried += size.peer_seconds
            continue
        queried += got[1]
        theirs = {group: len(events) for group, events in sqlite_peer.by_group(got[0]).items()}
        # Of an ordered pair pySigma names both events and we the one that completes it: groups are compared.
        same = set(theirs) == set(groups[title]) if "after" in title else theirs == dict(groups[title])
        rows[title] = {"groups": len(theirs), "identical": same, "sqlite_cpu_s": round(got[1], 3)}
    return {
        "events": size.stateful,
        "attacks": UNDER_ATTACK,
        "rules": rows,
        "not_done": late,
        "tocsin_cpu_s": round(seconds, 2),
        "tocsin_unsifted_cpu_s": round(unsifted, 2),
        "tocsin_fold_cpu_s": round(warm, 3),
        "sqlite_cpu_s": round(loaded + queried, 2),
        "sqlite_query_cpu_s": round(queried, 2),
        "ratio": round((loaded + queried) / seconds, 2),
        "ratio_unsifted": round((loaded + queried) / unsifted, 2),
        "ratio_of_rules_alone": round(queried / warm, 1),
    }


def _ids(alerts: Sequence[Any]) -> Counter[tuple[str, int]]:
    return Counter((alert.id, alert.count) for alert in alerts)


def _group(alert: Any) -> str:
    return str(alert.person if alert.facts["rule"].endswith("one account") else alert.facts["ip"])


def folded(paths: Sequence[Path], rules: str) -> float:
    """Returns the CPU seconds of the rules alone, events being in memory: what the peer's queries are."""
    from tocsin.identify.columns import frame_of, in_order
    from tocsin.identify.detector import Detector
    from tocsin.identify.sigma.rules import read
    from tocsin.net.sources import Sources
    from tocsin.scan.logs import Seen, read_with_rules
    from tocsin.scan.spool import with_values

    made = read({"rules": rules})
    with Sources([str(path) for path in paths]) as sources:
        seen = [one for one in read_with_rules(sources.files(), "auto", NOW, made.fields) if isinstance(one, Seen)]
    frame = with_values(frame_of(one.activity for one in seen), made.fields.columns, [one.values for one in seen])
    began = time.process_time()
    detector = Detector(made.detections)
    for _ in (*detector.step(in_order(frame)), *detector.pending()):
        pass
    return time.process_time() - began


def own(paths: Sequence[Path]) -> str:
    """Runs all our detections over files, in a process of their own; returns figures as text."""
    from tocsin.identify.detections import all_detections
    from tocsin.net.sources import Sources
    from tocsin.scan.accounts import Setup, Told
    from tocsin.scan.reading import How, scan_files

    told, began, alerts = Told(), time.monotonic(), 0
    with Sources([str(path) for path in paths]) as sources:
        jobs = (os.cpu_count() or 1) if sources.total > WORTH else 1
        for _ in scan_files(sources.files(), How(), Setup(all_detections(), NOW), told, jobs):
            alerts += 1
    here, workers = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = sum(one.ru_utime + one.ru_stime for one in (here, workers))
    peak = (_most_memory() + (jobs * workers.ru_maxrss if jobs > 1 else 0)) * 1024 / 1e6
    return f"{told.events} {alerts} {time.monotonic() - began:.2f} {cpu:.2f} {peak:.0f}"


def _most_memory() -> int:
    """Returns the most KiB that this process had. `getrusage` would count what it was forked from."""
    status = Path("/proc/self/status").read_text()
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


def remembered(pairs: int) -> dict[str, Any]:
    """What is remembered of so many pairs of a person and a value that were never there before, the worst there is."""
    import polars as pl

    from tocsin.identify.columns import SCHEMA
    from tocsin.identify.detections import all_detections
    from tocsin.model.activity import Act, Status

    form = all_detections()["new-device"].form
    row = pl.int_range(pairs, eager=False)
    events = pl.select(
        time=pl.lit(signins.BEGIN).cast(SCHEMA["time"]) + pl.duration(milliseconds=row * 100),
        person=pl.format("person{}@harbour.example", row % signins.PEOPLE),
        device=pl.format("{}-0000-4000-8000-000000000000", row.cast(pl.String).str.zfill(8)),
        agent=pl.lit(signins.AGENTS[0]),
        id=row.cast(pl.String),
    )
    events = events.with_columns(
        pl.lit(Act.SIGN_IN.value).cast(SCHEMA["act"]).alias("act"),
        pl.lit(Status.SUCCESS.value).cast(SCHEMA["status"]).alias("status"),
    )
    lacking = [pl.lit(None, kind).alias(name) for name, kind in SCHEMA.items() if name not in events.columns]
    events = events.with_columns(lacking).with_columns(pl.col("provider", "digest").fill_null(""))
    began = time.process_time()
    _, state = form.step(None, events, pl.lit(events.item(-1, "time")))
    assert state is not None
    assert len(state) == pairs
    return {
        "pairs": pairs,
        "bytes_each": round(state.estimated_size() / pairs, 1),
        "cpu_us_each": round(1e6 * (time.process_time() - began) / pairs, 1),
    }


def curve(folder: Path, count: int) -> dict[str, Any]:
    """What so many events cost; `load` tells how many processes the machine had to run meanwhile, ours among them."""
    written(folder, count)
    command = [sys.executable, "-m", "bench.accounts", "--child", str(folder)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    events, alerts, seconds, cpu, peak = map(float, done.stdout.split())
    assert int(events) >= count, done.stdout
    return {
        "events": int(events),
        "alerts": int(alerts),
        "seconds": seconds,
        "cpu_s": cpu,
        "peak_mb": int(peak),
        "events_per_second": round(events / seconds),
        "cpu_us_per_event": round(1e6 * cpu / events, 1),
        "load": round(os.getloadavg()[0], 1),
    }


def show(result: dict[str, Any]) -> None:
    """Prints the tables."""
    one, many = result["stateless"], result["stateful"]
    rows = [
        [
            f"{one['rules']} stateless rules, {one['events']} events, file to hits",
            f"{one['tocsin_cpu_s']}",
            f"{one['sqlite_cpu_s']}",
            f"{one['ratio']}",
            "yes" if one["identical"] else "NO",
        ],
        [
            "the same, every line read",
            f"{one['tocsin_unsifted_cpu_s']}",
            f"{one['sqlite_cpu_s']}",
            f"{one['ratio_unsifted']}",
            "",
        ],
        [
            f"{len(many['rules'])} correlation rules, {many['events']} events, file to hits",
            f"{many['tocsin_cpu_s']}",
            f"{many['sqlite_cpu_s']}",
            f"{many['ratio']}",
            "yes" if all(one["identical"] for one in many["rules"].values()) else "NO",
        ],
        [
            "the same, every line read",
            f"{many['tocsin_unsifted_cpu_s']}",
            f"{many['sqlite_cpu_s']}",
            f"{many['ratio_unsifted']}",
            "",
        ],
        [
            "the same, the rules alone",
            f"{many['tocsin_fold_cpu_s']}",
            f"{many['sqlite_query_cpu_s']}",
            f"{many['ratio_of_rules_alone']}",
            "",
        ],
    ]
    print(output.table("CPU seconds", ["", "tocsin", "pySigma sqlite", "times", "identical"], rows))
    if waited := one["on_all_processors"]:
        print(f"  seconds that a person waits for the first: {waited}\n")
    if many["not_done"]:
        print(f"  not done by SQLite in time: {', '.join(many['not_done'])}")
    each = result["remembered"]
    print(f"  remembered of each new pair of person and value: {each['bytes_each']} bytes\n")
    points = [
        [f"{p['events']:,}", f"{p['seconds']}", f"{p['cpu_us_per_event']}", f"{p['peak_mb']}", f"{p['alerts']:,}"]
        for p in result["curve"].values()
    ]
    print(
        output.table(
            "All our detections, file to alerts", ["events", "seconds", "CPU µs/event", "peak MB", "alerts"], points
        )
    )


if __name__ == "__main__":
    sys.exit(main())
