"""What is around objects of STIX 2.1: a bundle, an envelope of TAXII, a list, lines, or nothing."""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

from tocsin.model.error import InputError
from tocsin.model.sentence import say

_TOKENS: Final = re.compile(rb'"(?:[^"\\]|\\.)*+["\\]?|[\[\]{}]', re.DOTALL)
"""Texts and brackets. One without an end goes to the end, so that nothing is read twice."""
_PARTS: Final = re.compile(_TOKENS.pattern.replace(b"{}]", b"{},]"), re.DOTALL)
"""The same, and commas."""
_DENSE: Final = 16
"""Bytes for each comma: in fewer there may be so many elements that to hold them costs many times the text."""
_DEEPEST: Final = 200
_KEY: Final = re.compile(rb'"objects"\s*:\s*\Z')
_NEAR: Final = 80
"""Bytes before a bracket in which its property's name is looked for."""
_ANY: Final = msgspec.json.Decoder()
_TOP: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])
_LIST: Final = msgspec.json.Decoder(list[msgspec.Raw])


Shape = tuple[dict[str, Any] | None, list[msgspec.Raw]]
"""A bundle's or envelope's own properties, None where there is none, and the objects, not yet read."""


def apart(text: bytes) -> Shape:
    """Return what is around objects, and the objects. Raises InputError for what is no JSON at all."""
    try:
        return _one_document(text)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        if lines := _lines(text):
            return None, lines
        if found := _by_brackets(text):
            return found
        raise _no_stix() from error
    except RecursionError:
        return _by_brackets(text) or (None, _lines(text) or [msgspec.Raw(text)])


def crowded(text: bytes, most: int) -> bool:
    """Say whether a text that is nearly all commas has a list or mapping of more elements than this.

    To be asked before `apart`, which holds every element. Other texts have no more elements than their size allows.
    """
    if text.count(b",") * _DENSE < len(text):
        return False
    counts = [0]
    for token in _PARTS.finditer(text):
        mark = text[token.start()]
        if mark == ord(","):
            counts[-1] += 1
        elif mark in b"[{":
            counts.append(0)
        elif mark in b"]}" and len(counts) > 1:
            counts.pop()
        if counts[-1] >= most or len(counts) > _DEEPEST:
            return True
    return False


def _no_stix() -> InputError:
    return InputError(say("this is no JSON of STIX 2.1"), say("Give a bundle, a single object, or one object a line."))


def _lines(text: bytes) -> list[msgspec.Raw]:
    lines = [line for line in text.splitlines() if line.strip()]
    are_objects = len(lines) > 1 and all(line.lstrip().startswith(b"{") for line in lines)
    return [msgspec.Raw(line) for line in lines] if are_objects else []


def _one_document(text: bytes) -> Shape:
    if text.startswith(b"["):
        return None, _LIST.decode(text)
    top = _TOP.decode(text)
    kind = _ANY.decode(top["type"]) if "type" in top else None
    if kind == "bundle" or (kind is None and (not top or "objects" in top)):
        objects = _LIST.decode(top.pop("objects", b"[]"))
        return {name: _ANY.decode(value) for name, value in top.items()}, objects
    return None, [msgspec.Raw(text)]


def _by_brackets(text: bytes) -> Shape | None:
    """What `_one_document` returns, of a text that a decoder cannot read: one object must not take all with it."""
    start = 0 if text.startswith(b"[") else _objects_in(text)
    if start is None:
        return None
    found, end = _items(text, start)
    try:
        around, _ = _one_document(text[:start] + b"[]" + text[end:])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _no_stix() from error
    return around, found


def _objects_in(text: bytes) -> int | None:
    """Return where the list of a bundle's or envelope's objects begins."""
    now = 0
    for token in _TOKENS.finditer(text):
        place, mark = token.start(), text[token.start()]
        if now == 1 and mark == ord("[") and _KEY.search(text, max(place - _NEAR, 0), place):
            return place
        now += (mark in b"[{") - (mark in b"]}")
    return None


def _items(text: bytes, start: int) -> tuple[list[msgspec.Raw], int]:
    """Return the lists and mappings in the list that begins at a place, and where it ends."""
    found: list[msgspec.Raw] = []
    now, begin, after = 0, start, start + 1
    for token in _TOKENS.finditer(text, start):
        mark = text[token.start()]
        now += (mark in b"[{") - (mark in b"]}")
        if now == 2 and mark in b"[{":
            begin = token.start()
            _nothing_in(text[after:begin])
        elif now == 1 and mark in b"]}":
            after = token.end()
            found.append(msgspec.Raw(text[begin:after]))
        elif now == 0:
            _nothing_in(text[after : token.start()])
            return found, token.end()
    raise _no_stix()


def _nothing_in(between: bytes) -> None:
    if between.strip(b" \t\r\n,"):
        raise _no_stix()


def depth(body: bytes) -> int:
    """Return how many lists and mappings stand within one another in a text of JSON."""
    now = deepest = 0
    for token in _TOKENS.finditer(body):
        mark = body[token.start()]
        now += (mark in b"[{") - (mark in b"]}")
        deepest = max(deepest, now)
    return deepest
