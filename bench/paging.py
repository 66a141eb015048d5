"""Paging through collections while others write, on SQLite and PostgreSQL: `python -m bench.paging [--out F]`.

Each run lets two partners write to a collection at the same time (new objects, newer and older versions, objects that
are hidden from the reader, deletions, in batches of random sizes) and a third read it by pages of random sizes, by
`next` or by `added_after`, from where the run before ended until all is written. Every version that
the reader may see must be found once. It goes through the use cases, the filters and the rendering of the TAXII
server, not through sockets. FULL=1 makes 10,000 runs, half of them on each database; else 150. With --database and
--part they are made bit by bit.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from shutil import which
from typing import Any

from tests.fixtures import postgres

from bench.lib import output
from bench.lib.paging import ORGANISATION, Place, Run, Tally
from tocsin import bootstrap
from tocsin.app import access, log
from tocsin.model.profile import Kind
from tocsin.store.store import Store

DATABASES = ("sqlite", "postgresql")
SHORT, FULL = 150, 10_000
"""Runs in all."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; returns the exit code: 1 where anything was lost or doubled."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="also write the result to this file")
    parser.add_argument("--database", choices=DATABASES, help="only this one, added to what stands in the file")
    parser.add_argument("--part", default="1/1", help="only so much of the runs: 2/3 is the second of three parts")
    chosen = parser.parse_args(arguments)
    full = os.environ.get("FULL") == "1"
    result: dict[str, Any] = output.stamp("paging", full=full) | {"databases": {}}
    part, parts = map(int, chosen.part.split("/"))
    runs = (FULL if full else SHORT) // 2 // parts
    if chosen.database and chosen.out and chosen.out.exists():
        result["databases"] = json.loads(chosen.out.read_text())["databases"]
    for name in (chosen.database,) if chosen.database else DATABASES:
        if name == "postgresql" and not which("pg_ctlcluster"):
            result["not_measured"] = {"postgresql": "not installed"}
            continue
        with database(name) as store:
            found = measure(store, range((part - 1) * runs, part * runs))
        before = result["databases"].get(name, {})
        result["databases"][name] = {key: round(value + before.get(key, 0), 1) for key, value in found.items()}
    result["full"] = sum(one["runs"] for one in result["databases"].values()) >= FULL
    show(result)
    output.finish(result, chosen.out)
    return int(any(one["lost"] or one["doubled"] for one in result["databases"].values()))


@contextmanager
def database(name: str) -> Iterator[Store]:
    """Gives a store with an organisation. The server does not wait for the disk: no crash is part of this."""
    if name == "sqlite":
        with tempfile.TemporaryDirectory(prefix="tocsin-bench-paging-", dir=_memory()) as folder:
            yield from _begun(f"sqlite:///{folder}/tocsin.db")
    else:
        with postgres.running("fsync=off") as server, server.database() as url:
            yield from _begun(url)


def _memory() -> str | None:
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _begun(url: str) -> Iterator[Store]:
    store = Store(url, b"k" * 32, lambda: datetime.now(UTC))
    terminal = access.enter(store, access.node(ORGANISATION), bootstrap.now, bootstrap.make_chance())
    log.begin(terminal, "Harbour (synthetic)", Kind.CAMPAIGN)
    try:
        yield store
    finally:
        store.close()


def measure(store: Store, seeds: range) -> dict[str, Any]:
    """Makes the runs, and returns what was found."""
    tally, place = Tally(), Place(store)
    started = time.perf_counter()
    for seed in seeds:
        Run(place, seed).go(tally)
    return {
        "runs": tally.runs, "objects": tally.objects, "pages": tally.pages,
        "written_while_read": tally.written_while_read, "by_next": tally.ways["next"],
        "by_added_after": tally.ways["added_after"], "lost": tally.lost, "doubled": tally.doubled + tally.before,
        "seconds": round(time.perf_counter() - started, 1),
    }  # fmt: skip


def show(result: dict[str, Any]) -> None:
    """Prints the table."""
    names = ("runs", "objects", "pages", "written_while_read", "lost", "doubled")
    rows = [[name, *(f"{one[key]:,}" for key in names)] for name, one in result["databases"].items()]
    print(output.table("Paging while others write", ("database", *names), rows))


if __name__ == "__main__":
    raise SystemExit(main())
