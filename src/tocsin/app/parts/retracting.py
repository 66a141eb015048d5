"""Taking back what lies in collections: a newer version that says so, in place of what is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from tocsin.app.access import Grant
from tocsin.app.parts import notes
from tocsin.app.parts.arrivals import read_all, take_in
from tocsin.app.parts.profiles import profile_of
from tocsin.app.ports import Reader, Writer
from tocsin.formats.stix import is_revoked, revoked
from tocsin.model.event import ObjectTakenBack
from tocsin.model.exchange import OWN, Arrival
from tocsin.model.record import RetractionRecord
from tocsin.share.bundle import identities


def standing(reader: Reader, identity: str) -> dict[str, bytes]:
    """Return the last version of an object of the organisation's own that stands, by the collections that have it."""
    found = ((item.collection, reader.shelves.latest(item.collection, identity, OWN))
             for item in reader.views.collections())  # fmt: skip
    return {collection: body for collection, body in found if body is not None and not is_revoked(body)}


def take_back(grant: Grant, writer: Writer, identity: str, reason: str, *, by_source: bool = False) -> tuple[str, ...]:
    """Revoke an object in all collections that have it as the organisation's own, and say so in the log.

    Return these collections; none where there is nothing that can be revoked.
    """
    newer = {one: body for one, last in standing(writer, identity).items() if (body := revoked(last, writer.now))}
    for collection, body in newer.items():
        take_in(grant, writer, collection, read_all([body]), OWN)
    if newer:
        record = notes.keep(writer, RetractionRecord(identity, reason))
        event = ObjectTakenBack(grant.new_id("retraction"), record, tuple(newer), by_source)
        writer.append(grant.draft(event))
    return tuple(newer)


def follow(grant: Grant, writer: Writer, arrivals: Sequence[Arrival], source: str) -> None:
    """Revoke our copies of what a partner or server took back, where nobody else who brought it stands by it."""
    revoked_ = {one.id: msgspec.json.decode(one.body) for one in arrivals if is_revoked(one.body)}
    if not revoked_:
        return
    collections = [item.collection for item in writer.views.collections()]
    ours = our_identities(writer)
    for identity, said in revoked_.items():
        last = [one for name in collections for one in writer.shelves.standing(name, identity)]
        origins = [one.source for name in collections for one in writer.shelves.origins(name, identity)]
        alone = all(is_revoked(body) for other, body in last if other not in (source, OWN))
        if alone and origins.count(source) > 1:
            pass_on(grant, writer, said, source, ours)


def pass_on(
    grant: Grant, writer: Writer, said: Mapping[str, Any], source: str, ours: frozenset[str]
) -> tuple[str, ...]:  # fmt: skip
    """Revoke our copies of an object that its creator took back, and return the collections.

    `ours`: what the organisation created itself is nobody else's to take back. What bears another creator's name, or
    none, is another object.
    """
    creator = said.get("created_by_ref")
    copies = standing(writer, said["id"]).values()
    if not creator or creator in ours or any(_creator(body) != creator for body in copies):
        return ()
    return take_back(grant, writer, said["id"], source, by_source=True)


def _creator(body: bytes) -> Any:
    return msgspec.json.decode(body).get("created_by_ref")


def our_identities(reader: Reader) -> frozenset[str]:
    """Return the ids under which the organisation signs what it shares."""
    return identities(reader.log.id, [profile_of(reader).organisation.name])
