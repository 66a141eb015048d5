"""Logs read for detections: activities, and beside them what a user's own rules name of the raw records."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

import msgspec

from tocsin.formats.carriers.line import Line
from tocsin.formats.container import OpenFile
from tocsin.identify.sigma.fields import Fields, Values
from tocsin.identify.sigma.sieve import Sieve
from tocsin.model.activity import Activity, Exported
from tocsin.model.limits import Limits
from tocsin.model.source import Unread
from tocsin.scan.activities import Found, read
from tocsin.scan.exported import Statements


class Seen(msgspec.Struct, gc=False):
    """An activity with the fields of its record."""

    activity: Activity
    values: Values


class Beside:
    """Picks the fields of records while these are read: `see` is told of each line, `join` puts them beside."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._picked: deque[Values] = deque()
        self.see = self._see if fields else None

    def _see(self, line: Line, activities: int) -> None:
        is_json = line.kind == "json"
        values = self._fields.of_json(line.raw) if is_json else self._fields.of_record(line.fields or {}, line.raw)
        self._picked.extend([values] * activities)

    def join(self, items: Iterable[Found]) -> Iterator[Found | Seen]:
        """Yield activities as Seen where there are fields to pick, and all else as it is."""
        for item in items:
            yield Seen(item, self._picked.popleft()) if self.see and isinstance(item, Activity) else item


def read_with_rules(
    files: Iterable[OpenFile | Unread],
    provider: str,
    as_of: datetime,
    fields: Fields,
    advance: Callable[[int], None] = lambda _consumed: None,
    sieve: Sieve | None = None,
    limits: Limits = Limits(),
    exported: Sequence[Exported] = (),
    statements: Statements | None = None,
) -> Iterator[Found | Seen]:
    """Yield what `tocsin.scan.activities.read` yields, activities as Seen where there are fields to pick.

    With a `sieve`, only lines are read in which the rules may find something.
    """
    beside = Beside(fields)
    items = read(
        _counted(files, advance), provider, as_of, limits=limits, see=beside.see, sieve=sieve, exported=exported,
        statements=statements,
    )  # fmt: skip
    return beside.join(items)


def _counted(files: Iterable[OpenFile | Unread], advance: Callable[[int], None]) -> Iterator[OpenFile | Unread]:
    for one in files:
        advance(one.consumed)
        yield one
