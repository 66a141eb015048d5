"""The log beside a plain insert, on SQLite and PostgreSQL in the same run: `python -m bench.log [--out F]`.

The same entries are written three ways, in batches of 1,000 that are each committed: as rows of a plain table; as
chained entries of the log alone; and as a use case appends them, with vault (sealed), tree and views. A fifth of the
events are judged messages with a record in the vault, the rest is what people do about them, kind by kind in each batch
(a batch that mixes kinds event by event takes longer: each change of kind is a statement). Then the log is verified,
the views are made again, and lists and proofs are asked for. FULL=1 takes 100,000 events instead of 20,000,
and before it verifies and makes the views again it fills the log up to 1,000,000 (without views, which are then made).
Both databases wait for the disk on every commit, as in use.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from shutil import which
from typing import Any

from sqlalchemy import BigInteger, Column, LargeBinary, MetaData, Table
from tests.fixtures import postgres

from bench.lib import output
from bench.lib.judged import BATCH, DAY, judged
from tocsin.model import event as e
from tocsin.model.people import Tlp
from tocsin.model.verdict import Class
from tocsin.store.engine import bulk_insert, open_engine, transaction
from tocsin.store.log import Log
from tocsin.store.store import Store, Writer

SHORT, FULL = (20_000, 20_000), (100_000, 1_000_000)
"""Events that are written three ways, and events of the log that is verified."""
SINGLE = 200
"""Events that are committed one by one."""
ASKS = 40
"""Times that a list or a proof is asked for."""
ORGANISATION = "harbour"
PEOPLE = tuple(f"p-{number}" for number in range(50))
LABELS = tuple(Tlp)
_plain = Table("plain", MetaData(), Column("seq", BigInteger, primary_key=True, autoincrement=False),
               Column("bytes", LargeBinary, nullable=False))  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="also write the result to this file")
    chosen = parser.parse_args(arguments)
    full = os.environ.get("FULL") == "1"
    events, whole = FULL if full else SHORT
    result = output.stamp("log", full=full) | {
        "events": events,
        "log": whole,
        "batch": BATCH,
        "databases": {},
        "not_measured": {},
    }
    with tempfile.TemporaryDirectory(prefix="tocsin-bench-log-") as folder:
        result["databases"]["sqlite"] = measure(f"sqlite:///{folder}/tocsin.db", events, whole)
    if which("pg_ctlcluster"):
        with postgres.running() as server, server.database() as url:
            result["databases"]["postgresql"] = measure(url, events, whole)
    else:
        result["not_measured"]["postgresql"] = "not installed"
    show(result)
    output.finish(result, chosen.out)
    return 0


def measure(url: str, events: int, whole: int) -> dict[str, Any]:
    """All figures of one database."""
    store = Store(url, b"k" * 32, lambda: datetime.now(UTC))
    store.begin(ORGANISATION)
    appended, _ = timed(lambda: append(store, events))
    raws = _raws(store)
    plain, _ = timed(lambda: insert_plain(url, raws))
    chained, _ = timed(lambda: chain(store, url, raws))
    single, _ = timed(lambda: one_by_one(store))
    fill(store, events, whole)
    rebuilt, read = timed(store.rebuild)
    cpu = time.process_time()
    verified, report = timed(lambda: verify(store))
    cpu = time.process_time() - cpu
    if report.broken:
        raise RuntimeError(f"the log does not check out: {report.broken[0]}")
    found = {
        "plain_insert_per_second": events / plain, "chained_per_second": events / chained,
        "appended_per_second": events / appended, "one_by_one_per_second": SINGLE / single,
        "plain_to_chained": chained / plain, "plain_to_appended": appended / plain,
        "verified_per_second": report.size / verified, "verify_seconds_per_million": 1e6 * verified / report.size,
        "verify_cpu_seconds_per_million": 1e6 * cpu / report.size,
        "rebuilt_per_second": read / rebuilt, "rebuild_seconds_per_million": 1e6 * rebuilt / read,
    }  # fmt: skip
    figures = {name: round(value, 2) for name, value in found.items()} | asks(store)
    store.close()
    return figures


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds, and what came out."""
    started = time.perf_counter()
    made = work()
    return time.perf_counter() - started, made


def append(store: Store, events: int) -> None:
    """Appends as a use case does, a batch in a transaction."""
    for start in range(0, events, BATCH):
        with store.write(ORGANISATION) as writer:
            writer.append(*drafts(writer, start, BATCH))


def fill(store: Store, start: int, end: int) -> None:
    """Makes the log longer without its views."""
    for at in range(start, end, BATCH):
        with store.write(ORGANISATION) as writer:
            events = list(drafts(writer, at, BATCH))
            writer.vault.flush()
            writer.log.append(events, writer.now)


