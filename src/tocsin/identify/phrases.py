"""All phrases of all checks, matched in one pass.

Hyperscan says which phrases stand in a folded text; Python's `re` then says where, only for those that do.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version
from typing import Final

import hyperscan

from tocsin.common.text import Folded, fold_pattern
from tocsin.identify.check import Check, Hit
from tocsin.model.verdict import Span

# Without UCP: with it `\w` and `\s` take eight times as long to compile, and Python's `re` has the last word anyway.
_FLAGS: Final = hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_DOTALL
_MAX_HITS_OF_A_PHRASE: Final = 5
_RUNS: Final = re.compile(" {2,}")
_BEFORE: Final = 300
_BEHIND: Final = 300
"""Characters around the end of a phrase's first match in which its places are looked for: the longest phrases are
shorter than 300, and reading a long text again for each phrase would cost more than everything else together."""


class Phrases:
    """The phrases of a set of checks, compiled. Built by `of`, kept by `dump`, loaded by `of(..., cached)`."""

    def __init__(self, entries: Sequence[tuple[str, str, str, tuple[str, ...]]], database: hyperscan.Database) -> None:
        self._entries = entries
        self._database = database
        self._scratch = hyperscan.Scratch(database)

    @classmethod
    def of(cls, checks: Mapping[str, Check], cached: bytes | None = None) -> Phrases:
        """Compile the phrases of `checks`, or load them from `cached` (what `dump` gave for the same digest).

        Raises ValueError naming the check whose phrase is not a valid pattern.
        """
        entries = entries_of(checks)
        if cached is not None:
            return cls(entries, hyperscan.loadb(cached, hyperscan.HS_MODE_BLOCK))
        for check_id, group, pattern, _ in entries:
            try:
                _compiled(pattern)
            except re.error as error:
                raise ValueError(f"phrase of {check_id}/{group}: {error}: {pattern}") from error
        database = hyperscan.Database()
        database.compile(
            expressions=[_coarse(pattern).encode() for _, _, pattern, _ in entries],
            ids=list(range(len(entries))),
            elements=len(entries),
            flags=[_FLAGS] * len(entries),
        )
        return cls(entries, database)

    def dump(self) -> bytes:
        """Return the compiled database as bytes, valid for this version of Hyperscan on this kind of processor."""
        return bytes(hyperscan.dumpb(self._database))

    def scan(self, text: Folded, part: str, layer: str) -> dict[str, list[Hit]]:
        """Return the hits in one text, by check id."""
        matched: dict[int, int] = {}
        if not text.text:
            return {}
        squeezed = _RUNS.sub(" ", text.text) if "  " in text.text else text.text
        data = squeezed.encode("utf-8", "replace")

        def note(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
            matched[number] = end

        self._database.scan(data, match_event_handler=note, scratch=self._scratch)
        found: dict[str, list[Hit]] = {}
        for number in sorted(matched):
            check_id, group, pattern, layers = self._entries[number]
            if layer.removesuffix("#") in layers:
                first, last = _around(data, matched[number])
                # Where spaces were taken out, the match stands further back by as many, and so may others.
                near = (first, last if squeezed is text.text else len(text.text))
                if hits := _locate(pattern, group, text, part, layer, near):
                    found.setdefault(check_id, []).extend(hits)
        return found


def _around(data: bytes, end: int) -> tuple[int, int]:
    """The characters around a match that ends at that byte."""
    characters = len(data[:end].decode("utf-8", "replace"))
    return max(0, characters - _BEFORE), characters + _BEHIND


def _coarse(pattern: str) -> str:
    """The pattern as Hyperscan gets it: spaces single (which halves the cost of a scan), and `\\w` anything but white
    space, because letters beyond ASCII are no `\\w` to it.
    """
    pattern = pattern.replace("(?: +)", " ")
    return pattern if "[^\\w" in pattern else pattern.replace("\\w", "\\S")


def _locate(pattern: str, group: str, text: Folded, part: str, layer: str, near: tuple[int, int]) -> list[Hit]:
    hits = []
    for match in _compiled(pattern).finditer(text.text, *near):
        start, end = text.span(*match.span())
        hits.append(Hit(group, Span(part, layer, start, end), text.original[start:end]))
        if len(hits) >= _MAX_HITS_OF_A_PHRASE:
            break
    return hits


@lru_cache(maxsize=16_384)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.DOTALL)


def entries_of(checks: Mapping[str, Check]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Return (check id, group, folded pattern, layers) of every phrase, in a fixed order."""
    return [
        (item.id, group, fold_pattern(phrase), item.layers)
        for item in checks.values()
        for group, phrases in item.phrases.items()
        for phrase in phrases
    ]


def digest(checks: Mapping[str, Check]) -> str:
    """Return the digest under which the compiled phrases may be kept: phrases and version of the engine."""
    state = hashlib.sha256(repr((entries_of(checks), version("hyperscan"))).encode())
    return state.hexdigest()[:32]
