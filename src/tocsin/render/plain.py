"""What a sender wrote, made harmless to show: no controls, no direction tricks, no link that opens."""

from __future__ import annotations

import re
from typing import Final

from tocsin.common.urls import find_urls
from tocsin.render.words import Words

# C0 and C1 controls (an escape sequence could repaint a terminal), and the characters that turn or isolate direction.
# Marks that are orthography (U+200C, U+200E, U+200F, U+061C) stay.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb]")
_TURNING: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_SPACE: Final = re.compile(r"[\s\u2800\u3164]+")
_SCHEME: Final = re.compile(r"h(?:tt|xx)p(s?)://", re.IGNORECASE)
_BARE_HOST: Final = re.compile(r"(?:[\w\-]{1,63}\.){1,8}[\w\-]{2,63}", re.IGNORECASE)


def harmless(text: str) -> str:
    """Return text without controls; what would turn its direction is named instead of obeyed. Line breaks stay."""
    text = _CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _TURNING.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def one_line(text: str, limit: int = 200) -> str:
    """Return text as one harmless line of at most `limit` characters."""
    line = _SPACE.sub(" ", harmless(text[: limit * 4].replace("\n", " "))).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def on_one_line(words: Words) -> Words:
    """Return the same words for a list in a terminal: each value is made one harmless line before it is isolated.

    `one_line` over the whole sentence would name the isolates as if others had put them there.
    """
    return Words(words.language, lambda value: words.isolate(one_line(str(value), 2_000)))


def line_end(text: str, limit: int) -> str:
    """The same of what says the most at its end: an address, whose domain stands there, or a path."""
    line = one_line(text, 1_000)
    return line if len(line) <= limit else "…" + line[len(line) - limit + 1 :].lstrip()


def defang(text: str) -> str:
    """Return text in which every URL and host is one that no program makes a link of: hxxps://host[.]example."""
    return "".join(_defanged(text))


def defang_pieces(*pieces: str) -> tuple[str, ...]:
    """Defang pieces of one text, so that a URL which lies across two of them is not missed."""
    signs = _defanged("".join(pieces))
    out, position = [], 0
    for piece in pieces:
        out.append("".join(signs[position : position + len(piece)]))
        position += len(piece)
    return tuple(out)


def defang_value(text: str) -> str:
    """Defang a fact: as `defang`, and also where all of it is a host."""
    return text.replace(".", "[.]") if _BARE_HOST.fullmatch(text) else defang(text)


def _defanged(text: str) -> list[str]:
    """The text as a list with an item for each of its characters."""
    signs = list(text)
    for start, end in find_urls(text):
        scheme = _SCHEME.match(text, start, end)
        host = scheme.end() if scheme else start
        if scheme:
            signs[start + 1 : start + 3] = ["x", "x"]
        for place in range(host, end):
            if text[place] in "/?#":
                break
            if text[place] == ".":
                signs[place] = "[.]"
    return signs
