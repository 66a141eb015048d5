"""All phrases of all checks, matched in one pass.

Hyperscan says which phrases stand in a folded text; Python's `re` then says where, only for those that do.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version
from typing import Final

import hyperscan

from tocsin.common.text import Folded, fold_pattern
from tocsin.identify.check import Check, Hit
from tocsin.model.verdict import Span

# Without UCP: with it `\w` and `\s` take eight times as long to compile, and Python's `re` has the last word anyway.
_FLAGS: Final = hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_DOTALL
_MAX_HITS_OF_A_PHRASE: Final = 20
"""Of more the first and the very last count: repeating a harmless phrase must not push the real one out of sight."""
_RUNS: Final = re.compile(" {2,}")
_SENTENCE_END: Final = re.compile(r"[.!?؟\n]")
Range = tuple[int, int]
_BLOCK: Final = 2_000
"""Characters scanned at once. In each block the engine tells the first match of a phrase alone; words that are warned
against or quoted may stand before the same words meant in earnest, so `re` reads from there to the block's end. More at
once would cost more reading, less more scanning."""
_MAX_BLOCKS_OF_A_PHRASE: Final = 20
"""Likewise: of more the first and the last."""
_LONGEST: Final = 300
"""Characters of the longest phrase; blocks overlap by as many."""


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
        squeezed = _RUNS.sub(" ", text.text) if "  " in text.text else text.text
        matched: dict[int, list[Range]] = {}
        for start in range(0, len(squeezed), _BLOCK):
            block = squeezed[start : start + _BLOCK + _LONGEST]
            for number, end in self._matched(block, layer.removesuffix("#")).items():
                ranges = matched.setdefault(number, [])
                ranges[_MAX_BLOCKS_OF_A_PHRASE - 1 :] = [(max(0, start + end - _LONGEST), start + len(block))]
        found: dict[str, list[Hit]] = {}
        if matched:
            place = _place_in(text.text, squeezed)
            for number in sorted(matched):
                check_id, group, pattern, _ = self._entries[number]
                ranges = [(place(first), place(last)) for first, last in matched[number]]
                if hits := _locate(pattern, group, text, part, layer, ranges):
                    found.setdefault(check_id, []).extend(hits)
        return found

    def _matched(self, block: str, layer: str) -> dict[int, int]:
        """By number of the phrase: where its first match in the block ends, in characters."""
        matched: dict[int, int] = {}
        data = block.encode("utf-8", "replace")
        entries = self._entries

        def note(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
            if layer in entries[number][3]:
                matched[number] = end

        self._database.scan(data, match_event_handler=note, scratch=self._scratch)
        if len(data) == len(block):
            return matched
        return {number: len(data[:end].decode("utf-8", "replace")) for number, end in matched.items()}


def _place_in(text: str, squeezed: str) -> Callable[[int], int]:
    """Return what gives for a place in `squeezed` the place in `text`, in which spaces are not yet single."""
    starts, taken = _taken_out(text) if squeezed is not text else ([], [])

    def place(at: int) -> int:
        number = bisect_left(starts, at)
        return at + taken[number - 1] if number else at

    return place


def _taken_out(text: str) -> tuple[list[int], list[int]]:
    """Of runs of spaces: where each stands once all are single, and how many characters were taken out up to there."""
    starts, taken, total = [], [], 0
    for run in _RUNS.finditer(text):
        starts.append(run.start() - total)
        total += run.end() - run.start() - 1
        taken.append(total)
    return starts, taken


def _coarse(pattern: str) -> str:
    """The pattern as Hyperscan gets it: spaces single (which halves the cost of a scan), and `\\w` anything but white
    space, because letters beyond ASCII are no `\\w` to it.
    """
    pattern = pattern.replace("(?: +)", " ")
    return pattern if "[^\\w" in pattern else pattern.replace("\\w", "\\S")


def _locate(pattern: str, group: str, text: Folded, part: str, layer: str, ranges: Iterable[Range]) -> list[Hit]:
    spans: list[Range] = []
    search = _compiled(pattern).search
    read = 0
    for first, last in ranges:
        while match := search(text.text, max(first, read), last):
            span = text.span(*match.span())
            spans[_MAX_HITS_OF_A_PHRASE - 1 :] = [span]
            # What runs over the end of a sentence may have swallowed the same phrase in the next, meant in earnest.
            read = match.start() + 1 if _SENTENCE_END.search(text.original, *span) else max(match.end(), read + 1)
    return [Hit(group, Span(part, layer, start, end), text.original[start:end]) for start, end in spans]


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
