"""Letting another organisation of this node compare incidents, so that an attack on one can be seen as one on all.

Both sides are asked: the giver lets, and the receiver accepts. Before it does, what a giver lets be compared attaches
to the operations that the receiver's own incidents form, and joins none of these to each other.
"""

from __future__ import annotations

from typing import Final

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.cases import readable_label
from tocsin.app.parts.comparing import Giver, is_giver, world
from tocsin.app.rights import Right
from tocsin.common.tlp import readable
from tocsin.model.error import InputError
from tocsin.model.event import ComparingAllowed, ComparingEnded, GiverAccepted, GiverRefused
from tocsin.model.people import Tlp
from tocsin.model.record import Note
from tocsin.model.sentence import say
from tocsin.model.view import ComparingItem

_DOCS: Final = "howto/group-attacks.md"
_LONGEST: Final = 80


@use_case(Right.ATTRIBUTE, cli="operation letting", http="GET /v1/comparings", docs=_DOCS)
def letting(grant: Grant) -> tuple[ComparingItem, ...]:
    """Return which other organisations may compare this one's incidents with theirs, in order of their ids."""
    with grant.read() as reader:
        return tuple(reader.views.comparings())


@use_case(Right.SHARE, cli="operation let", http="POST /v1/comparings", docs=_DOCS)
def let(grant: Grant, receiver: str, *, named: bool = False, tlp: Tlp = Tlp.AMBER) -> None:
    """Let another organisation of this node compare this one's incidents up to a label, from now on.

    `named`: it may know whose they are. What was said to it before is replaced. Nothing tells whether there is an
    organisation of that id. Raises InputError for a label that keeps things within this one.
    """
    receiver = receiver.strip()
    if not receiver.isprintable() or not 0 < len(receiver) <= _LONGEST or receiver == grant.actor.organisation:
        raise InputError(say("this names no other organisation"), say("Give its id, as it signs in with it."))
    if not readable(tlp, Tlp.AMBER):
        raise InputError(
            say("what bears this label stays within the organisation"),
            say("Choose CLEAR, GREEN or AMBER."),
        )
    readable_label(grant, tlp)
    with grant.write() as writer:
        writer.append(grant.draft(ComparingAllowed(receiver, named, tlp)))


@use_case(Right.SHARE, cli="operation stop-letting", http="DELETE /v1/comparings/{receiver}", docs=_DOCS)
def stop_letting(grant: Grant, receiver: str) -> None:
    """Let it do so no longer: from now on it sees nothing of this one's incidents."""
    with grant.write() as writer:
        if writer.views.comparing(receiver) is None:
            raise missing(receiver)
        writer.append(grant.draft(ComparingEnded(receiver)))


@use_case(Right.ATTRIBUTE, cli="operation givers", http="GET /v1/givers", docs=_DOCS)
def givers(grant: Grant) -> tuple[Giver, ...]:
    """Return which other organisations let this one compare their incidents, and which of them were accepted."""
    return tuple(world(grant).givers)


@use_case(Right.ATTRIBUTE, cli="operation accept", http="POST /v1/givers/{giver}/acceptance", docs=_DOCS)
def accept(grant: Grant, giver: str, reason: str) -> None:
    """Accept a giver: its incidents may join this one's own to each other from now on."""
    if not reason.strip():
        raise InputError(say("there is no reason given"), say("Write why what it lets be compared is to be relied on."))
    if not is_giver(grant, giver):
        raise missing(giver)
    with grant.write() as writer:
        writer.append(grant.draft(GiverAccepted(giver, notes.keep(writer, Note(reason.strip())))))


@use_case(Right.ATTRIBUTE, cli="operation refuse", http="DELETE /v1/givers/{giver}", docs=_DOCS)
def refuse(grant: Grant, giver: str) -> None:
    """Take that back: its incidents attach to what is this one's own, and join none of it."""
    with grant.write() as writer:
        if giver not in {one.giver for one in writer.views.givers()}:
            raise missing(giver)
        writer.append(grant.draft(GiverRefused(giver)))
