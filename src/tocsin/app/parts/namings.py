"""Who puts a name on what happened: their roles, and whether they have a stake in it."""

from __future__ import annotations

from typing import Final

from tocsin.app.access import Grant
from tocsin.app.ports import Reader
from tocsin.attribute.naming import Namer
from tocsin.model.error import InputError
from tocsin.model.profile import Kind
from tocsin.model.sentence import Sentence, say
from tocsin.model.view import AssessmentItem

_HELPS: Final = (Kind.CENTRE, Kind.AGENCY)
"""Whose incidents are those of others."""


def namer(grant: Grant, reader: Reader, item: AssessmentItem, person: str = "") -> Namer:
    """Return the actor, or another person of the organisation, as one who names."""
    found = reader.views.person(person or grant.actor.person)
    organisation = reader.views.organisation()
    kind = Kind(organisation.kind)
    return Namer(
        found.person if found and not found.removed else "",
        frozenset(found.roles) if found and person else grant.actor.roles,
        organisation.name,
        kind,
        kind not in _HELPS and any(reader.views.incident(thing) for thing in item.about),
    )


def refused(lacks: tuple[Sentence, ...]) -> InputError:
    """Return why a name may not be put."""
    first = lacks[0] if lacks else say("another person than the one who named has to stand beside it")
    return InputError(
        say("Not permitted: %(reason)s.", reason=first), say("docs/howto/name-actors.md says who may, and how.")
    )
