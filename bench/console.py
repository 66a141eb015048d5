"""The console with a full store: time of its pages and memory of the server: `python -m bench.console [--out F]`.

A store (SQLite, sealed vault) is filled with judged messages of fifty people of sixty days, one in twenty with
all that is kept of a submitted mail; then `tocsin serve` is started on it as
anybody would, and somebody who is signed in looks at every kind of page, in turn; then several people do at once. What
a page takes is counted at the client, from the request to the last byte. The peer is the same server's answer that it
is alive, which touches no store: what is above it is the page's own. Memory is that of the server's processes.
FULL=1 takes 1,000,000 messages instead of 20,000, and more requests.
"""

from __future__ import annotations

import argparse
import http.client
import os
import secrets
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from bench.lib import output, tocsin
from bench.lib.judged import WHOLE, Example, examples_in, fill
from bench.lib.process import free_port, memory_mb, server
from tocsin import bootstrap
from tocsin.app import access, credentials, incidents, invitations, log, people, submission
from tocsin.app.access import Access, enter, recognise
from tocsin.common import totp
from tocsin.model.event import Draft, RoleGiven
from tocsin.model.people import Role
from tocsin.model.profile import Kind, Person
from tocsin.model.source import RawMail
from tocsin.net.sources import Sources
from tocsin.store.store import Store

SHORT, FULL = (20_000, 20), (1_000_000, 100)
"""Messages in the store, and requests for each page."""
AT_ONCE: Final = 4
"""People who look at pages at the same time."""
ORGANISATION: Final = "harbour"
STAFF: Final = 50
ALIVE: Final = "alive, without the store"
EXAMPLES: Final = Path(__file__).parents[1] / "examples" / "mailbox"


@dataclass(frozen=True)
class Desk:
    """Whom the console is asked for, and about what."""

    secret: str
    """Of the session of the one who looks."""
    incident: str
    person: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="also write the result to this file")
    chosen = parser.parse_args(arguments)
    full = os.environ.get("FULL") == "1"
    messages, requests = FULL if full else SHORT
    result = output.stamp("console", full=full) | {"messages": messages, "requests": requests, "people": AT_ONCE}
    with tempfile.TemporaryDirectory(prefix="tocsin-bench-console-") as folder:
        os.environ["TOCSIN_HOME"] = folder
        started = time.perf_counter()
        desk = prepare(messages)
        result["filled_seconds"] = round(time.perf_counter() - started, 1)
        result["store_mb"] = round(sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6, 1)
        result |= measure(desk, messages, requests, Path(folder))
    show(result)
    output.finish(result, chosen.out)
    return 0


def prepare(messages: int) -> Desk:
    """Begins an organisation with its people and mail, and signs somebody in."""
    store = bootstrap.make_store(create=True)
    signer = bootstrap.make_signer(create=True)
    try:
        terminal = _enter(store, access.node(ORGANISATION))
        log.begin(terminal, "Harbour Campaign (synthetic)", Kind.CAMPAIGN)
        staff = [
            people.add_person(terminal, Person(f"Person {number} (synthetic)", (f"p{number}@harbour.example",)))
            for number in range(STAFF)
        ]
        secret = _signed_in(store, terminal, staff[0])
        fill(store, ORGANISATION, messages, staff, _submitted(store, terminal))
        incident = incidents.open_incident(terminal, "A wave of pages that ask for passwords", ["m-0", "m-1"])
        log.sign_head(terminal, signer)
        return Desk(secret, incident, staff[1])
    finally:
        store.close()


def _submitted(store: Store, terminal: Access) -> list[Example]:
    """The attacks among the shipped examples, judged as anybody's upload is."""
    with Sources([str(EXAMPLES)]) as sources:
        raws = [one.raw for one in sources.open() if isinstance(one, RawMail)]
    list(submission.submit(terminal, bootstrap.make_judge(), raws))
    return examples_in(store, ORGANISATION)


def _enter(store: Store, actor: Any) -> Access:
    return enter(store, actor, bootstrap.now, bootstrap.make_chance())


