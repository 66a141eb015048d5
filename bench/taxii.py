"""The TAXII server beside others: objects a second of its processor, out and in: `python -m bench.taxii [--out F]`.

`tocsin taxii serve` is started as anybody would, on SQLite, and a partner fills a collection over HTTP with made-up
indicators of some 800 bytes, 5,000 at a time, then reads it by pages of 1,000; each request brings the partner's
token. Every object is validated on its way in, and the disk is waited for at each commit. The processor is that of the
server's process alone; p99 is of a page, at the client, from the request to the last byte. Medallion, the server that
OASIS gives out for tests, is filled and read in the same way in the same run, with 1,000 objects in memory; OpenTAXII
cannot be run from the package index (0.9.3 answers 500 on /collections/), so what a run of its git head gave before is
quoted. FULL=1 takes 1,000,000 objects beside 100,000.
"""

from __future__ import annotations

import argparse
import http.client
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final

from bench.lib import medallion, output
from bench.lib.process import PeerError, free_port, server
from bench.lib.taxii import Running, fill, indicators, read
from tocsin import bootstrap
from tocsin.app import access, collecting, log, partners
from tocsin.model.people import Tlp
from tocsin.model.profile import Kind

SHORT, FULL = (100_000,), (100_000, 1_000_000)
PEER: Final = 1_000
BATCH, PAGE = 5_000, 1_000
OPENTAXII: Final[dict[str, Any]] = {
    "measured": "in an earlier run of its git head, not in this one",
    "read_per_cpu_s": [4_400, 5_000],
    "ingest_per_cpu_s": 302,
    "limit": 1_000,
}
ORGANISATION: Final = "harbour"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="also write the result to this file")
    chosen = parser.parse_args(arguments)
    full = os.environ.get("FULL") == "1"
    result: dict[str, Any] = output.stamp("taxii", full=full) | {"limit": PAGE, "batch": BATCH, "tocsin": {}}
    for objects in FULL if full else SHORT:
        with tocsin() as running:
            result["tocsin"][str(objects)] = measure(running, objects)
    result["medallion"] = peer()
    result["opentaxii"] = OPENTAXII
    show(result)
    output.finish(result, chosen.out)
    return 0


def measure(running: Running, objects: int) -> dict[str, Any]:
    """Fills a collection and reads it."""
    source = indicators(objects)
    batches = iter(lambda: list(islice(source, BATCH)), [])
    return {"ingest": fill(running, batches), "read": read(running, PAGE)}


@contextmanager
def tocsin() -> Iterator[Running]:
    """Runs the server with a partner that may read and write a collection."""
    with tempfile.TemporaryDirectory(prefix="tocsin-bench-taxii-") as folder:
        os.environ["TOCSIN_HOME"] = folder
        store = bootstrap.make_store(create=True)
        bootstrap.make_signer(create=True)
        try:
            terminal = access.enter(store, access.node(ORGANISATION), bootstrap.now, bootstrap.make_chance())
            log.begin(terminal, "Harbour (synthetic)", Kind.CAMPAIGN)
            here = [collecting.open_collection(terminal, "bench")]
            made = partners.add_partner(terminal, "Quay (synthetic)", "", Tlp.GREEN, here, here)
        finally:
            store.close()
        port = free_port()
        command = [sys.executable, "-m", "tocsin.cli.main", "taxii", "serve", "--port", str(port)]
        with server(command, Path(folder) / "server.log", lambda: _listens(port)) as pid:
            yield Running(pid, port, f"/taxii2/{ORGANISATION}/collections/{here[0]}/", f"Bearer {made.token}")


def _listens(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", "/taxii2/")
    return connection.getresponse().status == 401


def peer() -> dict[str, Any]:
    """The same with medallion; its words where it cannot be had."""
    try:
        with medallion.running(PAGE) as running:
            return {"version": medallion.version(), **measure(running, PEER)}
    except PeerError as error:
        return {"not_measured": str(error)}


def show(result: dict[str, Any]) -> None:
    """Prints the table."""
    rows = [_row(f"tocsin, {int(count):,}", one) for count, one in result["tocsin"].items()]
    if "read" in result["medallion"]:
        rows.append(_row(f"medallion, {PEER:,}", result["medallion"]))
    low, high = OPENTAXII["read_per_cpu_s"]
    rows.append(["OpenTAXII, quoted", f"{low:,}-{high:,}", "-", "-", "-", f"{OPENTAXII['ingest_per_cpu_s']:,}"])
    head = ["server, objects", "read/CPU-s", "p50 ms", "p99 ms", "RSS MB", "ingest/CPU-s"]
    print(output.table("TAXII, pages of 1,000, with authentication", head, rows))
    if "not_measured" in result["medallion"]:
        print(f"  medallion: {result['medallion']['not_measured']}\n")


def _row(name: str, one: dict[str, Any]) -> list[str]:
    got, taken = one["read"], one["ingest"]
    assert got["objects"] == got["different"] == taken["objects"], f"{name}: not all is there"
    figures = [f"{got['per_cpu_s']:,}", str(got["p50_ms"]), str(got["p99_ms"]), f"{got['rss_mb']:,}"]
    return [name, *figures, f"{taken['per_cpu_s']:,}"]


if __name__ == "__main__":
    raise SystemExit(main())
