"""A canary sits in every text of every kind of object, in every encoding: none of them leaves."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import quopri
from collections.abc import Callable, Iterator
from email.header import Header
from typing import Any
from urllib.parse import quote

import pytest

from tocsin.common.listed import Listed
from tocsin.identify.examples import PROFILE
from tocsin.model.warninglist import Matching, WarningList
from tocsin.share.leaving import Gate

NEVER = Listed([WarningList("Inside (synthetic)", Matching.HOSTNAME, ("files.intranet.test",))])
GATE = Gate(PROFILE, NEVER)
CANARIES = {
    "name": "Dana Osman",
    "arabic-name": "دانا عثمان",
    "address": "dana@harbour.example",
    "private-address": "dana.osman@private.example",
    "host": "mail.harbour.example",
    "organisation": "Harbour Campaign",
    "arabic-organisation": "حملة الميناء",
    "inside": "files.intranet.test",
}
ENCODINGS: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "upper": str.upper,
    "percent": quote,
    "percent-twice": lambda text: quote(quote(text)),
    "html": lambda text: "".join(f"&#{ord(one)};" for one in text),
    "html-names": html.escape,
    "base64": lambda text: base64.b64encode(f"to {text}, now".encode()).decode(),
    "base64-url": lambda text: base64.urlsafe_b64encode(f"to {text}, now".encode()).decode().rstrip("="),
    "base64-utf-16": lambda text: base64.b64encode(text.encode("utf-16-le")).decode(),
    "base64-twice": lambda text: base64.b64encode(base64.b64encode(text.encode())).decode(),
    "hex": lambda text: text.encode().hex(),
    "encoded-word": lambda text: Header(text, "utf-8").encode(),
    "quoted-printable": lambda text: quopri.encodestring(text.encode(), quotetabs=True).decode().replace("=\n", ""),
    "full-width": lambda text: "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text),
    "spaced": " ".join,
    "zero-width": "\u200b".join,
    "base64-in-a-path": lambda text: f"https://evil.test/a/{base64.b64encode(text.encode()).decode()}/b",
    "base64-behind-letters": lambda text: f"xxx{base64.b64encode(text.encode()).decode()}",
    "data-url": lambda text: f"data:text/plain;base64,{base64.b64encode(text.encode()).decode()}",
}
HIDDEN = [
    (canary, encoding) for canary in CANARIES for encoding in ENCODINGS
    if canary != "inside" or encoding not in ("spaced", "zero-width")
]  # fmt: skip
"""All of them, but hosts of a list with gaps in them: such a one is no host, and lists are of hosts."""
OBJECT: dict[str, Any] = {
    "type": "observed-data", "id": "observed-data--1", "name": "n", "description": "d", "labels": ["a", "b"],
    "pattern": "[url:value = 'x']", "external_references": [{"source_name": "s", "url": "u", "description": "d"}],
    "objects": {"0": {"type": "email-message", "subject": "s", "body": "b", "additional_header_fields": {"X": "y"}}},
    "payload_bin": "", "extensions": {"extension-definition--1": {"deep": [{"er": "text"}]}},
}  # fmt: skip


def _everywhere(value: Any, canary: str) -> Iterator[Any]:
    """The object with the canary in one text of it after the other, and as a property's name."""
    if isinstance(value, str):
        yield f"{value} {canary}" if value else canary
    elif isinstance(value, dict):
        yield {**value, canary: 1}
        for name, one in value.items():
            yield from ({**value, name: changed} for changed in _everywhere(one, canary))
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from ([*value[:place], changed, *value[place + 1 :]] for changed in _everywhere(one, canary))


@pytest.mark.parametrize(("canary", "encoding"), HIDDEN)
def test_no_canary_leaves(canary: str, encoding: str) -> None:
    hidden = ENCODINGS[encoding](CANARIES[canary])
    several = list(_everywhere(OBJECT, hidden))
    assert len(several) > 20
    for changed in several:
        assert GATE.named(json.dumps(changed, ensure_ascii=False).encode()), changed


@pytest.mark.parametrize("name", ["md5", "sha1", "sha256"])
def test_the_digest_of_an_address_names_as_well_as_the_address(name: str) -> None:
    digest = hashlib.new(name, b"dana@harbour.example", usedforsecurity=False).hexdigest()
    for text in (digest, digest.upper()):
        assert GATE.named(json.dumps({"id": "x", "hashes": {"X": text}}).encode()) == {"0": "hashes.X"}


def test_what_names_nobody_leaves() -> None:
    assert GATE.named(json.dumps(OBJECT).encode()) == {}
    digest = hashlib.sha256(b"a file").hexdigest()
    plain = {
        "id": "indicator--9b1b7b0e-0a6c-4f0e-9b0b-0d6a3a1c7e42", "pattern": f"[file:hashes.'SHA-256' = '{digest}']",
        "name": "login.evil.test", "description": "A page that asks for passwords, shown to a voter's office.",
    }  # fmt: skip
    assert GATE.named(json.dumps(plain).encode()) == {}


def test_it_is_told_who_is_named_and_where() -> None:
    assert GATE.named(b'{"name": "Harbour Campaign"}') == {"organisation": "name"}
    ids = tuple(f"p-{number}" for number, _ in enumerate(PROFILE.person))
    dana = next(number for number, one in enumerate(PROFILE.person) if one.name == "Dana Osman")
    both = Gate(PROFILE, NEVER, ids).named(b'{"name": "Harbour Campaign", "a": {"b": [1, {"c": "Dana Osman"}]}}')
    assert both == {"organisation": "name", f"p-{dana}": "a.b[1].c"}
    assert GATE.named(b'{"name": "files.intranet.test"}') == {"never": "name"}


def test_what_cannot_be_looked_through_does_not_leave() -> None:
    many = " ".join(base64.b64encode(f"text number {number}".encode()).decode() for number in range(500))
    assert GATE.named(json.dumps({"name": many}).encode()) == {"never": "name"}
