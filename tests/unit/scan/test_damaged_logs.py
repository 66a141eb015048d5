"""Six ways in which logs arrive damaged, each for every shape of log: the same answer, or a report that says so."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

import pytest
from tests.fixtures.account_lines import JSON, TEXT

from tocsin.formats.container import OpenFile
from tocsin.model.activity import Activity, BadField, Coverage, Unreadable, each_once
from tocsin.scan.activities import Found, read

AS_OF: Final = datetime(2026, 11, 1, tzinfo=UTC)
DEFENDER: Final = {
    "Timestamp": "2026-05-01T08:00:00Z", "Url": "https://login.bad.test/x", "ActionType": "ClickBlocked",
    "AccountUpn": "noor@harbour.example", "IPAddress": "192.0.2.10", "IsClickedThrough": False, "ReportId": "r-1",
}  # fmt: skip
GMAIL: Final = {
    "event_info": {"timestamp_usec": 1777622400000000, "mail_event_type": 2, "success": True},
    "message_info": {"rfc2822_message_id": "<m1@bad.test>", "source": {"address": "a@bad.test"},
                     "destination": [{"address": "noor@harbour.example"}]},
}  # fmt: skip
HEADS: Final = {
    "google-takeout": b"Gaia ID,Activity Timestamp,IP Address,Activity Country,Activity City,User Agent String,Product "
                      b"Name,Activity Type,Gmail Access Channel\n",
    "microsoft-account": b"Date,Session activity,IP,Account alias,Device/platform,Browser/app,Location\n",
    "m365-portal": b"RecordId,CreationDate,Operation,AuditData\n",
}  # fmt: skip
"""The first line of tables, without which their lines are nothing."""
_AUDIT: Final = json.dumps(JSON["m365"]).replace('"', '""')
ROWS: Final = {
    "google-takeout": b"1,2026-05-01 08:00:00 UTC,203.0.113.5,TN,Tunis,Mozilla/5.0,Gmail,Sync,IMAP",
    "microsoft-account":
        b'5/1/2026 8:00:00 AM,Incorrect password entered,203.0.113.5,d@example.org,Windows,Chrome,"T, T"',
    "m365-portal": f'1,"5/1/2026 8:00:00 AM",UserLoginFailed,"{_AUDIT}"'.encode(),
}  # fmt: skip
LINES: Final = {
    **{name: json.dumps(record).encode() for name, record in JSON.items()},
    "defender": json.dumps(DEFENDER).encode(), "gmail": json.dumps(GMAIL).encode(),
    **{name: text.encode() for name, text in TEXT.items()}, **ROWS,
}  # fmt: skip
_TIMES: Final = (
    (b"T08:", b"T09:"), (b" 08:00:00", b" 09:00:00"), (b" 8:00:00 AM", b" 9:00:00 AM"),
    (b"1777622400", b"1777626000"),
)  # fmt: skip
"""Times of these lines, and those of an hour later."""
_YEARS: Final = ((b"2026-05", b"2099-05"), (b"5/1/2026", b"5/1/2099"), (b"1777622400", b"4081190400"))
every = pytest.mark.parametrize("name", LINES)


def scanned(name: str, *lines: bytes) -> list[Found]:
    octets = HEADS.get(name, b"") + b"\n".join(lines) + b"\n"
    return list(read([OpenFile("log", io.BytesIO(octets), octets[: 1 << 15])], as_of=AS_OF))


def acts(items: list[Found]) -> list[tuple[datetime, str, str, str]]:
    return sorted((one.time, one.act, one.person, one.ip) for one in items if isinstance(one, Activity))


def told(items: list[Found]) -> list[Unreadable | BadField]:
    return [one for one in items if isinstance(one, Unreadable | BadField)]


def changed(line: bytes, pairs: tuple[tuple[bytes, bytes], ...]) -> bytes:
    for old, new in pairs:
        line = line.replace(old, new)
    return line


def hour_later(name: str) -> bytes:
    return changed(LINES[name], _TIMES)


@every
def test_a_whole_line_is_read(name: str) -> None:
    items = scanned(name, LINES[name], hour_later(name))
    (first, *_, last) = acts(items)
    assert last[0] - first[0] == timedelta(hours=1)
    assert not told(items)


@every
def test_a_line_that_was_cut_is_told_and_those_before_it_are_read(name: str) -> None:
    """Lines of syslog and rows of tables do not show where they end: what is left is read, or told."""
    whole, line = acts(scanned(name, LINES[name])), hour_later(name)
    for cut in (2, len(line) // 3, len(line) // 2, len(line) - 2):
        items = scanned(name, LINES[name], line[:cut])
        assert [one for one in acts(items) if one in whole] == whole
        assert (
            told(items) or len(acts(items)) == 2 or (name in TEXT and any(isinstance(one, Coverage) for one in items))
        )
        if name not in TEXT and name not in HEADS:
            assert [one.code for one in items if isinstance(one, Unreadable)], cut


@every
def test_noise_in_a_line_loses_no_other(name: str) -> None:
    whole, draw = acts(scanned(name, LINES[name])), Random(name)
    for _ in range(12):
        noisy = bytearray(hour_later(name))
        for _ in range(draw.randint(1, 6)):
            noisy[draw.randrange(len(noisy))] = draw.choice(b"\x00\x7f\xfe\xff{}[]:;,#")
        items = scanned(name, LINES[name], bytes(noisy), LINES[name])
        assert [one for one in acts(items) if one in whole][: len(whole)] == whole
        assert "reader-failed" not in [one.code for one in items if isinstance(one, Unreadable)]


@every
def test_a_clock_that_is_far_ahead_breaks_what_the_log_proves(name: str) -> None:
    ahead = changed(LINES[name], _YEARS)
    items = scanned(name, LINES[name], ahead)
    coverage = [one for one in items if isinstance(one, Coverage)]
    if name in TEXT:  # their lines have no year: the last that is not ahead is taken
        assert ahead == LINES[name]
        assert all(when < AS_OF for when, *_ in acts(items))
        return
    assert ahead != LINES[name]
    assert coverage
    assert all(one.broken and one.ends < AS_OF + timedelta(days=1) for one in coverage)


@every
def test_a_line_that_comes_twice_counts_once(name: str) -> None:
    once, twice = (
        each_once([one for one in scanned(name, *lines) if isinstance(one, Activity)])
        for lines in ((LINES[name], hour_later(name)), (LINES[name], hour_later(name), LINES[name]))
    )
    if name in TEXT or name in HEADS or len({one.id for one in once} - {""}) == len(once):
        assert len(once) == len(twice)
    assert {(one.time, one.act, one.person) for one in twice} == {(one.time, one.act, one.person) for one in once}


@every
def test_the_order_of_lines_does_not_matter(name: str) -> None:
    lines = LINES[name], hour_later(name)
    forward, backward = scanned(name, *lines), scanned(name, *reversed(lines))
    assert acts(forward) == acts(backward)
    spans = [
        {(one.provider, one.log, one.begins, one.ends, one.broken) for one in items if isinstance(one, Coverage)}
        for items in (forward, backward)
    ]
    assert spans[0] == spans[1] != set()


@every
def test_a_line_of_ten_megabytes_is_read_or_told(name: str) -> None:
    line, much = hour_later(name), b"x" * 10_000_000
    long = line[:-1] + b', "much": "' + much + b'"}' if line.startswith(b"{") else line + much
    items = scanned(name, LINES[name], long)
    lines = len(acts(scanned(name, LINES[name])))
    assert acts(items)[:lines] == acts(scanned(name, LINES[name]))
    assert len(acts(items)) == 2 * lines or told(items)
    if line.startswith(b"{"):
        assert len(acts(items)) == 2 * lines
