"""What is answered: the resources of TAXII 2.1 (sections 3.6, 4, 5) as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC
from typing import Any, Final

import msgspec

from tocsin.app.exchange import Offered
from tocsin.model.exchange import Outcome, Receipt, Slice, Stored
from tocsin.render.exchange import at_microsecond, not_taken
from tocsin.render.words import Words
from tocsin.taxii.asked import STIX, TAXII, place

BASE: Final = "/taxii2/"
LARGEST: Final = 16 << 20
"""Bytes of a request."""


def discovery(title: str, root: str) -> bytes:
    """Return what there is on this server, for one partner: one API root."""
    return msgspec.json.encode({"title": title, "api_roots": [root], "default": root})


def api_root(title: str) -> bytes:
    """Return what an API root is."""
    return msgspec.json.encode({"title": title, "versions": [TAXII], "max_content_length": LARGEST})


def collection(one: Offered) -> dict[str, Any]:
    """Return a collection."""
    found: dict[str, Any] = {
        "id": one.shown.item.collection, "title": one.shown.title or one.shown.item.collection,
        "can_read": one.can_read, "can_write": one.can_write, "media_types": [STIX],
    }  # fmt: skip
    return found | ({"description": one.shown.description} if one.shown.description else {})


def encoded(resource: dict[str, Any]) -> bytes:
    """Return a resource as JSON."""
    return msgspec.json.encode(resource)


def collections(several: Sequence[Offered]) -> bytes:
    """Return the collections of an API root."""
    found = [collection(one) for one in several]
    return msgspec.json.encode({"collections": found} if found else {})


def envelope(page: Slice) -> bytes:
    """Return objects: their bytes, joined as they were stored."""
    return _page(page, b"objects", b",".join(page.bodies))


def manifest(page: Slice) -> bytes:
    """Return what is known of objects."""
    return _page(page, b"objects", b",".join(msgspec.json.encode(_entry(one)) for one in page.rows))


def versions(page: Slice) -> bytes:
    """Return the versions of an object."""
    return _page(page, b"versions", b",".join(msgspec.json.encode(f"{one.version}Z") for one in page.rows))


def _entry(one: Stored) -> dict[str, str]:
    return {"id": one.id, "date_added": at_microsecond(one.added), "version": f"{one.version}Z", "media_type": STIX}


def _page(page: Slice, name: bytes, items: bytes) -> bytes:
    """A page is empty also where all that was come upon may not leave, and there is more."""
    more = b'"more":false'
    if page.reached is not None:
        more = b'"more":true,"next":' + msgspec.json.encode(place(page.reached))
    return b"{" + more + (b',"' + name + b'":[' + items + b"]" if items else b"") + b"}"


def added(page: Slice) -> dict[str, str]:
    """Return headers that say when the first and the last of a page were added; of an empty one, how far it went."""
    if page.first is None or page.last is None:
        return {"x-taxii-date-added-last": at_microsecond(page.reached)} if page.reached is not None else {}
    return {
        "x-taxii-date-added-first": at_microsecond(page.first),
        "x-taxii-date-added-last": at_microsecond(page.last),
    }


def status(receipt: Receipt, words: Words) -> bytes:
    """Return what became of what was brought. All of it was settled at once: nothing is pending."""
    at = receipt.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    failed = len(receipt.refused) + receipt.more
    found: dict[str, Any] = {
        "id": receipt.id, "status": "complete", "request_timestamp": at,
        "total_count": len(receipt.added) + failed, "success_count": len(receipt.added),
        "failure_count": failed, "pending_count": 0,
    }  # fmt: skip
    if receipt.added:
        found["successes"] = [{"id": one.id, "version": f"{one.version}Z"} for one in receipt.added]
    if receipt.refused:
        found["failures"] = [_failure(one, at, words) for one in receipt.refused]
    return msgspec.json.encode(found)


def _failure(one: Outcome, at: str, words: Words) -> dict[str, str]:
    """A failure has to have a version: where none could be read, the time of the request."""
    message = not_taken(one, words)
    return {"id": one.id, "version": f"{one.version}Z" if one.version else at, "message": message}


def error(status: int, title: str, description: str) -> bytes:
    """Return what is wrong."""
    return msgspec.json.encode({"title": title, "description": description, "http_status": str(status)})
