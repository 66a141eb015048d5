"""What a scan found, in flat memory however long it runs: counts, the worst messages, what was not read."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from tocsin.model.row import Row
from tocsin.model.verdict import Class, Danger, Verdict

WORST: Final = 500
"""Messages of each of malicious and suspicious taken together, and of unwanted, that are kept whole."""
UNREAD: Final = 200
_ON_PURPOSE: Final = "skipped"
"""The code of what is no mail by its name or place, so that leaving it out hides nothing."""
_KEYS: Final = 20_000


class _Worst:
    """The rows with the highest keys."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._heap: list[tuple[tuple[float, ...], int, Row]] = []
        self._number = 0

    def add(self, key: tuple[float, ...], row: Row) -> None:
        self._number += 1
        item = (key, -self._number, row)
        if len(self._heap) < self._size:
            heapq.heappush(self._heap, item)
        elif item > self._heap[0]:
            heapq.heapreplace(self._heap, item)

    def rows(self) -> list[Row]:
        """The rows, the highest key first; among equals in the order of the scan."""
        return [row for _, _, row in sorted(self._heap, key=lambda item: (item[0], item[1]), reverse=True)]


class _Bounded(Counter[str]):
    """A counter that forgets its rarest keys when there are too many."""

    def count(self, key: str) -> None:
        """Count one."""
        self[key] += 1
        if len(self) > _KEYS:
            kept = self.most_common(_KEYS // 2)
            self.clear()
            self.update(dict(kept))


class Digest:
    """Takes in the rows of a scan as they pass."""

    def __init__(self) -> None:
        self.classes: Counter[Class] = Counter()
        self.dangers: Counter[Danger] = Counter()
        """Malicious and suspicious messages by what they want most."""
        self.techniques: Counter[str] = Counter()
        """Malicious and suspicious messages by ATT&CK id; a message counts for each of its ids."""
        self.languages = _Bounded()
        self.sender_domains = _Bounded()
        """Malicious and suspicious messages by the domain of the sender's address."""
        self.unread_codes = _Bounded()
        self.unread: list[Row] = []
        """The first of what could not be read."""
        self.left_out = 0
        """What was left out on purpose: files that a system or mail program keeps, unfinished deliveries."""
        self.failed_checks = _Bounded()
        self.defective = 0
        """Messages that were broken or ambiguous in some way."""
        self.first = self.last = ""
        """Time of the oldest and of the newest message, RFC 3339."""
        self.model = self.checks = ""
        self._bad = _Worst(WORST)
        self._unwanted = _Worst(WORST)

    @property
    def judged(self) -> int:
        """How many messages were judged."""
        return sum(self.classes.values())

    @property
    def not_read(self) -> int:
        """How many things could not be read; what was left out on purpose does not count."""
        return sum(self.unread_codes.values())

    @property
    def found(self) -> int:
        """How many messages are malicious or suspicious."""
        return self.classes[Class.MALICIOUS] + self.classes[Class.SUSPICIOUS]

    @property
    def bad(self) -> list[Row]:
        """The worst malicious and suspicious messages, the worst first."""
        return self._bad.rows()

    @property
    def unwanted(self) -> list[Row]:
        """The unwanted messages of the highest probability."""
        return self._unwanted.rows()

    def passing(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Hand the rows on, having taken them in."""
        for row in rows:
            self.add(row)
            yield row

    def add(self, row: Row) -> None:
        """Take in one row."""
        if row.verdict is None and row.problem == _ON_PURPOSE:
            self.left_out += 1
            return
        if row.verdict is None:
            self.unread_codes.count(row.problem)
            if len(self.unread) < UNREAD:
                self.unread.append(row)
            return
        verdict = row.verdict
        self.classes[verdict.verdict] += 1
        self.languages.count(row.language)
        self.defective += bool(row.defects)
        self.model, self.checks = verdict.model, verdict.checks
        for failure in verdict.failures:
            self.failed_checks.count(failure.id)
        if row.time:
            self.first = min(self.first or row.time, row.time)
            self.last = max(self.last, row.time)
        if verdict.verdict in (Class.MALICIOUS, Class.SUSPICIOUS):
            self._add_bad(row, verdict)
        elif verdict.verdict is Class.UNWANTED:
            self._unwanted.add((verdict.probability,), row)

    def _add_bad(self, row: Row, verdict: Verdict) -> None:
        self.dangers[verdict.advice[0] if verdict.advice else Danger.NONE] += 1
        self.techniques.update({technique for f in verdict.findings if f.weight > 0 for technique in f.attack})
        self.sender_domains.count(row.sender.rpartition("@")[2])
        is_malicious = float(verdict.verdict is Class.MALICIOUS)
        self._bad.add((is_malicious, verdict.probability_malicious, verdict.probability), row)
