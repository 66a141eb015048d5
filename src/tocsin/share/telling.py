"""What the source of a warning is told: that it was met here, how often and when, or that it was a false alarm.

Nobody is named but, where it agreed, the organisation: no message, no person, no value beyond the source's own; times
are of whole days. What is said bears the label of the warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

import msgspec
from msgspec import Struct

from tocsin.formats import stix
from tocsin.model.people import Tlp
from tocsin.share.bundle import Origin, identity

FALSE: Final = "Met here, looked at by a person, and no attack."


class Met(Struct, frozen=True):
    """What an indicator met here."""

    indicator: str
    """Its id."""
    tlp: Tlp
    seen: int
    """Things that are not known to be none."""
    false: int
    """Things that a person called no attack."""
    first: datetime
    last: datetime


def answer(log: str, several: Iterable[Met], now: datetime, name: str = "") -> Iterator[bytes]:
    """Yield objects of STIX 2.1, in JSON, each identity before what it says. `name`: of who agreed to be named.

    A sighting counts what was met; an opinion disagrees with a warning that met something and never an attack.
    """
    labels: set[Tlp] = set()
    for one in several:
        origin = _origin(log, one, now, name)
        who = identity(origin)
        if one.tlp not in labels:
            labels.add(one.tlp)
            yield _json(who)
        if one.seen:
            yield _json(_sighting(origin, one, now, who.id))
        elif one.false:
            yield _json(_opinion(origin, one, now, who.id))


def ids_of(log: str, one: Met, name: str = "") -> tuple[str, str]:
    """Return the ids of the sighting and of the opinion by which something is said of a warning."""
    origin = _origin(log, one, one.last, name)
    return origin.identifier("sighting", one.indicator), origin.identifier("opinion", one.indicator)


def _origin(log: str, one: Met, now: datetime, name: str) -> Origin:
    return Origin(log, "", _day(one.first), now, 0, one.tlp, name)


def _sighting(origin: Origin, one: Met, now: datetime, by: str) -> stix.Sighting:
    return stix.Sighting(
        id=origin.identifier("sighting", one.indicator),
        sighting_of_ref=one.indicator,
        count=one.seen,
        first_seen=stix.timestamp(_day(one.first)),
        last_seen=stix.timestamp(_day(one.last)),
        **_said(one, now, by),
    )


def _opinion(origin: Origin, one: Met, now: datetime, by: str) -> stix.Opinion:
    return stix.Opinion(
        id=origin.identifier("opinion", one.indicator),
        opinion="strongly-disagree",
        explanation=FALSE,
        object_refs=(one.indicator,),
        **_said(one, now, by),
    )


def _said(one: Met, now: datetime, by: str) -> dict[str, Any]:
    return {**stix.common(_day(one.first), now, one.tlp), "created_by_ref": by}


def _day(when: datetime) -> datetime:
    return when.replace(hour=0, minute=0, second=0, microsecond=0)


def _json(one: stix.Thing) -> bytes:
    return msgspec.json.encode(one, order="deterministic")


def same(one: bytes, other: bytes) -> bool:
    """Say whether two versions say the same, whenever they were said."""
    found = [{key: value for key, value in msgspec.json.decode(body).items() if key != "modified"}
             for body in (one, other)]  # fmt: skip
    return bool(found[0] == found[1])
