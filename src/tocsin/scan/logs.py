"""Logs read for detections: activities, and beside them what a user's own rules name of the raw records."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

import msgspec

from tocsin.formats.carriers.line import Line
from tocsin.formats.container import OpenFile
from tocsin.identify.sigma.fields import Fields, Values
from tocsin.identify.sigma.sieve import Sieve
from tocsin.model.activity import Activity
from tocsin.model.source import Unread
from tocsin.scan.activities import Found, read


class Seen(msgspec.Struct, gc=False):
    """An activity with the fields of its record."""

    activity: Activity
    values: Values


def read_with_rules(
    files: Iterable[OpenFile | Unread],
    provider: str,
    as_of: datetime,
    fields: Fields,
    advance: Callable[[int], None] = lambda _consumed: None,
    sieve: Sieve | None = None,
) -> Iterator[Found | Seen]:
    """Yield what `tocsin.scan.activities.read` yields, activities as Seen where there are fields to pick.

    With a `sieve`, only lines are read in which the rules may find something.
    """
    picked: deque[Values] = deque()

    def see(line: Line, activities: int) -> None:
        values = fields.of_json(line.raw) if line.kind == "json" else fields.of_record(line.fields or {}, line.raw)
        picked.extend([values] * activities)

    for item in read(_counted(files, advance), provider, as_of, see=see if fields else None, sieve=sieve):
        yield Seen(item, picked.popleft()) if fields and isinstance(item, Activity) else item


def _counted(files: Iterable[OpenFile | Unread], advance: Callable[[int], None]) -> Iterator[OpenFile | Unread]:
    for one in files:
        advance(one.consumed)
        yield one
