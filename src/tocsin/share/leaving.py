"""Whom does an object that is to leave name? Looked for in every text of it, also where it is encoded.

Whoever writes an object by hand, or has it written by a program, easily takes a victim along: a recipient in a subject,
a host in a URL, a mailbox in a file name, a message in an artifact. What is found is withheld whole: a part taken out
would leave an object that says something else.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import html
import quopri
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from functools import lru_cache
from typing import Any, Final
from urllib.parse import unquote

import msgspec

from tocsin.common.hosts import to_unicode
from tocsin.common.listed import Listed
from tocsin.model.profile import Profile
from tocsin.share.victims import Victims

_ROUNDS: Final = 2
"""How often what was decoded is decoded again."""
_MOST: Final = 400
"""Texts that are decoded from one: beyond that nobody can say what is in it, and it is withheld."""
_SHORTEST: Final = 8
_SHORT: Final = 40
_REPEATED: Final = 2_000
"""Short texts, such as names of properties and types, that are looked at once."""
_MOSTLY: Final = 0.6
"""Of random bytes little more than a third are characters that can be read."""
_BASE64: Final = re.compile(rf"[A-Za-z0-9+/_-]{{{_SHORTEST},}}={{0,2}}")
_HEX: Final = re.compile(r"(?:[0-9A-Fa-f]{2}){6,}")
_QUOTED: Final = re.compile(r"=[0-9A-F]{2}")
_AS_IT_IS: Final = re.compile(
    r"[a-z0-9-]{1,60}--[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z"
)
"""Ids of STIX and times: nothing is encoded in them."""
_WORDS: Final = re.compile(r"[^\s\"'<>()\[\],;]+")
_HASHES: Final = ("md5", "sha1", "sha256")


NEVER: Final = "never"
"""Instead of somebody: it is on a list of what never leaves, or nobody can say what is in it."""


class Gate:
    """Whom an object names. `ids` are those of the profile's people, in their order."""

    def __init__(self, profile: Profile, never: Listed, ids: Sequence[str] = ()) -> None:
        self._victims = Victims(profile, ids)
        self._never = never
        self._told_short = lru_cache(_REPEATED)(self._told)
        self._digests = {
            hashlib.new(name, address.lower().encode(), usedforsecurity=False).hexdigest(): identity
            for identity, one in zip(ids or map(str, range(len(profile.person))), profile.person, strict=True)
            for address in (*one.addresses, *one.private_addresses) for name in _HASHES
        }  # fmt: skip

    def named(self, body: bytes) -> dict[str, str]:
        """Return whom an object of STIX, in JSON, names, each with where: ids of people, `organisation`, `never`."""
        found: dict[str, str] = {}
        for path, text in _texts(msgspec.json.decode(body), ""):
            for who in self.told(text):
                found.setdefault(who, path or "id")
        return found

    def told(self, text: str) -> frozenset[str]:
        """Return whom a text names, encoded or not."""
        return self._told_short(text) if len(text) <= _SHORT else self._told(text)

    def _told(self, text: str) -> frozenset[str]:
        forms = _forms(text)
        return frozenset({NEVER} if forms is None else set[str]().union(*map(self._told_plainly, forms)))

    def _told_plainly(self, text: str) -> set[str]:
        found = self._victims.named_in(text)
        for word in _WORDS.findall(text):
            if who := self._digests.get(word.lower()):
                found.add(who)
            if self._never.named(word):
                found.add(NEVER)
        return found


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield all texts of a value, names of properties too, with where they stand."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, one in value.items():
            at = f"{path}.{name}" if path else name
            yield at, name
            yield from _texts(one, at)
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _texts(one, f"{path}[{place}]")


def _forms(text: str) -> set[str] | None:
    """A text and all that it may be decoded to; None for more than can be looked through."""
    if _AS_IT_IS.fullmatch(text):
        return {text}
    found, fresh = {text}, {text}
    for _ in range(_ROUNDS):
        fresh = {form for one in fresh for form in _decoded(one)} - found
        found |= fresh
        if len(found) > _MOST:
            return None
    return found


def _decoded(text: str) -> Iterator[str]:
    yield unquote(text)
    yield html.unescape(text)
    if "xn--" in text:
        yield re.sub(r"[\w.-]*xn--[\w.-]+", lambda found: to_unicode(found[0]), text)
    if "=?" in text:
        with suppress(HeaderParseError, LookupError, UnicodeError, ValueError):
            yield str(make_header(decode_header(text)))
    if _QUOTED.search(text):
        yield quopri.decodestring(text.encode()).decode("utf-8", "replace")
    for run in _BASE64.findall(text):
        for piece in _pieces(run):
            yield from _readable(_from_base64(piece))
    for run in _HEX.findall(text):
        yield from _readable(binascii.unhexlify(run))


def _pieces(run: str) -> Iterator[str]:
    """Where in a run of letters an encoded text may begin: what stands before it in a path is of the same alphabet."""
    for one in dict.fromkeys((run, *re.split(r"[/_-]", run))):
        yield from (one[start:] for start in range(4) if len(one) - start >= _SHORTEST)


def _from_base64(run: str) -> bytes:
    bare = run.rstrip("=").replace("-", "+").replace("_", "/")
    bare = bare[: len(bare) // 4 * 4 + (len(bare) % 4 if len(bare) % 4 > 1 else 0)]
    return base64.b64decode(bare + "=" * (-len(bare) % 4))


def _readable(raw: bytes) -> Iterator[str]:
    """What bytes say as text, where most of them are one: what stood before an encoded text is decoded with it."""
    for charset in ("utf-8", "utf-16-le", "utf-16-be"):
        text = raw.decode(charset, "replace")
        if sum(one.isprintable() and one != "\ufffd" for one in text) > _MOSTLY * len(text):
            yield text
