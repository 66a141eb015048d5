"""What tells versions of an object apart (STIX 2.1, section 3.6), and which label an object bears."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import msgspec
from msgspec import UNSET

from tocsin.common.tlp import strictest
from tocsin.formats.stix.markings import TLP_IDS
from tocsin.formats.stix.parts import TIME, Thing
from tocsin.model.people import Tlp

_TIME: Final = re.compile(TIME)
_MICROSECOND: Final = 6


def canonical(time: str) -> str | None:
    """Return a time so that texts are in the order of times: six digits of a second at least. None for what is none.

    `2024-01-01T00:00:00Z` and `2024-01-01T00:00:00.000Z` are one time, and become `2024-01-01T00:00:00.000000`.
    """
    if not _TIME.match(time):
        return None
    whole, _, fraction = time[:-1].partition(".")
    return f"{whole}.{fraction.rstrip('0').ljust(_MICROSECOND, '0')}"


def version_of(one: Thing) -> str:
    """Return the time of an object's version, as `canonical` writes it: `modified`, else `created`, else empty."""
    for name in ("modified", "created"):
        found = getattr(one, name, UNSET)
        if found is not UNSET:
            return canonical(found) or ""
    return ""


def label_of(one: Thing) -> Tlp:
    """Return the strictest label of the Traffic Light Protocol that an object or a part of it bears; without any: RED.

    Labels are known by the ids of their marking definitions alone.
    """
    refs: list[str] = list(getattr(one, "object_marking_refs", UNSET) or ())
    if (parts := getattr(one, "granular_markings", UNSET)) and refs:
        refs += [part.marking_ref for part in parts if part.marking_ref is not UNSET]
    if len(refs) == 1:
        return TLP_IDS.get(refs[0], Tlp.RED)
    return strictest(TLP_IDS[ref] for ref in refs if ref in TLP_IDS)


def is_revoked(body: bytes) -> bool:
    """Say whether an object, in JSON, is taken back."""
    return bool(msgspec.json.decode(body).get("revoked") is True)


def revoked(body: bytes, at: datetime) -> bytes | None:
    """Return the version of an object, in JSON, by which it is taken back (section 3.6): as it was, but revoked.

    It is of `at`, or of a millisecond after the version that it follows. None for what has no versions.
    """
    found: dict[str, Any] = msgspec.json.decode(body)
    if not isinstance(found.get("modified"), str):
        return None
    last = datetime.fromisoformat(found["modified"][:26].rstrip("Z")).replace(tzinfo=UTC)
    when = max(at, last + timedelta(milliseconds=1))
    stamp = when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return msgspec.json.encode(found | {"modified": stamp, "revoked": True})
