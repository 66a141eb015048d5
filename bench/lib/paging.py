"""One run of paging through a collection while others write to it: randomised, and checked object by object."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import msgspec

from tocsin import bootstrap
from tocsin.app import access, circles, collecting, exchange, partners, sending
from tocsin.app.access import Access
from tocsin.formats.stix.markings import TLP_2
from tocsin.model.exchange import Content
from tocsin.model.people import Tlp
from tocsin.render.exchange import at_microsecond
from tocsin.store.store import Store
from tocsin.taxii import asked, resources

ORGANISATION = "harbour"
_WAYS = ("next", "added_after")


@dataclass
class Tally:
    """What was found over many runs."""

    runs: int = 0
    objects: int = 0
    """Versions that were to be found."""
    pages: int = 0
    written_while_read: int = 0
    """Pages before which something was written after the page before."""
    before: int = 0
    """Objects of earlier runs that came again."""
    lost: int = 0
    doubled: int = 0
    ways: Counter[str] = field(default_factory=Counter)


class Place:
    """A collection that three partners read and write, and how far it was read in the runs before."""

    def __init__(self, store: Store) -> None:
        self.store = store
        terminal = self._enter(access.node(ORGANISATION))
        self.collection = collecting.open_collection(terminal, "March (synthetic)")
        self.partners = [self._partner(terminal, number) for number in range(3)]
        self.reached: int | None = None

    def _enter(self, actor: Any) -> Access:
        return access.enter(self.store, actor, lambda: datetime.now(UTC), bootstrap.make_chance())

    def _partner(self, terminal: Access, number: int) -> Access:
        here = [self.collection]
        made = partners.add_partner(terminal, f"Partner {number} (synthetic)", "", Tlp.GREEN, here, here)
        circles.add_circle(terminal, "Everybody", members=[made.partner])
        sending.approve(terminal, made.partner, tuple(Content), Tlp.GREEN, "For the trial.")
        actor = access.recognise_partner(self.store, made.token)
        assert actor
        return self._enter(actor)


class Run:
    """Writers and a reader; all is drawn from the seed but who gets the processor when.

    Two partners write at the same time: new objects, newer and older versions, in batches of any size; they delete
    some of what nobody has to find. One reads from where the run before ended, by pages of any size, and reads again
    until all has been written.
    """

    def __init__(self, place: Place, seed: int) -> None:
        self.place, self.collection, self.partners = place, place.collection, place.partners
        self.random = random.Random(seed)
        self.prefix = f"indicator--{seed:08d}-0000-4000"
        self.versions = self.random.choice(("last", "all"))
        self.tlp = Tlp.GREEN
        self.expected: Counter[tuple[str, str]] = Counter()
        self.lock = threading.Lock()
        self.writing = 0
        self.errors: list[BaseException] = []

    def go(self, tally: Tally) -> None:
        """Run it, and add what was found to the tally."""
        threads = [
            threading.Thread(target=self._write, args=(number, self.random.getrandbits(64)), daemon=True)
            for number in range(2)
        ]
        for thread in threads:
            thread.start()
        got = self._read(tally, threads)
        if self.errors:
            raise self.errors[0]
        tally.runs += 1
        tally.objects += sum(self.expected.values())
        tally.lost += sum((self.expected - got).values())
        tally.doubled += sum((got - Counter(dict.fromkeys(got, 1))).values())

    def _write(self, number: int, seed: int) -> None:
        chosen = random.Random(seed)
        try:
            for batch in range(chosen.randint(1, 3)):
                self._batch(number, chosen, batch)
        except BaseException as error:  # noqa: BLE001 - the run fails with it
            self.errors.append(error)

    def _batch(self, number: int, chosen: random.Random, batch: int) -> None:
        """Objects of this writer: `all` asks for every version; with `last` only those that stay the last count."""
        found = []
        must: list[tuple[str, str]] = []
        for place in range(chosen.randint(1, 25)):
            identity = f"{self.prefix}-8{number:03d}-{batch:06d}{place:06d}"
            hidden = chosen.random() < 0.2
            versions = chosen.sample((1, 2, 3), 1 if self.versions == "last" else chosen.randint(1, 3))
            for version in versions:
                when = f"2026-03-0{version}T00:00:00.000Z"
                found.append(_object(identity, when, Tlp.RED if hidden else self.tlp))
                must += [] if hidden else [(identity, when)]
        gone = f"{self.prefix}-9{number:03d}-{batch:012d}"
        found.append(_object(gone, "2026-03-01T00:00:00.000Z", self.tlp))
        raw = msgspec.json.encode({"objects": found})
        receipt = exchange.bring(self.partners[number], self.collection, raw)
        assert not receipt.refused
        with self.lock:
            self.expected.update(must)
            self.writing += 1
        if chosen.random() < 0.5:
            exchange.withdraw(self.partners[number], self.collection, gone, asked.wanted([], usual=("all",), fields=""))

    def _read(self, tally: Tally, threads: list[threading.Thread]) -> Counter[tuple[str, str]]:
        way = self.random.choice(_WAYS)
        tally.ways[way] += 1
        got: Counter[tuple[str, str]] = Counter()
        reached = self.place.reached
        after = self._after(way, reached) if reached is not None else {}
        before = 0
        while True:
            done = not any(thread.is_alive() for thread in threads)
            query = {"limit": str(self.random.randint(1, 30)), "match[version]": self.versions, **after}
            page = exchange.objects(
                self.partners[2], self.collection,
                asked.wanted(list(query.items()), fields="id type version spec_version"),
            )  # fmt: skip
            tally.pages += 1
            tally.written_while_read += self.writing > before and bool(after)
            before = self.writing
            told, head = msgspec.json.decode(resources.envelope(page)), resources.added(page)
            ids = [(one["id"], one["modified"]) for one in told.get("objects", [])]
            got.update(one for one in ids if one[0].startswith(f"{self.prefix}-8"))
            tally.before += sum(not one[0].startswith(self.prefix) for one in ids)
            assert told["more"] == ("next" in told)
            if page.last is not None:
                self.place.reached = page.last
                after = self._after(way, page.last)
                assert head["x-taxii-date-added-last"] == at_microsecond(page.last)
            if done and not told["more"]:
                return got
            if not told["more"]:
                time.sleep(0.001)

    @staticmethod
    def _after(way: str, last: int) -> dict[str, str]:
        return {"added_after": at_microsecond(last)} if way == "added_after" else {"next": asked.place(last)}


def _object(identity: str, when: str, tlp: Tlp) -> dict[str, Any]:
    return {
        "type": "indicator", "spec_version": "2.1", "id": identity, "created": "2026-03-01T00:00:00.000Z",
        "modified": when, "valid_from": when, "pattern_type": "stix", "pattern": "[domain-name:value = 'evil.test']",
        "object_marking_refs": [TLP_2[tlp]],
    }  # fmt: skip
