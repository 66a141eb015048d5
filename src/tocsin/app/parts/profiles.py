"""The organisation's profile, put together from the log and the vault."""

from __future__ import annotations

import msgspec

from tocsin.app.ports import Reader
from tocsin.model.event import ProfileChanged
from tocsin.model.people import Role
from tocsin.model.profile import Kind, Organisation, Person, Profile
from tocsin.model.view import PersonItem


def profile_of(reader: Reader) -> Profile:
    """Return the profile as it is now. Who is only here to take part in cases is none of the organisation's people."""
    people = tuple(members(reader).values())
    item = reader.views.organisation()
    latest = next(reader.log.read(item.profile_seq, item.profile_seq + 1)).event if item.profile_seq else None
    if not isinstance(latest, ProfileChanged):
        return Profile(Organisation(item.name, Kind(item.kind)), person=people)
    return Profile(latest.organisation, latest.partner, latest.brand, people)


def members(reader: Reader) -> dict[str, Person]:
    """Return the organisation's own people by their ids, as far as the vault knows them."""
    return {
        item.person: record
        for item, record in people_of(reader)
        if record and item.roles != (Role.PARTICIPANT,)
    }  # fmt: skip


def people_of(reader: Reader) -> list[tuple[PersonItem, Person | None]]:
    """Return the people with what the vault knows of them: None where that was erased."""
    items = reader.views.people()
    records = reader.vault.get_many([item.record for item in items])
    return [(item, _person(records.get(item.record))) for item in items]


def _person(raw: bytes | None) -> Person | None:
    return msgspec.json.decode(raw, type=Person) if raw is not None else None
