"""What leaves, looked at first: shown as it would go to a recipient, approved by a person, and told afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

import msgspec
from msgspec import Struct

from tocsin.app.access import Grant, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.leaving import Going, Recipient, outgoing
from tocsin.app.parts.leaving import recipient as to
from tocsin.app.parts.shelved import CollectionShown, known, shown
from tocsin.app.ports import Reader
from tocsin.app.rights import Right
from tocsin.common.tlp import readable, strictest
from tocsin.model.error import InputError
from tocsin.model.event import BundleMade, ObjectsAdded, ObjectsSent, SendingApproved, type_of
from tocsin.model.exchange import OWN, Content
from tocsin.model.people import Tlp
from tocsin.model.record import CircleRecord, Note, PartnerRecord, SentRecord
from tocsin.model.sentence import say
from tocsin.model.view import Page
from tocsin.share.policy import Why

_DOCS: Final = "howto/choose-who-gets-what.md"
_SHOWN: Final = 200
"""Objects that are shown at once."""
_COUNTED: Final = 2_000
"""Objects that are looked at for what there is to approve."""
_LONGEST: Final = 300
_TYPES: Final = tuple(map(type_of, (ObjectsSent, BundleMade, SendingApproved, ObjectsAdded)))


class Shown(Struct, frozen=True):
    """An object as it would leave, or would not."""

    id: str
    kind: str
    content: Content
    name: str
    """Its name, pattern or value; empty where it has none."""
    tlp: Tlp
    ours: bool
    why: Why | None
    where: str


class Preview(Struct, frozen=True):
    """What would leave of a collection to a recipient."""

    recipient: Recipient
    collection: CollectionShown
    objects: tuple[Shown, ...]
    counts: Mapping[str, int]
    """Of those looked at: how many leave (`leaves`), and how many do not by why."""
    contents: tuple[Content, ...]
    """What there is to approve: contents of what leaves, or waits for nothing else."""
    tlp: Tlp | None
    """The strictest label of these."""
    more: bool
    """There are more objects than were looked at."""


class Left(Struct, frozen=True):
    """Something that left, or was decided of it."""

    seq: int
    type: str
    at: datetime
    actor: str
    recipient: str
    """Name of the partner or circle, where it is known."""
    objects: int
    withheld: Mapping[str, int]
    """How many did not leave, by why."""
    tlp: Tlp | None
    note: str


@use_case(Right.SHARE, cli="share outgoing", http="GET /v1/collections/{collection}/outgoing", docs=_DOCS)
def preview(grant: Grant, collection: str, recipient: str) -> Preview:
    """Return what exactly would leave of a collection to a partner or circle, what not, and why."""
    with grant.read() as reader:
        whom, item = to(reader, recipient), known(reader, collection)
        going, _ = outgoing(reader, collection, whom, -1, _COUNTED + 1)
        where = shown(reader, item)
    looked = going[:_COUNTED]
    to_approve = [one for one in looked if one.why in (None, Why.WAITS)]
    return Preview(
        recipient=whom,
        collection=where,
        objects=tuple(map(_shown, looked[:_SHOWN])),
        counts=Counter(one.why.value if one.why else "leaves" for one in looked),
        contents=tuple(one for one in Content if one in {going.content for going in to_approve}),
        tlp=strictest([one.object.tlp for one in to_approve]) if to_approve else None,
        more=len(going) > _COUNTED,
    )


def _shown(one: Going) -> Shown:
    said = msgspec.json.decode(one.object.body)
    text = next((said[name] for name in ("name", "pattern", "value") if isinstance(said.get(name), str)), "")
    known = one.object
    return Shown(
        known.id, known.kind, one.content, text[:_LONGEST], known.tlp, known.source == OWN, one.why, one.where
    )  # fmt: skip


@use_case(Right.SHARE, cli="share approve", http="POST /v1/recipients/{recipient}/approval", docs=_DOCS)
def approve(
    grant: Grant, recipient: str, contents: Sequence[Content], tlp: Tlp, note: str, collection: str = ""
) -> None:  # fmt: skip
    """Let such contents leave to a partner or circle from now on, up to a label, and nothing else; none: nothing.

    `collection`: whose objects were looked at. Raises InputError without a note, and for a label that the recipient
    is not told anyway.
    """
    if not note.strip():
        raise InputError(say("it is not said why this may leave"), say("Write a sentence; it stands in the log."))
    with grant.write() as writer:
        whom = to(writer, recipient)
        if collection:
            known(writer, collection)
        if contents and not readable(tlp, whom.way.ours):
            raise InputError(
                say("TLP:%(label)s is more than this recipient is told", label=tlp.value.upper()),
                say("Choose a label up to TLP:%(label)s.", label=whom.way.ours.value.upper()),
            )
        kept = notes.keep(writer, Note(note.strip()))
        event = SendingApproved(recipient, tuple(dict.fromkeys(contents)), tlp, kept, collection)
        writer.append(grant.draft(event))


@use_case(Right.SHARE, cli="share left", http="GET /v1/left", docs=_DOCS)
def left(grant: Grant, after: str | None = None) -> Page[Left]:
    """Return what left, to whom, what was withheld and why, and who approved it, the newest first."""
    with grant.read() as reader:
        page = reader.views.journal(after=after, types=_TYPES)
        names = _names(reader)
        entries = {entry.seq: entry.event for entry in reader.log.several([item.seq for item in page.items])}
        found = [_left(reader, names, item.seq, item.at, item.actor, entries[item.seq]) for item in page.items]
    return Page(tuple(found), page.after)


def _names(reader: Reader) -> dict[str, str]:
    """Names of partners and circles by their ids."""
    partners = {item.partner: notes.read(reader, item.record, PartnerRecord) for item in reader.views.partners()}
    circles = {item.circle: notes.read(reader, item.record, CircleRecord) for item in reader.views.circles()}
    return {identity: record.name for identity, record in (*partners.items(), *circles.items()) if record}


def _left(
    reader: Reader, names: Mapping[str, str], seq: int, at: datetime, actor: str, event: object
) -> Left:  # fmt: skip
    recipient, objects, tlp, note = "", 0, None, ""
    withheld: Mapping[str, int] = {}
    match event:
        case ObjectsSent():
            recipient, objects, tlp = event.recipient, event.objects, event.tlp
            record = notes.read(reader, event.record, SentRecord) if event.record else None
            withheld = Counter(why for _, why in record.withheld) if record else {}
        case BundleMade():
            recipient, objects, tlp = event.recipient, event.indicators, event.tlp
            withheld = {"left-out": event.withheld} if event.withheld else {}
        case SendingApproved():
            recipient, tlp = event.recipient, event.tlp
            said = notes.read(reader, event.record, Note)
            note = said.text if said else ""
        case ObjectsAdded():
            objects = event.objects
            withheld = {"refused": event.refused} if event.refused else {}
    return Left(seq, type_of(event), at, actor, names.get(recipient, recipient), objects, withheld, tlp, note)
