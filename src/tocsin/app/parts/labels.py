"""Labels of what claims, assessments, tasks and victims are about, as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, TypeVar

from msgspec.structs import replace

from tocsin.app.access import Grant
from tocsin.app.parts import cases
from tocsin.app.ports import Reader
from tocsin.common.tlp import strictest
from tocsin.model.people import Tlp
from tocsin.model.view import AssessmentItem, ClaimItem, TaskItem, VictimItem

Labelled: TypeAlias = ClaimItem | AssessmentItem | TaskItem | VictimItem
T = TypeVar("T", bound=Labelled)


def label_of(grant: Grant, reader: Reader, thing: str) -> Tlp:
    """Return the label of an incident or a case. Raises NotFoundError for what the actor must not know of."""
    incident = reader.views.incident(thing)
    if incident is not None and grant.cleared(incident.tlp):
        return incident.tlp
    return cases.label(reader, cases.find(grant, reader, thing))


def labels_now(reader: Reader, items: Sequence[Labelled]) -> list[Tlp]:
    """Return the labels that bind now, of each item that there is."""
    return [one.tlp for one in labelled(reader, items)]


def labelled(reader: Reader, items: Sequence[T]) -> list[T]:
    """Return items with the labels that bind now: the strictest of their own and of what they are about.

    Their own was right when they were written. What they are about may have been relabelled since; it is RED where it
    is gone.
    """
    about = {one.seq: _about(one) for one in items}
    now = {thing: _now(reader, thing) for thing in {thing for several in about.values() for thing in several}}
    return [replace(one, tlp=strictest([one.tlp, *(now[thing] for thing in about[one.seq])])) for one in items]


def _about(item: Labelled) -> tuple[str, ...]:
    """A task of a participant bears the label that it was given for that participant, which may not know the case's."""
    if isinstance(item, TaskItem):
        return () if item.participant else (item.case,)
    return (item.case,) if isinstance(item, VictimItem) else item.about


def _now(reader: Reader, thing: str) -> Tlp:
    if incident := reader.views.incident(thing):
        return incident.tlp
    case = reader.views.case(thing)
    return cases.label(reader, case) if case else Tlp.RED
