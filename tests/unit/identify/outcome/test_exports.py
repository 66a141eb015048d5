from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tocsin.identify.outcome.exports import believed, is_cut
from tocsin.identify.outcome.logs import LOGS

FIRST = datetime(2026, 10, 1, tzinfo=UTC)
LAST = FIRST + timedelta(days=21)
NOW = LAST + timedelta(days=30)
Day = tuple[datetime, datetime]


def days(*numbers: int) -> list[Day]:
    """Days after the first with lines from nine to five."""
    return [(FIRST + timedelta(days=day, hours=9), FIRST + timedelta(days=day, hours=17)) for day in numbers]


def test_what_is_stated_holds_where_lines_do_not_speak_against_it() -> None:
    assert list(believed("entra-sign-in", FIRST, LAST, days(*range(21)), NOW)) == [(FIRST, LAST)]


def test_the_weekends_of_an_office_are_no_hole() -> None:
    work = [day for day in range(21) if day % 7 < 5]
    assert list(believed("entra-sign-in", FIRST, LAST, days(*work), NOW)) == [(FIRST, LAST)]


def test_a_log_that_has_few_lines_may_be_silent_for_long() -> None:
    assert list(believed("google-token", FIRST, LAST, days(2, 3), NOW)) == [(FIRST, LAST)]


def test_a_log_that_had_lines_every_day_is_not_believed_to_have_fallen_silent() -> None:
    (time,) = believed("entra-sign-in", FIRST, LAST, days(*range(15)), NOW)
    assert time == (FIRST, FIRST + timedelta(days=14, hours=17))
    (time,) = believed("entra-sign-in", FIRST, LAST, days(*range(6, 21)), NOW)
    assert time == (FIRST + timedelta(days=6, hours=9), LAST)
    before, after = believed("entra-sign-in", FIRST, LAST, days(*range(8), *range(14, 21)), NOW)
    assert before == (FIRST, FIRST + timedelta(days=7, hours=17))
    assert after == (FIRST + timedelta(days=14, hours=9), LAST)


@pytest.mark.parametrize(("log", "hours"), [("entra-sign-in", 2), ("m365-files", 24), ("mail-server", 0), ("siem", 24)])
def test_nothing_is_believed_of_what_the_provider_had_not_published_yet(log: str, hours: int) -> None:
    read = LAST - timedelta(days=1)
    (time,) = believed(log, FIRST, LAST, days(*range(20)), read)
    assert time == (FIRST, read - timedelta(hours=hours))


@pytest.mark.parametrize("numbers", [(), (-9, -8), (40, 41)])
def test_nothing_is_believed_of_a_time_of_which_there_is_no_line(numbers: tuple[int, ...]) -> None:
    assert list(believed("entra-sign-in", FIRST, LAST, days(*numbers), NOW)) == []


def test_nothing_is_believed_of_a_time_that_has_not_come() -> None:
    assert list(believed("entra-sign-in", FIRST, LAST, days(*range(21)), FIRST - timedelta(days=1))) == []


def test_lines_outside_of_the_period_do_not_speak_against_it() -> None:
    assert list(believed("entra-sign-in", FIRST, LAST, days(*range(-9, 40)), NOW)) == [(FIRST, LAST)]


@pytest.mark.parametrize(
    ("log", "lines", "cut"),
    [("defender-mail", 9_999, False), ("defender-mail", 10_000, True), ("m365-files", 60_000, True),
     ("mail-server", 10**9, False), ("nothing", 10**9, False)],
)  # fmt: skip
def test_an_export_with_as_many_lines_as_it_can_have_may_have_been_cut(log: str, lines: int, *, cut: bool) -> None:
    assert is_cut(log, lines) is cut


def test_each_log_is_late_by_less_than_a_stop_allows_for() -> None:
    """Else nothing that is stated until now would ever prove a stop."""
    for log in LOGS:
        (time,) = believed(log, FIRST, NOW, days(*range(50)), NOW)
        assert NOW - time[1] <= timedelta(hours=24)