def drafts(writer: Writer, start: int, number: int) -> Iterator[e.Draft]:
    """A fifth of judged messages, then what people do about them."""
    mails = [f"m-{start + place}" for place in range(number // 5)]
    for place, message in enumerate(mails):
        at = DAY + timedelta(minutes=start + place)
        yield e.Draft(judged(writer, message, start + place, PEOPLE), "node", at)
    for turn in range(2):
        for message in mails:
            yield e.Draft(
                e.SafetyAsked(question=f"q-{turn}-{message}", person="p-1", kind="mail", message=message), "p-1"
            )
    for message in mails:
        yield e.Draft(e.RecipientsWarned(message=message, people=("p-1",)), "p-2")
    half = len(mails) // 2
    for message in mails[:half]:
        yield e.Draft(e.VerdictConfirmed(message=message, verdict=Class.MALICIOUS), "p-2")
    for message in mails[half:]:
        yield e.Draft(e.SessionRevoked(session=f"s-{message}"), "p-2")


def _raws(store: Store) -> list[bytes]:
    with store.read(ORGANISATION) as reader:
        return [raw for _, raw, _ in reader.log.rows()]


def _batches(raws: Sequence[bytes]) -> Iterator[tuple[int, Sequence[bytes]]]:
    for start in range(0, len(raws), BATCH):
        yield start, raws[start : start + BATCH]


def insert_plain(url: str, raws: Sequence[bytes]) -> None:
    """Inserts the same bytes into a plain table by the same bulk path."""
    with _engine(url) as engine:
        with transaction(engine, writes=True) as connection:
            _plain.create(connection)
        for start, part in _batches(raws):
            with transaction(engine, writes=True) as connection:
                bulk_insert(connection, _plain, ("seq", "bytes"), list(enumerate(part, start)))


def chain(store: Store, url: str, raws: Sequence[bytes]) -> None:
    """Appends the same bytes to another log, without vault and views."""
    store.begin("chained")
    with _engine(url) as engine:
        for _, part in _batches(raws):
            with transaction(engine, writes=True) as connection:
                Log(connection, "chained", for_append=True).append_raw(part)


@contextmanager
def _engine(url: str) -> Iterator[Any]:
    engine = open_engine(url)
    yield engine
    engine.dispose()


def one_by_one(store: Store) -> None:
    """Commits every event by itself, as a click on a page does."""
    for number in range(SINGLE):
        with store.write(ORGANISATION) as writer:
            writer.append(e.Draft(e.SessionRevoked(session=f"single-{number}"), "p-1"))


def verify(store: Store) -> Any:
    """Checks the whole log."""
    with store.read(ORGANISATION) as reader:
        return reader.verify([])


def asks(store: Store) -> dict[str, float]:
    """The 95th percentile, in milliseconds, of what a page asks for."""
    with store.read(ORGANISATION) as reader:
        views, log = reader.views, reader.log
        after = views.queue(LABELS, DAY).after
        work: dict[str, Callable[[int], Any]] = {
            "queue": lambda _: views.queue(LABELS, DAY),
            "queue_counts": lambda _: views.waiting(LABELS, DAY),
            "queue_second_page": lambda _: views.queue(LABELS, DAY, after=after),
            "messages_by_technique": lambda n: views.messages(technique=f"T{1500 + n % 40}"),
            "messages_by_sender": lambda n: views.messages(sender=f"help{n}@sender.test"),
            "messages_by_technique_and_recipient": lambda n: views.messages(technique="T1566.002", recipient=f"p-{n}"),
            "journal_by_actor": lambda _: views.journal(actor="p-1"),
            "counts_of_90_days": lambda _: views.counts("verdict", DAY.date(), (DAY + timedelta(days=90)).date()),
            "inclusion_proof": lambda n: log.inclusion(n * log.size // ASKS),
        }
        return {f"{name}_p95_ms": _p95(ask) for name, ask in work.items()}


def _p95(ask: Callable[[int], Any]) -> float:
    taken = [timed(partial(ask, number))[0] for number in range(ASKS)]
    return round(1000 * statistics.quantiles(taken, n=20)[-1], 2)


def show(result: dict[str, Any]) -> None:
    """Prints the table."""
    found = result["databases"]
    rows = [(name, *(f"{figures[name]:,.2f}" for figures in found.values())) for name in found["sqlite"]]
    print(output.table(f"{result['events']:,} events written, a log of {result['log']:,}", ("", *found), rows))


if __name__ == "__main__":
    raise SystemExit(main())
