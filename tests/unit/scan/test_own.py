from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

from tocsin.formats.container import OpenFile
from tocsin.model.activity import Act, Activity
from tocsin.scan.activities import read
from tocsin.scan.own import MAX_ROWS, chosen_lines, grouped

START = datetime(2026, 5, 1, 8, tzinfo=UTC)
ROWS = (
    b"Gaia ID,Activity Timestamp,IP Address,Activity Country,Product Name,Activity Type\n"
    b"1,2026-05-01 08:00:00 UTC,203.0.113.5,TN,Gmail,Sync\n"
    b"1,2026-05-02 08:00:00 UTC,203.0.113.5,TN,Gmail,Sync\n"
    b"1,2026-05-03 08:00:00 UTC,198.51.100.7,FR,Drive,Sign in\n"
)


def opened() -> list[OpenFile]:
    return [OpenFile("/home/dana/Takeout/Activities.csv", io.BytesIO(ROWS), ROWS)]


def found() -> list[Activity]:
    return [one for one in read(opened()) if isinstance(one, Activity)]


def test_lines_that_say_the_same_are_one_row_and_the_loud_ones_come_first() -> None:
    warning = Activity(START, Act.WARNING, "google-takeout")
    changed = Activity(START, Act.PASSWORD_CHANGED, "google-takeout")
    groups, left = grouped([*found(), changed, warning])
    assert [group.sample.act for group in groups] == [Act.WARNING, Act.PASSWORD_CHANGED, Act.SIGN_IN, Act.TOKEN]
    assert (groups[3].count, groups[3].first, groups[3].last - START) == (2, START, timedelta(days=1))
    assert left == 0


def test_rows_are_bounded_and_what_is_left_out_is_counted() -> None:
    many = (Activity(START, Act.TOKEN, "google-takeout", ip=str(number)) for number in range(MAX_ROWS + 7))
    groups, left = grouped(many)
    assert (len(groups), left) == (MAX_ROWS, 7)


def test_only_the_lines_of_the_chosen_rows_leave_and_not_the_place_of_the_file() -> None:
    groups, _ = grouped(found())
    octets = b"".join(chosen_lines(found(), groups[1:], opened()))
    assert octets.count(b"\n") == 2
    assert b"198.51.100.7" not in octets
    assert b"/home" not in octets
    again = [
        one for one in read([OpenFile("handed-on.jsonl", io.BytesIO(octets), octets)]) if isinstance(one, Activity)
    ]
    assert [(one.provider, one.ip, one.time.day) for one in again] == [
        ("google-takeout", "203.0.113.5", 1),
        ("google-takeout", "203.0.113.5", 2),
    ]
