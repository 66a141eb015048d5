"""A feed of MISP: `manifest.json`, which lists events, `hashes.csv`, by which values are looked up, a file an event.

The manifest is as `MISPEvent.manifest` of PyMISP makes it, with `integrity:sha256`, the digest of the event's file,
beside it, as MISP's schema of manifests allows. Of what was taken back no hash is written: it is to be found no more.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import msgspec
from msgspec import Struct

from tocsin.formats.misp.reading import Object
from tocsin.formats.misp.shapes import LARGEST, seconds
from tocsin.formats.misp.writing import Event
from tocsin.model.error import InputError
from tocsin.model.sentence import say

DIGEST: Final = "integrity:sha256"
MOST: Final = 500_000
"""Events of a feed."""
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHA256: Final = re.compile(r"[0-9a-fA-F]{64}")


class Entry(Struct, frozen=True):
    """An event, as a manifest lists it."""

    time: int
    """When it was changed last, in seconds since 1970; 0 where that is not said."""
    sha256: str = ""
    """Of its file; empty where that is not said."""


def manifest(events: Sequence[Event]) -> bytes:
    """Return `manifest.json`."""
    return msgspec.json.encode({one.uuid: _entry(one) for one in events}, order="sorted") + b"\n"


def _entry(one: Event) -> Object:
    event = one.content["Event"]
    return {
        "Orgc": event["Orgc"], "Tag": event["Tag"], "info": event["info"], "date": event["date"],
        "analysis": int(event["analysis"]), "threat_level_id": int(event["threat_level_id"]),
        "timestamp": int(event["timestamp"]), DIGEST: hashlib.sha256(one.body).hexdigest(),
    }  # fmt: skip


def hashes(events: Sequence[Event]) -> bytes:
    """Return `hashes.csv`: the MD5 of each value, and of each half of one with a bar in it, with its event's uuid."""
    lines = (f"{_md5(value)},{one.uuid}\n" for one in events for value in dict.fromkeys(_values(one)))
    return "".join(lines).encode()


def _values(one: Event) -> Iterator[str]:
    event = one.content["Event"]
    for attribute in (*event["Attribute"], *(made for held in event["Object"] for made in held["Attribute"])):
        if not attribute.get("deleted"):
            kind, value = attribute["type"], attribute["value"]
            yield from value.split("|") if "|" in kind or kind == "malware-sample" else [value]


def _md5(value: str) -> str:
    return hashlib.md5(value.encode(), usedforsecurity=False).hexdigest()


def entries(raw: bytes) -> dict[str, Entry]:
    """Return the events of `manifest.json` by their uuids. Raises InputError for what is none.

    What is listed under no uuid is refused with the whole: by such a name a file elsewhere would be read.
    """
    try:
        found = msgspec.json.decode(raw) if len(raw) <= LARGEST else None
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        found = None
    if not isinstance(found, dict) or len(found) > MOST:
        raise InputError(
            say("this is no manifest of a feed of MISP"), say("Its manifest.json lists its events by their uuids.")
        )
    for uuid in found:
        if not _UUID.fullmatch(uuid.lower()):
            raise InputError(
                say('the manifest lists "%(uuid)s", which is no uuid', uuid=uuid[:100]),
                say("Tell whoever keeps the feed. Nothing of it was read."),
            )
    return {uuid.lower(): _listed(one) for uuid, one in found.items()}


def _listed(one: Any) -> Entry:
    time = seconds(one.get("timestamp")) if isinstance(one, dict) else None
    digest = one.get(DIGEST) if isinstance(one, dict) else None
    is_digest = isinstance(digest, str) and _SHA256.fullmatch(digest)
    return Entry(int(time.timestamp()) if time else 0, str(digest).lower() if is_digest else "")
