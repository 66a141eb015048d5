"""The heading of a line of syslog: RFC 3164, RFC 5424, and the file formats of rsyslog and journald."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from msgspec import Struct, field

from tocsin.formats.accounts.shape import Reading, UndatedError, fold, in_utc
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


class JournalEntry(Struct, frozen=True):
    """A line of the journal as `journalctl -o json` writes it: https://systemd.io/JOURNAL_EXPORT_FORMATS/."""

    MESSAGE: Any
    SYSLOG_IDENTIFIER: str | None
    written: Any = field(default=None, name="__REALTIME_TIMESTAMP")
    """Microseconds since 1970, as text."""
    sent: Any = field(default=None, name="_SOURCE_REALTIME_TIMESTAMP")

    def entry(self) -> Entry:
        """Return it as the line of syslog that it is."""
        counted = next((text for one in (self.sent, self.written) if (text := str(one or "")).isdecimal()), "")
        time = read_time(int(counted[:17])) if counted else None
        text = self.MESSAGE if isinstance(self.MESSAGE, str) else _decoded(self.MESSAGE)
        return Entry("", time.isoformat() if time else "", self.SYSLOG_IDENTIFIER or "", text[:65_536])


def _decoded(message: Any) -> str:
    """A message that is no plain text stands as a list of its bytes."""
    numbers = message if isinstance(message, list) else []
    return bytes(one for one in numbers if isinstance(one, int) and 0 <= one < 256).decode("utf-8", "replace")


def is_journal_of(program: str) -> Callable[[Mapping[str, Any]], bool]:
    """Return what says whether a record of the journal, its names folded, is of a program."""
    return lambda folded: str(folded["syslogidentifier"]).startswith(program)


JOURNAL: Final = ("MESSAGE", "SYSLOG_IDENTIFIER", "__REALTIME_TIMESTAMP")
"""Fields that all lines of the journal have which came by syslog."""
_FOLDED: Final = frozenset(map(fold, JOURNAL))


def is_journal(folded: Mapping[str, Any]) -> bool:
    """Say whether a record, its names folded, is a line of the journal."""
    return folded.keys() >= _FOLDED


def read_entry(line: str) -> Entry | None:
    """Return a line's parts; None where it is no line of syslog."""
    found = _HEADING.match(line[:65_536])
    if found is None:
        return None
    return Entry(" ".join((found["short"] or "").split()), found["full"] or "", found["process"], found["text"])
