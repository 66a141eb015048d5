"""Objects of STIX that were brought: each read by itself, so that a broken one takes no other with it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final
from uuid import UUID

from msgspec import Struct

from tocsin.app.access import Grant
from tocsin.app.ports import Writer
from tocsin.formats.stix import MOST_REFUSED, Limits, RefusedError, id_of, label_of, read_one, version_of
from tocsin.model.event import ObjectsAdded
from tocsin.model.exchange import TOO_MANY, Arrival, Outcome

MOST: Final = 20_000
"""Objects that are taken at once."""
LIMITS: Final = Limits(object_size=1 << 20)
_LONGEST_ID: Final = 300


class Brought(Struct, frozen=True):
    """What became of objects, in the order in which they were brought."""

    added: tuple[Outcome, ...]
    refused: tuple[Outcome, ...]
    more: int = 0
    """How many others were refused."""


class Read(Struct, frozen=True):
    """Objects that were read and are not in a collection yet, and those that cannot be taken."""

    arrivals: tuple[Arrival, ...]
    refused: tuple[Outcome, ...]
    more: int = 0
    """How many others cannot be taken: of those after as many as are taken at once the first are named."""


def take_in(grant: Grant, writer: Writer, collection: str, read: Read, source: str, feed: str = "") -> Brought:
    """Add objects to a collection, and say so in the log."""
    done = writer.shelves.add(collection, read.arrivals, source, writer.now)
    added = tuple(one for one in done if not one.why)
    refused = read.refused + tuple(one for one in done if one.why)
    digest = hashlib.sha256()
    for one in read.arrivals:
        digest.update(one.body)
    event = ObjectsAdded(collection, len(added), len(refused) + read.more, writer.keep(digest.digest()), feed)
    writer.append(grant.draft(event))
    return Brought(added, refused, read.more)


def read_all(bodies: Sequence[bytes], sent_at: int | None = None) -> Read:
    """Read objects, each by itself. To be done before anything is written, so that nobody waits for it."""
    arrivals: list[Arrival] = []
    refused: list[Outcome] = []
    for place, body in enumerate(bodies[:MOST]):
        try:
            kept = read_one(bytes(body), LIMITS)
            known = kept.known
            kind = known.id.partition("--")[0]
            arrivals.append(Arrival(known.id, version_of(known), kind, label_of(known), kept.body, sent_at))
        except RefusedError as error:
            refused.append(Outcome(_name(body, place), "", error.fault.value, error.path))
    over = bodies[MOST : MOST + MOST_REFUSED]
    refused += [Outcome(_name(body, place), "", TOO_MANY) for place, body in enumerate(over, MOST)]
    return Read(tuple(arrivals), tuple(refused), max(len(bodies) - MOST - MOST_REFUSED, 0))


def _name(body: bytes, place: int) -> str:
    """The id of a broken object, else its place from 1 on."""
    return id_of(bytes(body))[:_LONGEST_ID] or f"object {place + 1}"


def new_uuid(grant: Grant) -> str:
    """Return a new random UUID."""
    return str(UUID(bytes=hashlib.sha256(grant.secret().encode()).digest()[:16], version=4))
