"""What somebody states of exports, as it is read with them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from tests.fixtures.account_lines import JSON

from tocsin.formats.container import OpenFile
from tocsin.identify.outcome.exports import MOST
from tocsin.model.activity import Coverage, Exported
from tocsin.model.sentence import say
from tocsin.model.source import Unread
from tocsin.scan.accounts import Told
from tocsin.scan.activities import read
from tocsin.scan.report import Report

NOW = datetime(2026, 11, 1, tzinfo=UTC)
BEGINS, ENDS = datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 5, 15, tzinfo=UTC)
ALL = Exported(BEGINS, ENDS)


def file(path: str, *days: float, name: str = "onelogin", more: bytes = b"") -> OpenFile:
    """A file with a line of some days of May."""
    field = {"onelogin": "created_at", "okta": "published", "duo": "isotimestamp"}[name]
    times = [datetime(2026, 5, 1, 8, tzinfo=UTC) + timedelta(days=day - 1) for day in days]
    lines = [json.dumps({**JSON[name], field: f"{at:%Y-%m-%dT%H:%M:%SZ}", "id": at.day}).encode() for at in times]
    octets = b"\n".join([*lines, more])
    return OpenFile(path, io.BytesIO(octets), octets[: 1 << 15])


def stated(
    files: Iterable[OpenFile | Unread], *exported: Exported, now: datetime = NOW
) -> list[tuple[str, int, int, int, int]]:
    """(provider, first day, last day, lines, broken) of what is stated."""
    found = [one for one in read(files, as_of=now, exported=exported) if isinstance(one, Coverage) and one.stated]
    return [(one.provider, one.begins.day, one.ends.day, one.lines, one.broken) for one in found]


def test_what_lines_show_stays_as_it_is_and_what_is_stated_comes_beside_it() -> None:
    plain = list(read([file("a", 2, 3, 9)], as_of=NOW))
    found = list(read([file("a", 2, 3, 9)], as_of=NOW, exported=[ALL]))
    assert found[: len(plain)] == plain
    assert found[len(plain) :] == [Coverage("onelogin", "events", BEGINS, ENDS, 3, stated=True)]


def test_files_of_one_export_have_the_lines_together() -> None:
    assert stated([file("d/1", 2), file("d/2", 9), file("d/3", 2, 9, name="okta")], ALL) == [
        ("onelogin", 1, 15, 2, 0), ("okta", 2, 15, 2, 0),
    ]  # fmt: skip


def test_it_is_of_the_files_of_its_path_alone() -> None:
    of_folder, of_file = Exported(BEGINS, ENDS, "d"), Exported(BEGINS, ENDS, "e/1")
    assert stated([file("d/1", 2, 9), file("dd/2", 3, name="okta")], of_folder) == [("onelogin", 1, 15, 2, 0)]
    assert stated([file("d/1", 2), file("e/1", 2, 9, name="okta")], of_file) == [("okta", 2, 15, 2, 0)]
    assert stated([file("e/1", 2, name="okta")], of_folder) == []


def test_a_file_with_broken_lines_proves_nothing_whatever_is_stated() -> None:
    assert stated([file("a", 2, 3), file("b", 9, more=b"{broken\n")], ALL) == [("onelogin", 1, 15, 3, 1)]
    assert stated([file("a", 2, 9), file("b", 9, name="okta", more=b"{broken\n")], ALL) == [
        ("onelogin", 1, 15, 2, 0), ("okta", 1, 15, 1, 1),
    ]  # fmt: skip


def test_a_file_of_which_nothing_can_be_read_may_be_the_one_that_matters() -> None:
    assert stated([file("a", 2, 3), file("b", more=b"{broken\n")], ALL) == [("onelogin", 1, 15, 2, 1)]
    unread: list[OpenFile | Unread] = [file("a", 2, 3), Unread("b", "cut-off", say("it ends too early"))]
    assert stated(unread, ALL) == [("onelogin", 1, 15, 2, 1)]


def test_without_knowing_now_nothing_is_believed() -> None:
    found = read([file("a", 2, 3)], exported=[ALL])
    assert not any(one.stated for one in found if isinstance(one, Coverage))


def test_it_reaches_no_further_than_what_the_provider_had_published() -> None:
    now = datetime(2026, 5, 12, 0, 30, tzinfo=UTC)
    assert stated([file("a", 2, 3, 9)], ALL, now=now) == [("onelogin", 1, 11, 3, 0)]


def test_it_is_cut_where_a_busy_log_falls_silent() -> None:
    assert stated([file("a", *range(1, 10))], ALL) == [("onelogin", 1, 9, 9, 0)]


def test_it_is_not_believed_of_a_time_without_a_line() -> None:
    assert stated([file("a", 20, 21)], ALL) == [("onelogin", 1, 15, 2, 1)]


def test_parts_that_are_together_as_long_as_an_export_can_be_may_be_one_that_was_cut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(MOST, "okta-system", 4)
    parts = [("d/1", (2, 3)), ("d/2", (9,)), ("d/3", (10,)), ("d/4", (11,))]
    of_four = [file(path, *days, name="okta") for path, days in parts[:3]]
    assert stated(of_four, ALL) == [("okta", 1, 15, 4, 1)]
    of_five = [file(path, *days, name="okta") for path, days in parts]
    assert stated(of_five, ALL) == [("okta", 2, 15, 5, 0)]


def test_nothing_is_said_of_logs_on_which_no_stop_can_rest() -> None:
    octets = json.dumps(JSON["azure"]).encode()
    assert stated([OpenFile("a", io.BytesIO(octets), octets)], ALL) == []


def test_counts_leave_it_apart() -> None:
    items = list(read([file("a", 2, 3, 9)], as_of=NOW, exported=[ALL]))
    report, told = Report(), Told()
    assert len(list(report.watch(items))) == 3
    for one in items:
        if isinstance(one, Coverage):
            told.add(one)
    assert report.coverage["onelogin", "events"].ends.day == 9
    assert told.coverage["onelogin", "events"].ends.day == 9
    assert [one.stated for one in told.reaches] == [False, False]
    assert [one.ends for one in told.stated] == [ENDS]
