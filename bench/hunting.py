"""How fast what partners warn of is looked for in mail, beside a table of values: `make bench-hunting`.

Indicators are made up, of a mix as partners send it: hosts, links, addresses of mail and of the network, digests, some
of several values. Messages show some hosts, links, files and relays each; every
hundredth shows what one indicator names. Both sides get the same messages as they are kept.

`ours` makes the observables of a message, looks all indicators up, and weighs what was met by age and source.
`table` is the naive baseline: the values of a message as they stand, looked up in a dictionary from values to
indicators. It knows no ranges, no other spellings, no texts with gaps, no properties beside values, and no age: the
floor of what it takes to look at everything, and no filter that anybody should use. `stix2-matcher` is in no lock
file of this project; `stix2-patterns` parses and does not match.

`gaps` is what is not looked up by a value: a pattern with LIKE or MATCHES is tried on every message. It is measured by
itself, in microseconds for each pattern and message, so that what a thousand of them would cost can be told.

The short run has 20,000 indicators and 20,000 messages; FULL=1 has 100,000 and a million. CPU seconds of one process;
of both sides it is checked that they find what was planted.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from bench.lib import output
from tocsin.model.observed import ObservedFile, ObservedMail
from tocsin.model.people import Tlp
from tocsin.model.received import ReceivedIndicator, Reliability
from tocsin.share.known import Known, Source
from tocsin.share.observed import of_mail

SEED = 20261128
SHORT, FULL = (20_000, 20_000), (100_000, 1_000_000)
"""Indicators, messages."""
EVERY = 100
"""So many messages for each that shows what an indicator names."""
WHEN = datetime(2026, 3, 1, 8, tzinfo=UTC)
SOURCE = Source("receipt-1", "Centre (synthetic)", Reliability.B, WHEN)


def named(place: int) -> str:
    """Return what an indicator names: of twenty, nine hosts, five links, two senders, two digests, two addresses."""
    kind = place % 20
    if kind < 9:
        return f"h{place}.evil.test"
    if kind < 14:
        return f"https://h{place}.evil.test/a/{place}"
    if kind < 16:
        return f"desk@h{place}.evil.test"
    if kind < 18:
        return f"{place:064x}"
    return f"203.{place >> 16 & 255}.{place >> 8 & 255}.{place & 255}"


def pattern(place: int) -> str:
    """Return the pattern of STIX for it."""
    value = named(place)
    kind = place % 20
    if kind < 9:
        return f"[domain-name:value = '{value}']"
    if kind < 14:
        return f"[url:value = '{value}']"
    if kind < 16:
        return f"[email-addr:value = '{value}' OR domain-name:value = 'other{place}.evil.test']"
    if kind < 18:
        return f"[file:hashes.'SHA-256' = '{value}']"
    return f"[ipv4-addr:value = '{value}']"


def indicators(count: int) -> Iterator[tuple[Source, ReceivedIndicator]]:
    """Yield them."""
    for place in range(count):
        yield SOURCE, ReceivedIndicator(f"indicator--{place}", pattern(place), WHEN, WHEN, tlp=Tlp.GREEN)


def message(place: int, count: int, random: Random) -> ObservedMail:
    """Return a message: three links, a file, two relays; every hundredth shows one indicator."""
    hosts = [f"m{random.getrandbits(32)}.example" for _ in range(3)]
    urls = tuple(f"https://{host}/news?id={place}" for host in hosts)
    sender, digest, relay = f"desk@{hosts[0]}", f"{random.getrandbits(255) | 1 << 255:064x}", "198.51.100.7"
    if place % EVERY == 0:
        shown = place // EVERY * 7 % count
        value, kind = named(shown), shown % 20
        if kind < 14:
            urls = (*urls, value if kind >= 9 else f"https://{value}/")
        elif kind < 16:
            sender = value
        elif kind < 18:
            digest = value
        else:
            relay = value
    return ObservedMail(
        WHEN, sender, "Desk", (), ("noor@harbour.example",), "Minutes", f"<{place}@{hosts[0]}>", urls,
        (ObservedFile("Minutes.pdf", {"SHA-256": digest}, 48_213),), (relay, "198.51.100.8"),
    )  # fmt: skip


class Table:
    """The naive baseline: values as they stand."""

    def __init__(self, count: int) -> None:
        self._values = {named(place): place for place in range(count)}

    def met(self, mail: ObservedMail) -> bool:
        """Say whether one of them is shown."""
        values = self._values
        for url in mail.urls:
            if url in values or url.split("/", 3)[2] in values:
                return True
        if mail.sender in values or mail.sender.rpartition("@")[2] in values:
            return True
        return any(digest in values for one in mail.files for digest in one.hashes.values()) or any(
            relay in values for relay in mail.relays
        )


def measured(made: Callable[[], Callable[[ObservedMail], object]], count: int, messages: int) -> dict[str, float]:
    """CPU seconds to make it and to look at all messages, made in parts so that they are not held in memory."""
    gc.collect()
    started = time.process_time()
    met = made()
    making = time.process_time() - started
    random, looking, found = Random(SEED), 0.0, 0
    for begin in range(0, messages, 10_000):
        part = [message(place, count, random) for place in range(begin, min(begin + 10_000, messages))]
        started = time.process_time()
        found += sum(bool(met(one)) for one in part)
        looking += time.process_time() - started
    if found != messages // EVERY:
        raise AssertionError((found, messages // EVERY))
    return {"made_cpu_s": round(making, 2), "looked_cpu_s": round(looking, 2),
            "messages_a_second": round(messages / looking)}  # fmt: skip


def _ours(count: int) -> Callable[[ObservedMail], object]:
    known = Known(indicators(count))
    return lambda mail: known.warned(of_mail(mail))


def gaps(patterns: int = 200, messages: int = 200) -> dict[str, float]:
    """Return what texts with gaps cost, of which none is met."""
    given = (ReceivedIndicator(f"indicator--{place}", f"[url:value LIKE '%/nowhere/{place}']", WHEN, WHEN)
             for place in range(patterns))  # fmt: skip
    known, random = Known((SOURCE, one) for one in given), Random(SEED)
    seen = [of_mail(message(place, 1, random)) for place in range(1, messages + 1) if place % EVERY]
    started = time.process_time()
    found = sum(bool(known.warned(one)) for one in seen)
    if found:
        raise AssertionError(found)
    taken = time.process_time() - started
    return {"us_each": round(1e6 * taken / patterns / len(seen), 2)}


def peak() -> int:
    """MB that this process has held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, help="also write the result to this file")
    chosen = parser.parse_args(arguments)
    full = os.environ.get("FULL") == "1"
    count, messages = FULL if full else SHORT
    table = measured(lambda: Table(count).met, count, messages)
    before = peak()
    ours = measured(lambda: _ours(count), count, messages)
    result: dict[str, Any] = output.stamp("hunting", full=full) | {
        "seed": SEED, "indicators": count, "messages": messages, "planted": messages // EVERY,
        "ours": ours | {"peak_mb": peak()}, "table": table | {"peak_mb": before},
        "gaps": gaps(), "ratio_to_table": round(ours["looked_cpu_s"] / table["looked_cpu_s"], 1),
    }  # fmt: skip
    names = ("made_cpu_s", "looked_cpu_s", "messages_a_second", "peak_mb")
    rows = [[name, *(f"{result[name][key]:,}" for key in names)] for name in ("ours", "table")]
    print(output.table(f"{count:,} indicators in {messages:,} messages", ("way", *names), rows))
    output.finish(result, chosen.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