def _signed_in(store: Store, terminal: Access, person: str) -> str:
    """The secret of a session of somebody who may see every page."""
    with store.write(ORGANISATION) as writer:
        writer.append(*(Draft(RoleGiven(person, role), "node") for role in (Role.ADMIN, Role.LEAD, Role.ANALYST)))
    invitation = invitations.invite(terminal, person)
    opened = invitations.accept(_enter(store, access.stranger(ORGANISATION)), invitation.secret, "a benchmark")
    actor = recognise(store, opened.secret, bootstrap.now())
    if actor is None:
        raise RuntimeError("nobody was signed in")
    codes = secrets.token_bytes(20)
    now = totp.code(codes, int(time.time()) // totp.STEP)
    password = secrets.token_hex(16)
    credentials.set_password(_enter(store, actor), bootstrap.make_passwords(), password, totp.encoded(codes), now)
    return opened.secret


def pages(desk: Desk, messages: int) -> dict[str, tuple[Callable[[int], str], str]]:
    """For each kind of page the address of the n-th request, another thing each time where there are several, and
    what its page shows if it is the right one.
    """
    whole = messages // WHOLE
    return {
        ALIVE: (lambda _: "/health", ""),
        "queue": (lambda _: "/queue", "Your account "),
        "queue, messages alone": (lambda _: "/queue?kind=message", "Your account "),
        "queue by sender": (lambda n: f"/queue?sender=help{n}@sender.test", "Your account "),
        "queue by technique and recipient": (
            lambda n: f"/queue?technique=T{1500 + n % 40}&recipient={desk.person}", "recipient",
        ),
        "message": (lambda n: f"/messages/m-{n * 7919 % whole * WHOLE}", "class=\"route\""),
        "incidents": (lambda _: "/incidents", "A wave of pages"),
        "incident": (lambda _: f"/incidents/{desk.incident}", "Your account "),
        "people": (lambda _: "/people", "Person 49"),
        "person": (lambda _: f"/people/{desk.person}", "p1@harbour.example"),
        "figures of 90 days": (lambda _: "/figures?days=90", "T1566.002"),
        "log": (lambda _: "/log", "incident-opened"),
        "log by actor": (lambda _: "/log?actor=node", "incident-opened"),
        "entry with its proof": (lambda n: f"/log/{n * (messages // 200)}", "RFC 9162"),
        "ask": (lambda _: "/ask", "Is this safe?"),
        "own sign-ins": (lambda _: "/me", "Where you are signed in"),
    }  # fmt: skip


def measure(desk: Desk, messages: int, requests: int, folder: Path) -> dict[str, Any]:
    """Times of the pages in milliseconds and memory of the server in MB."""
    port = free_port()
    wanted = pages(desk, messages)
    with _serving(port, folder) as pid:
        cold = memory_mb(pid)[0]
        ask = partial(_asked, port, desk.secret)
        for address, shown in wanted.values():
            ask([(address(0), shown)])
        alone = {name: ask([(address(n), shown) for n in range(requests)]) for name, (address, shown) in wanted.items()}
        mixed = [
            (address(n), shown) for n in range(requests) for name, (address, shown) in wanted.items() if name != ALIVE
        ]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            together = list(pool.map(ask, [mixed[place::AT_ONCE] for place in range(AT_ONCE)]))
        warm = memory_mb(pid)[0]
    times = [one for several in together for one in several]
    return {
        "p95_ms": {name: p95(found) for name, found in alone.items()},
        "median_ms": {name: round(statistics.median(found), 2) for name, found in alone.items()},
        "together": {"p95_ms": p95(times), "median_ms": round(statistics.median(times), 2)},
        "server_mb": {"started": round(cold, 1), "after": round(warm, 1)},
    }


@contextmanager
def _serving(port: int, folder: Path) -> Iterator[int]:
    command = [str(tocsin.PROGRAM), "serve", "--port", str(port)]
    with server(command, folder / "server.log", partial(_is_up, port)) as pid:
        yield pid


def _is_up(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", "/ready", headers={"Host": f"localhost:{port}"})
    return connection.getresponse().status == 200


def _asked(port: int, secret: str, wanted: Sequence[tuple[str, str]]) -> list[float]:
    """Milliseconds of each address, over one connection. Raises RuntimeError where the page is not shown."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Host": f"localhost:{port}", "Cookie": f"tocsin={secret}", "Accept-Language": "en"}
    taken = []
    for address, shown in wanted:
        started = time.perf_counter()
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        taken.append(1000 * (time.perf_counter() - started))
        if answer.status != 200 or shown.encode() not in body:
            raise RuntimeError(f"{address} was answered with {answer.status}, and not as it should be")
    connection.close()
    return taken


def p95(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return round(statistics.quantiles(times, n=20)[-1], 2)


def show(result: Mapping[str, Any]) -> None:
    """Prints the table."""
    alive = result["median_ms"][ALIVE]
    rows = [
        (name, f"{result['median_ms'][name]:.1f}", f"{value:.1f}", f"{result['median_ms'][name] / alive:.1f}")
        for name, value in result["p95_ms"].items()
    ]
    together = result["together"]
    rows.append((f"{AT_ONCE} people at once", f"{together['median_ms']:.1f}", f"{together['p95_ms']:.1f}", ""))
    print(output.table(f"{result['messages']:,} messages in the store", ("", "median ms", "p95 ms", "× alive"), rows))
    memory = result["server_mb"]
    print(f"Server: {memory['started']} MB when started, {memory['after']} MB after all requests\n")


if __name__ == "__main__":
    raise SystemExit(main())
