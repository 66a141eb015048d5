"""What may leave to whom: facts for `tocsin.share.policy`, which decides."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import missing
from tocsin.app.parts import notes
from tocsin.app.parts.arrivals import Read
from tocsin.app.parts.profiles import members, profile_of
from tocsin.app.parts.warnings import listed
from tocsin.app.ports import Look, Reader
from tocsin.common.tlp import readable
from tocsin.model.event import (
    ListDropped,
    ListKept,
    OrganisationCreated,
    PersonAdded,
    PersonChanged,
    PersonRemoved,
    ProfileChanged,
    Purpose,
    RoleGiven,
    RoleTaken,
    type_of,
)
from tocsin.model.exchange import (
    NAMES_VICTIM,
    OBSERVABLES,
    OWN,
    STRICTER,
    ApprovalItem,
    Arrival,
    Content,
    Lying,
    Outcome,
    PartnerItem,
    Reach,
)  # fmt: skip
from tocsin.model.people import Tlp
from tocsin.model.record import CircleRecord, PartnerRecord
from tocsin.share.leaving import Gate
from tocsin.share.policy import Thing, Way, Why, by_circle, by_name, content_of, held, reach, ways_to

_LONGEST_ID: Final = 300
_WHO: Final = tuple(
    map(
        type_of,
        (OrganisationCreated, ProfileChanged, PersonAdded, PersonChanged, PersonRemoved, RoleGiven, RoleTaken,
         ListKept, ListDropped),
    )
)  # fmt: skip
"""Types of entries that change who could be named, or what never leaves."""
Serving = tuple[Reach, Look]
"""What may leave to somebody, and how to tell whom an object names."""


class Recipient(Struct, frozen=True):
    """A partner or a circle, and how something reaches it."""

    id: str
    name: str
    is_circle: bool
    way: Way
    approval: ApprovalItem | None
    agreed: frozenset[str]
    """Who agreed to be named to it."""
    members: tuple[str, ...] = ()
    """Names of who is in the circle."""


def recipient(reader: Reader, identity: str) -> Recipient:
    """Return a partner or circle by its id, addressed by name. Raises NotFoundError where there is none any more."""
    approval, views = reader.views.approval(identity), reader.views
    partner, circle = views.partner(identity), views.circle(identity)
    if partner and not partner.ended:
        in_circle = any(identity in one.members for one in views.circles())
        way = by_name(partner, approval, in_circle=in_circle)
        return Recipient(identity, _name(reader, partner), False, way, approval, agreed(reader, [identity]))
    if circle and not circle.ended:
        way, record = by_circle(circle, None, approval), notes.read(reader, circle.record, CircleRecord)
        inside = tuple(_name(reader, one) for one in views.partners() if one.partner in circle.members)
        name = record.name if record else ""
        return Recipient(identity, name, True, way, approval, agreed(reader, [identity]), inside)
    raise missing(identity)


def _name(reader: Reader, item: PartnerItem) -> str:
    record = notes.read(reader, item.record, PartnerRecord)
    return record.name if record else ""


def agreed(reader: Reader, recipients: Iterable[str]) -> frozenset[str]:
    """Return who agreed to be named to one of these recipients, or to everybody."""
    whom = {"", *recipients}
    return frozenset(one.subject for one in reader.views.consents() if one.recipient in whom)


def read_by(reader: Reader, partner: PartnerItem) -> set[str]:
    """Return ids of the collections that a partner may read, by name or as one of a circle."""
    circles = (one for one in reader.views.circles() if partner.partner in one.members)
    return set(partner.reads).union(*(one.reads for one in circles))


def serving(reader: Reader, partner: PartnerItem, collection: str) -> Serving:
    """Return what of a collection a partner may have."""
    circles = [one for one in reader.views.circles() if partner.partner in one.members and collection in one.reads]
    through = [one.circle for one in circles] + ([partner.partner] if collection in partner.reads else [])
    approvals = {one: found for one in through if (found := reader.views.approval(one))}
    ways = ways_to(partner, reader.views.circles(), approvals, collection)
    given = reach(ways, agreed(reader, through), looked(reader), partner.partner, partner.tlp if ways else None)
    return given, look(reader)


class Going(Struct, frozen=True):
    """An object of a collection on its way to a recipient."""

    object: Lying
    content: Content
    why: Why | None
    """Why it does not leave; None: it does."""
    where: str = ""
    """Where in it stands why: whom it names that did not agree."""


def outgoing(
    reader: Reader, collection: str, whom: Recipient, after: int, limit: int
) -> tuple[list[Going], list[tuple[int, str]]]:  # fmt: skip
    """Decide of the newest versions of objects, in the order in which they were added, whether they leave.

    It is the same for who looks first and for who sends. Also returned: whom those name that were looked at.
    """
    until, gate = looked(reader), cache(lambda: gate_of(reader))
    fresh: list[tuple[int, str]] = []
    going: list[Going] = []
    for one in reader.shelves.lying(collection, after, limit):
        names = one.names.split()
        if one.looked != until:
            names = sorted(gate().named(one.body))
            fresh.append((one.added, " ".join(names)))
        thing = Thing(content_of(one.kind), one.tlp, one.source == OWN, frozenset(names))
        why = held(thing, [whom.way], whom.agreed)
        spoken = gate().named(one.body) if why in (Why.NAMES, Why.NEVER) else {}
        where = next((path for who, path in spoken.items() if who not in whom.agreed), "")
        going.append(Going(one, thing.content, why, where))
    return going, fresh


def looked(reader: Reader) -> int:
    """Return the last place in the log that changed who could be named."""
    return reader.views.last_of(*_WHO)


def gate_of(reader: Reader) -> Gate:
    """Return what tells whom an object names."""
    return Gate(profile_of(reader), listed(reader, Purpose.NEVER_SHARED), tuple(members(reader)))


def look(reader: Reader) -> Look:
    """Return the same as a function, for which nothing is read before it is called."""
    gate = cache(lambda: gate_of(reader))
    return lambda body: sorted(gate().named(body))


def admitted(reader: Reader, read: Read) -> Read:
    """Return of one's own objects what may leave to anybody; the rest is refused, with where it names somebody."""
    gate, until = gate_of(reader), looked(reader)
    agreed = {one.subject for one in reader.views.consents()}
    stricter = reader.shelves.strictest([one.id for one in read.arrivals if one.kind not in OBSERVABLES])
    kept, refused = list[Arrival](), [*read.refused]
    for one in read.arrivals:
        named = gate.named(one.body)
        path = next((path for who, path in named.items() if who not in agreed), None)
        if path is not None:
            refused.append(Outcome(one.id[:_LONGEST_ID], "", NAMES_VICTIM, path[:_LONGEST_ID]))
        elif not readable(stricter.get(one.id, Tlp.CLEAR), one.tlp):
            refused.append(Outcome(one.id[:_LONGEST_ID], "", STRICTER))
        else:
            kept.append(replace(one, looked=until, names=" ".join(sorted(named))))
    return Read(tuple(kept), tuple(refused), read.more)
