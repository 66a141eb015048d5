"""Who puts a name on what happened: their roles, and whether they have a stake in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tocsin.app.access import Grant
from tocsin.app.ports import Reader
from tocsin.attribute.naming import Namer
from tocsin.model.error import InputError
from tocsin.model.event import OrganisationCreated, ProfileChanged
from tocsin.model.profile import Kind
from tocsin.model.sentence import Sentence, say

HELPS: Final = (Kind.CENTRE, Kind.AGENCY)
"""Whose incidents are those of others. Every other organisation may have been attacked itself."""


def namer(grant: Grant, reader: Reader) -> Namer:
    """Return the actor as one who names: for an organisation that has only ever been there to help, or for a party."""
    found = reader.views.person(grant.actor.person)
    kind = kind_of(reader)
    return Namer(
        found.person if found and not found.removed else "",
        grant.actor.roles,
        reader.views.organisation().name,
        kind,
        kind not in HELPS,
    )


def kind_of(reader: Reader) -> Kind:
    """Return what the organisation is, or ever was, if that is more than to help others."""
    return next(iter(sorted({*_kinds(reader)} - {*HELPS})), Kind.CENTRE)


def _kinds(reader: Reader) -> Iterator[Kind]:
    """What the organisation is, and ever was by its log: who changes it has been a party all the same."""
    yield Kind(reader.views.organisation().kind)
    for type_ in ("organisation-created", "profile-changed"):
        after = None
        while True:
            page = reader.views.journal(type=type_, after=after, limit=500)
            for entry in reader.log.several([item.seq for item in page.items]):
                if isinstance(entry.event, OrganisationCreated):
                    yield Kind(entry.event.kind)
                elif isinstance(entry.event, ProfileChanged):
                    yield entry.event.organisation.kind
            if (after := page.after) is None:
                break


def refused(lacks: tuple[Sentence, ...]) -> InputError:
    """Return why a name may not be put."""
    return InputError(
        say("Not permitted: %(reason)s.", reason=lacks[0]), say("docs/howto/name-actors.md says who may, and how.")
    )
