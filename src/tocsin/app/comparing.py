"""Letting another organisation of this node compare incidents, so that an attack on one can be seen as one on all."""

from __future__ import annotations

from typing import Final

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts.cases import readable_label
from tocsin.app.rights import Right
from tocsin.common.tlp import readable
from tocsin.model.error import InputError
from tocsin.model.event import ComparingAllowed, ComparingEnded
from tocsin.model.people import Tlp
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
