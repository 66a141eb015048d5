"""What a request asks for: filters, places in a list, media types (TAXII 2.1, sections 1.6.8, 3.4, 3.5)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final
from unicodedata import category

from tocsin.formats.stix import canonical
from tocsin.model.error import InputError, TocsinError
from tocsin.model.exchange import Wanted
from tocsin.model.sentence import say

TAXII: Final = "application/taxii+json;version=2.1"
STIX: Final = "application/stix+json;version=2.1"
MOST: Final = 5_000
"""Objects of a page. Fewer come where they are large."""
USUAL: Final = 1_000
_MOST_NAMED: Final = 100
"""Ids or versions that are asked for at once."""
_MOST_KINDS: Final = 40
"""Types: each is a range of an index for each label (`tocsin.store.shelves`)."""
_LONGEST_ACCEPT: Final = 1_000
_ONCE: Final = ("limit", "next", "added_after", "match[id]", "match[type]", "match[version]", "match[spec_version]")
_VERSIONS: Final = ("last", "first", "all")
_PLACE: Final = b"t"
"""What a place begins with, so that no other text is one."""


class NotAcceptableError(TocsinError):
    """What the request would accept is not spoken here."""


class MediaTypeError(TocsinError):
    """What the request brings is not of TAXII 2.1."""


def wanted(query: Sequence[tuple[str, str]], *, usual: Sequence[str] = ("last",), fields: str) -> Wanted:
    """Return what is asked for. `fields`: which of `id type version spec_version` may be matched here.

    Raises InputError for what cannot be meant: nothing is passed over that would change the answer.
    """
    given = _once(query)
    for name in given:
        if name.startswith("match[") and name not in {f"match[{one}]" for one in fields.split()}:
            raise InputError(say("%(name)s is no filter here", name=name), say("Leave it out."))
    if odd := next((name for name, value in query if is_odd(name + value)), None):
        raise InputError(say("%(name)s is no filter here", name=odd.partition("\0")[0]), say("Leave it out."))
    after = max(_time(given["added_after"]) if "added_after" in given else -1, place_of(given.get("next")))
    return Wanted(
        after, _listed(given, "id", _MOST_NAMED), _listed(given, "type", _MOST_KINDS),
        _versions(given) or tuple(usual), _limit(given), nothing=_is_other(given),
    )  # fmt: skip


def is_odd(text: str) -> bool:
    """Say whether a text has control characters: no name or value that is meant has, and databases break on some."""
    return any(category(one) == "Cc" for one in text)


def _once(query: Sequence[tuple[str, str]]) -> dict[str, str]:
    given: dict[str, str] = {}
    for name, value in query:
        if name in given and name in _ONCE:
            raise InputError(say("%(name)s is given twice", name=name), say("Give several values with commas between."))
        given[name] = value
    return given


def _listed(given: Mapping[str, str], name: str, most: int) -> tuple[str, ...]:
    values = tuple(dict.fromkeys(given.get(f"match[{name}]", "").split(","))) if f"match[{name}]" in given else ()
    if "" in values or len(values) > most:
        raise InputError(
            say("%(name)s takes 1 to %(most)s values with commas between", name=f"match[{name}]", most=most),
            say("Ask in several requests."),
        )
    return values


def _versions(given: Mapping[str, str]) -> tuple[str, ...]:
    found = [one if one in _VERSIONS else canonical(one) for one in _listed(given, "version", _MOST_NAMED)]
    if None in found:
        raise InputError(
            say("%(name)s takes last, first, all, or times", name="match[version]"),
            say("Times are written as 2026-03-01T12:00:00Z."),
        )
    return ("all",) if "all" in found else tuple(one for one in found if one)


def _is_other(given: Mapping[str, str]) -> bool:
    """Whether only objects of other versions of STIX are asked for: there are none here."""
    specs = _listed(given, "spec_version", _MOST_NAMED)
    return bool(specs) and "2.1" not in specs


def _limit(given: Mapping[str, str]) -> int:
    """How many. `limit=0` with `next` is none: so the client of OASIS goes on after an empty page."""
    text = given.get("limit")
    if text is None or (text == "0" and "next" in given):
        return USUAL
    if not (text.isascii() and text.isdigit()) or not text.strip("0"):
        raise InputError(say("limit is a whole number from 1 on"), say("Leave it out, or give another one."))
    return min(int(text[:10]), MOST)


def _time(text: str) -> int:
    """Microseconds since 1970, finer digits left off: what was added within that microsecond is told again."""
    if canonical(text) is None:
        raise InputError(say("added_after is no time"), say("Times are written as 2026-03-01T12:00:00Z."))
    whole, _, fraction = text[:-1].partition(".")
    seconds = datetime.fromisoformat(whole).replace(tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return (seconds.days * 86_400 + seconds.seconds) * 1_000_000 + int(fraction[:6].ljust(6, "0"))


def place(added: int) -> str:
    """Return what `next` is after an object: it says where, so that nothing has to be kept for it."""
    return base64.urlsafe_b64encode(_PLACE + added.to_bytes(8)).decode()


def place_of(text: str | None) -> int:
    """Return the time that a place says; -1 where there is none. Raises InputError for what is no place."""
    if text is None:
        return -1
    try:
        raw = base64.b64decode(text.encode("ascii"), altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError, ValueError):
        raw = b""
    if len(raw) != 9 or not raw.startswith(_PLACE) or raw[1] > 0x7F:
        raise InputError(say("next is no place that was given here"), say("Begin again without it."))
    return int.from_bytes(raw[1:])


def accepts(header: str | None) -> bool:
    """Say whether an Accept header takes TAXII 2.1."""
    if header is None or not header.strip():
        return True
    return any(_is_taxii(one) for one in header[:_LONGEST_ACCEPT].split(","))


def _is_taxii(text: str) -> bool:
    kind, _, rest = text.partition(";")
    parameters = dict(part.replace(" ", "").lower().partition("=")[::2] for part in rest.split(";") if part.strip())
    if parameters.get("q", "1") in ("0", "0.0", "0.00", "0.000"):
        return False
    if kind.strip().lower() in ("*/*", "application/*"):
        return True
    version = parameters.get("version", "2.1").strip('"')
    return kind.strip().lower() == "application/taxii+json" and version == "2.1"


def brings(header: str | None) -> bool:
    """Say whether a Content-Type header is that of TAXII 2.1."""
    return header is not None and "*" not in header.partition(";")[0] and _is_taxii(header[:_LONGEST_ACCEPT])
