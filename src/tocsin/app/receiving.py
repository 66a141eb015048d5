"""What partners warn of: taken in, looked for in what was seen before and in what comes, judged by what it finds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import chain
from typing import Final

import msgspec
from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.events import objects_of
from tocsin.app.parts.listing import sighting as sighting_shown
from tocsin.app.parts.profiles import profile_of
from tocsin.app.parts.retracting import our_identities, pass_on
from tocsin.app.parts.shelved import feed_of, known, reached
from tocsin.app.parts.warnings import (
    SHARED,
    Seen,
    addresses_of,
    lines_seen,
    listed,
    sight,
    sightings_of,
    source_of,
    stood_by,
)
from tocsin.app.ports import Reader, Writer
from tocsin.app.rights import Right
from tocsin.common.tlp import strictest
from tocsin.formats import stix, warninglist
from tocsin.identify.brands import known_brands
from tocsin.identify.sites import is_known
from tocsin.model.desk import SightingShown
from tocsin.model.error import InputError
from tocsin.model.event import (
    IndicatorsDropped,
    IndicatorsReceived,
    ListDropped,
    ListKept,
    Purpose,
    SightingJudged,
    WarningTakenBack,
)
from tocsin.model.exchange import EVERYTHING, RECEIVED, Feed, Wanted
from tocsin.model.people import Tlp
from tocsin.model.profile import Profile
from tocsin.model.received import (
    ReceivedRecord,
    Reliability,
    SightingRecord,
    SightingState,
    Unused,
    Why,
)
from tocsin.model.record import ActivityRecord, MessageRecord, Note
from tocsin.model.sentence import say
from tocsin.model.view import ListItem, MessageItem, Page, ReceiptItem
from tocsin.share.decay import LONGEST
from tocsin.share.known import BEFORE, Held, Known
from tocsin.share.observed import of_mail
from tocsin.share.receiving import Guard, received, seen_again

LARGEST: Final = stix.LIMITS.size
"""Bytes of a bundle; of a list, in the next line."""
LARGEST_LIST: Final = warninglist.LARGEST
_DOCS: Final = "howto/take-warnings-in.md"
_KEPT: Final = LONGEST + timedelta(days=30)
"""How long what came is kept: until nothing of it is looked for any more."""
_MOST_UNUSED: Final = 1_000
_LONGEST_NAME: Final = 200
_PAGE: Final = 500
_SHOWN: Final = 200
_AT_ONCE: Final = 5_000
_MOST_OBJECTS: Final = 200_000
"""Objects of a collection that are taken in at one time; the others the next time."""
_SITES: Final = 400
"""Hosts of well-known companies that no pattern may meet."""


class Received(Struct, frozen=True):
    """What became of what a partner sent."""

    receipt: str
    indicators: int
    """That are looked for."""
    unused: tuple[Unused, ...]
    refused: int
    """Objects that could not be read."""
    sighted: int
    """What was seen here before and meets one."""
    kept: tuple[tuple[str, int], ...] = ()
    """Of events of MISP: types of attributes that are only kept as they came, each with how many there were."""


class Receipt(Struct, frozen=True):
    """What came from a partner at once, and of what use it has been."""

    item: ReceiptItem
    source: str
    """Name of the partner; empty where what came is kept no longer."""
    sightings: int
    attacks: int
    """That a person said were attacks."""
    false: int
    """That a person said were none."""
    lead: timedelta | None = None
    """From when it came to the first attack seen after: how much earlier the warning was than the attack."""


class Kept(Struct, frozen=True):
    """A warninglist that counts."""

    item: ListItem
    name: str
    """Empty where its content was erased."""


class ReceiptOpen(Struct, frozen=True):
    """A receipt, with what of it is looked for, and what is not."""

    receipt: Receipt
    unused: tuple[Unused, ...]
    held: tuple[Held, ...] = ()
    """The first 200 that no newer version has replaced, what is in force no longer too."""
    in_force: int = 0
    """How many there are that are."""


@use_case(Right.SHARE, cli="share import", http="POST /v1/receipts", docs=_DOCS)
def receive(
    grant: Grant, content: bytes, source: str, reliability: Reliability = Reliability.F, tlp: Tlp | None = None
) -> Received:
    """Take in a STIX 2.1 bundle or events of MISP, and look for their indicators in what was seen here before.

    `tlp`: the label of objects that bear none; without one they are RED. What is not looked for is told with the
    reason. Raises InputError for what is neither.
    """
    taken = _receive(grant, content, _name_of(source), reliability, tlp)
    if taken is None:
        raise InputError(say("there is no indicator in this"), say("Objects of the type `indicator` are looked for."))
    return taken


def _name_of(source: str) -> str:
    name = " ".join(source.split())
    if not 0 < len(name) <= _LONGEST_NAME:
        raise InputError(say("it is not said from whom this comes"), say("Name the partner, in up to 200 characters."))
    return name


def _receive(grant: Grant, content: bytes, name: str, reliability: Reliability, tlp: Tlp | None) -> Received | None:
    """Take in what there is; None where no indicator is in it."""
    read, kept = objects_of(content, tlp)
    with grant.read() as reader:
        guard = _guard(reader)
    used, unused = received(read.objects, tlp, guard)
    refused = len(read.refused) + read.more
    seen = seen_again(read.objects)
    if not used and not unused and not seen:
        return None
    label = strictest([one.tlp for one in used]) if used else tlp or Tlp.RED
    gone = tuple((one.id, one.modified) for one in unused if one.modified)
    record = ReceivedRecord(name, used, unused[:_MOST_UNUSED], gone, seen)
    with grant.write() as writer:
        until = writer.now + _KEPT
        back = {one.id: one.modified for one in unused if one.why is Why.REVOKED and one.modified}
        stood = stood_by(writer) if back else {}
        event = IndicatorsReceived(
            receipt=grant.new_id("receipt"),
            reliability=reliability,
            tlp=label,
            indicators=len(used),
            unused=len(unused),
            refused=refused,
            sha256=hashlib.sha256(content).hexdigest(),
            record=notes.keep(writer, record, until),
            content=writer.keep(content, until),
        )
        writer.append(grant.draft(event))
        if back:
            _take_back(grant, writer, event.receipt, name, back)
            for one in read.objects:
                stands = [source for source, is_standing in stood.get(one.known.id, {}).items() if is_standing]
                if one.known.id in back and stands == [name]:
                    pass_on(grant, writer, msgspec.json.decode(one.body), name, our_identities(writer))
    return Received(event.receipt, len(used), unused[:_MOST_UNUSED], refused, _hunt(grant, event.receipt), kept)


@use_case(Right.SHARE, cli="share import", http="POST /v1/collections/{collection}/receipts", docs=_DOCS)
def receive_collection(
    grant: Grant, collection: str, source: str, reliability: Reliability = Reliability.F, tlp: Tlp | None = None
) -> Received | None:
    """Take in what was added to a collection since the last time, as `receive` does; None where no indicator was.

    So what was fetched from a TAXII server, an instance or a feed of MISP, or brought by a partner, is looked for. One
    name and one reliability are of one source: raises InputError where several have brought something, of whom one
    could hide or take back what another warns of.
    """
    name = _name_of(source)
    feed = feed_of(grant, Feed("", RECEIVED, collection, False, -1, None), name)
    bodies: list[bytes] = []
    last = feed.reached
    with grant.read() as reader:
        known(reader, collection)
        if len(reader.shelves.sources(collection, last)) > 1:
            raise InputError(
                say("several sources have filled this collection"),
                say("Fetch each into a collection of its own, and take that in under its name."),
            )
        while len(bodies) < _MOST_OBJECTS:
            part = reader.shelves.objects(collection, Wanted(last, versions=("all",), limit=_AT_ONCE), EVERYTHING)
            bodies += part.bodies
            last = last if part.last is None else part.last
            if not part.more:
                break
    if not bodies:
        return None
    taken = _receive(grant, b'{"objects":[' + b",".join(bodies) + b"]}", name, reliability, tlp)
    with grant.write() as writer:
        reached(writer, feed, last)
    return taken


def _take_back(grant: Grant, writer: Writer, receipt: str, source: str, back: Mapping[str, datetime]) -> None:
    """Mark what was found by indicators that their source takes back. It stays found; it is said what it rests on."""
    for one in sightings_of(writer):
        record = notes.read(writer, one.record, SightingRecord) if one.taken_back is None else None
        if record and record.source == source and record.indicator in back:
            writer.append(grant.draft(WarningTakenBack(one.sighting, receipt, back[record.indicator])))


@use_case(Right.SHARE, cli="share hunt", http="POST /v1/receipts/{receipt}/hunt", docs=_DOCS)
def hunt(grant: Grant, receipt: str) -> int:
    """Look for the indicators of a receipt in what was seen here before, and return how much is newly sighted."""
    with grant.read() as reader:
        if _item(grant, reader, receipt).dropped:
            raise missing(receipt)
    return _hunt(grant, receipt)


def _hunt(grant: Grant, receipt: str) -> int:
    with grant.read() as reader:
        item = reader.views.receipt(receipt)
        record = notes.read(reader, item.record, ReceivedRecord) if item else None
        if item is None or record is None or not record.indicators:
            return 0
        known = Known((source_of(item, record.source), one) for one in record.indicators)
        begins = min(one.valid_from for one in record.indicators) - BEFORE
        seen = chain(_mail(reader, begins), _lines(reader, begins))
        found = [(one, warned) for one in seen for warned in known.warned(one.observation)]
    with grant.write() as writer:
        return sight(grant, writer, found, past=True)


def _mail(reader: Reader, begins: datetime) -> Iterator[Seen]:
    """What was judged and is kept, also what was found clean: nobody saw then what the partner knows now."""
    page: Page[MessageItem] = reader.views.messages(limit=_PAGE)
    while True:
        refs = {item.message: item.record for item in page.items if item.record}
        records = reader.vault.get_many(list(refs.values()))
        for message, ref in refs.items():
            record = notes.decoded(records.get(ref), MessageRecord)
            if record and record.observed and record.observed.received >= begins:
                yield Seen(of_mail(record.observed), message=message)
        if page.after is None:
            return
        page = reader.views.messages(after=page.after, limit=_PAGE)


def _lines(reader: Reader, begins: datetime) -> Iterator[Seen]:
    addresses = addresses_of(reader)
    for page in reader.views.activity_pages(begins, datetime.max.replace(tzinfo=begins.tzinfo)):
        record = notes.read(reader, page.content, ActivityRecord)
        yield from lines_seen(record.activities if record else (), addresses)


def _guard(reader: Reader) -> Guard:
    """Return who and what must not be accused, as of now."""
    profile: Profile = profile_of(reader)
    sites = [brand.domains[0] for brand in known_brands() if brand.domains][:_SITES]
    return Guard(profile, is_known, sites, listed(reader, Purpose.NO_SIGN))


@use_case(Right.SHARE, cli="share received", http="GET /v1/receipts", docs=_DOCS)
def receipts(grant: Grant, after: str | None = None, limit: int = 50) -> Page[Receipt]:
    """Return what came from partners, the newest first, with of what use it has been; a part may be shorter."""
    with grant.read() as reader:
        page = reader.views.receipts(after, limit)
        return Page(_shown(reader, [item for item in page.items if grant.cleared(item.tlp)]), page.after)


@use_case(Right.SHARE, cli="share receipt", http="GET /v1/receipts/{receipt}", docs=_DOCS)
def receipt(grant: Grant, receipt: str) -> ReceiptOpen:
    """Return a receipt, with what of it is not looked for and why."""
    with grant.read() as reader:
        item = _item(grant, reader, receipt)
        record = notes.read(reader, item.record, ReceivedRecord)
        held = [one for one in SHARED.of(reader).held(reader.now) if one.receipt == item.receipt]
        return ReceiptOpen(
            _shown(reader, [item])[0], record.unused if record else (), tuple(held[:_SHOWN]),
            sum(one.is_in_force for one in held),
        )  # fmt: skip


def _item(grant: Grant, reader: Reader, receipt: str) -> ReceiptItem:
    item = reader.views.receipt(receipt)
    if item is None or not grant.cleared(item.tlp):
        raise missing(receipt)
    return item


def _shown(reader: Reader, items: Sequence[ReceiptItem]) -> tuple[Receipt, ...]:
    counts: dict[str, dict[SightingState, int]] = {}
    firsts: dict[str, datetime] = {}
    for one in reader.views.sighting_counts([item.receipt for item in items]):
        counts.setdefault(one.receipt, {})[one.state] = one.count
        if one.state is SightingState.ATTACK:
            firsts[one.receipt] = one.first
    return tuple(_receipt(reader, item, counts.get(item.receipt, {}), firsts.get(item.receipt)) for item in items)


def _receipt(reader: Reader, item: ReceiptItem, counts: dict[SightingState, int], first: datetime | None) -> Receipt:
    record = notes.read(reader, item.record, ReceivedRecord)
    return Receipt(
        item=item,
        source=record.source if record else "",
        sightings=sum(counts.values()),
        attacks=counts.get(SightingState.ATTACK, 0),
        false=counts.get(SightingState.NONE, 0),
        lead=first - item.at if first else None,
    )


@use_case(Right.SHARE, cli="share drop", http="POST /v1/receipts/{receipt}/dropping", docs=_DOCS)
def drop(grant: Grant, receipt: str, reason: str) -> None:
    """Look for what came with a receipt no longer. What it has found stays."""
    if not reason.strip():
        raise InputError(say("there is no reason given"), say("Write what is wrong with it."))
    with grant.write() as writer:
        if _item(grant, writer, receipt).dropped:
            raise InputError(say("%(receipt)s was dropped before", receipt=receipt), say("Nothing needs doing."))
        writer.append(grant.draft(IndicatorsDropped(receipt, notes.keep(writer, Note(reason.strip())))))


@use_case(Right.READ_MAIL, Right.READ_ACCOUNTS, cli="share sightings", http="GET /v1/sightings", docs=_DOCS)
def sightings(
    grant: Grant, state: SightingState | None = None, receipt: str | None = None, after: str | None = None,
    limit: int = 50,
) -> Page[SightingShown]:  # fmt: skip
    """Return what was seen here and meets what partners warn of, the newest first."""
    with grant.read() as reader:
        labels = [label for label in Tlp if grant.cleared(label)]
        page = reader.views.sightings(labels, state, receipt, after, limit)
        return Page(tuple(sighting_shown(grant, reader, item) for item in page.items), page.after)


@use_case(
    Right.READ_MAIL, Right.READ_ACCOUNTS, Right.CORRECT, cli="share sighting",
    http="POST /v1/sightings/{sighting}/judgement", docs=_DOCS,
)  # fmt: skip
def judge_sighting(grant: Grant, sighting: str, is_attack: bool, note: str = "") -> None:
    """Say whether what was sighted is an attack. How useful a source is, is counted by that."""
    with grant.write() as writer:
        item = writer.views.sighting(sighting)
        if item is None or not grant.cleared(item.tlp):
            raise missing(sighting)
        ref = notes.keep_note(writer, note, writer.now + notes.RETENTION)
        writer.append(grant.draft(SightingJudged(sighting, is_attack, ref)))


@use_case(Right.SHARE, cli="share lists", http="GET /v1/lists", docs=_DOCS)
def lists(grant: Grant) -> tuple[Kept, ...]:
    """Return the warninglists that count, the oldest first."""
    with grant.read() as reader:
        return tuple(Kept(item, _name(reader.vault.get(item.content))) for item in reader.views.lists())


def _name(raw: bytes | None) -> str:
    return warninglist.name_of(raw) if raw is not None else ""


@use_case(Right.SHARE, cli="share keep-list", http="POST /v1/lists", docs=_DOCS)
def keep_list(grant: Grant, content: bytes, purpose: Purpose = Purpose.NO_SIGN) -> ListItem:
    """Let a warninglist of MISP count from now on; one of the same name and purpose gives way to it."""
    found = warninglist.read(content)
    with grant.write() as writer:
        for item in writer.views.lists():
            if item.purpose is purpose and _name(writer.vault.get(item.content)) == found.name:
                writer.append(grant.draft(ListDropped(item.list)))
        identity = grant.new_id("list")
        kept = writer.keep(content)
        event = ListKept(identity, purpose, len(found.entries), found.unusable_count, kept)
        writer.append(grant.draft(event))
        return next(item for item in writer.views.lists() if item.list == identity)


@use_case(Right.SHARE, cli="share drop-list", http="DELETE /v1/lists/{list}", docs=_DOCS)
def drop_list(grant: Grant, list: str) -> None:  # noqa: A002 - as it is called in the path
    """Let a warninglist count no longer."""
    with grant.write() as writer:
        if all(item.list != list for item in writer.views.lists()):
            raise missing(list)
        writer.append(grant.draft(ListDropped(list)))
