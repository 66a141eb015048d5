"""The heading of a line of syslog: RFC 3164, RFC 5424, and the file formats of rsyslog and journald."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from msgspec import Struct

from tocsin.formats.accounts.shape import Reading, UndatedError, in_utc
from tocsin.formats.accounts.times import in_year, read_time

_HEADING: Final = re.compile(
    r"(?:<\d{1,3}>(?:\d{1,2} )?)?"
    r"(?:(?P<short>[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d)|(?P<full>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*)) "
    r"(?P<host>\S+) (?P<process>[\w./-]{1,64})(?:\[\d{1,10}\])?(?:: ?| \S+ \S+ (?:-|\[[^\]]*\]) ?)(?P<text>.*)",
    re.DOTALL,
)


class Entry(Struct, frozen=True):
    """A line: which program says what."""

    short: str
    full: str
    process: str
    text: str

    def time(self, reading: Reading) -> datetime:
        """Return when it was written. Raises UndatedError where the year is missing and no date was given."""
        if self.full:
            if (found := read_time(self.full.replace(" ", "T", 1))) is None:
                raise UndatedError
            return in_utc(found)
        if reading.as_of is None or (dated := in_year(self.short, reading.as_of)) is None:
            return reading.time(None, "time")
        return dated


def read_entry(line: str) -> Entry | None:
    """Return a line's parts; None where it is no line of syslog."""
    found = _HEADING.match(line[:65_536])
    if found is None:
        return None
    return Entry(" ".join((found["short"] or "").split()), found["full"] or "", found["process"], found["text"])
