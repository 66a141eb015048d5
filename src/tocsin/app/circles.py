"""Circles: named sets of partners to whom the same is told, up to a label and for a purpose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.shelved import known_all
from tocsin.app.ports import Reader, Writer
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.event import CircleEnded, CircleSet
from tocsin.model.exchange import CircleItem, Content
from tocsin.model.people import Tlp
from tocsin.model.record import CircleRecord
from tocsin.model.sentence import say

_DOCS: Final = "howto/choose-who-gets-what.md"
_FOR: Final = (Content.WARNINGS, Content.SIGHTINGS)


class CircleShown(Struct, frozen=True):
    """A circle, with its name."""

    item: CircleItem
    name: str
    """Empty where it was erased."""


@use_case(Right.SHARE, cli="share circle add", http="POST /v1/circles", docs=_DOCS)
def add_circle(
    grant: Grant, name: str, tlp: Tlp = Tlp.GREEN, purposes: Sequence[Content] = _FOR, members: Sequence[str] = (),
    reads: Sequence[str] = (),
) -> str:  # fmt: skip
    """Make a circle of partners, and return its id. Without members it reaches nobody."""
    identity = grant.new_id("circle")
    with grant.write() as writer:
        writer.append(grant.draft(_set(writer, identity, name, tlp, purposes, members, reads)))
    return identity


@use_case(Right.SHARE, cli="share circle change", http="PUT /v1/circles/{circle}", docs=_DOCS)
def change_circle(
    grant: Grant, circle: str, name: str, tlp: Tlp, purposes: Sequence[Content] = _FOR, members: Sequence[str] = (),
    reads: Sequence[str] = (),
) -> None:  # fmt: skip
    """Say anew what a circle is: its name, label and purposes, who is in it, and which collections they read."""
    with grant.write() as writer:
        _known(writer, circle)
        writer.append(grant.draft(_set(writer, circle, name, tlp, purposes, members, reads)))


@use_case(Right.SHARE, cli="share circle list", http="GET /v1/circles", docs=_DOCS)
def circles(grant: Grant) -> tuple[CircleShown, ...]:
    """Return the circles in which is shared, in the order in which they were made."""
    with grant.read() as reader:
        found = [(item, notes.read(reader, item.record, CircleRecord)) for item in reader.views.circles()]
    return tuple(CircleShown(item, record.name if record else "") for item, record in found)


@use_case(Right.SHARE, cli="share circle end", http="DELETE /v1/circles/{circle}", docs=_DOCS)
def end_circle(grant: Grant, circle: str) -> None:
    """Tell nothing in a circle any more. Its members stay partners."""
    with grant.write() as writer:
        _known(writer, circle)
        writer.append(grant.draft(CircleEnded(circle)))


def _set(
    writer: Writer, circle: str, name: str, tlp: Tlp, purposes: Sequence[Content], members: Sequence[str],
    reads: Sequence[str],
) -> CircleSet:  # fmt: skip
    if not name.strip():
        raise InputError(say("the circle has no name"), say("Say by what name you know it."))
    if tlp is Tlp.RED:
        raise InputError(
            say("TLP:RED is for those who were named, and not for a circle"), say("Address each partner by name.")
        )
    there = {item.partner for item in writer.views.partners()}
    for one in members:
        if one not in there:
            raise missing(one)
    known_all(writer, reads)
    record = notes.keep(writer, CircleRecord(notes.title(name).text))
    inside, read = tuple(dict.fromkeys(members)), tuple(dict.fromkeys(reads))
    return CircleSet(circle, record, tlp, tuple(dict.fromkeys(purposes)), inside, read)


def _known(reader: Reader, circle: str) -> CircleItem:
    item = reader.views.circle(circle)
    if item is None or item.ended:
        raise missing(circle)
    return item
