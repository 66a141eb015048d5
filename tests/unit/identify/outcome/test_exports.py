from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tocsin.identify.outcome.exports import believed, is_cut, is_of_full_parts
from tocsin.identify.outcome.logs import LOGS

FIRST = datetime(2026, 10, 1, tzinfo=UTC)
LAST = FIRST + timedelta(days=21)
NOW = LAST + timedelta(days=30)
Day = tuple[datetime, datetime]


def days(*numbers: int) -> list[Day]:
    """Days after the first with lines from nine to five."""
    return [(FIRST + timedelta(days=day, hours=9), FIRST + timedelta(days=day, hours=17)) for day in numbers]


def test_what_is_stated_holds_where_lines_do_not_speak_against_it() -> None:
    assert list(believed("google-login", FIRST, LAST, days(*range(21)), NOW)) == [(FIRST, LAST)]


def test_the_weekends_of_an_office_are_no_hole() -> None:
    work = [day for day in range(21) if day % 7 < 5]
    assert list(believed("google-login", FIRST, LAST, days(*work), NOW)) == [(FIRST, LAST)]


def test_a_log_that_has_few_lines_may_be_silent_for_long_but_not_at_its_edges() -> None:
    assert list(believed("google-token", FIRST, LAST, days(1, 9, 20), NOW)) == [
        (FIRST, LAST)
    ]  # eight and eleven days inside, a day and nine hours before the first
    (time,) = believed("google-token", FIRST, LAST, days(2, 3), NOW)
    assert time == (FIRST + timedelta(days=2, hours=9), FIRST + timedelta(days=3, hours=17))


@pytest.mark.parametrize("first", [6, 7, 8])
def test_a_log_that_begins_late_may_have_been_kept_no_longer(first: int) -> None:
    """An export of fourteen days that has the last eight to six: chance alone does not make it unlikely enough."""
    begins, ends = FIRST + timedelta(hours=12), FIRST + timedelta(days=13, hours=10)
    (time,) = believed("google-login", begins, ends, days(*range(first, 14)), NOW)
    assert time == (FIRST + timedelta(days=first, hours=9), ends)


def test_a_weekend_at_an_edge_is_as_long_as_one_inside() -> None:
    work = [day for day in range(2, 21) if day % 7 not in (0, 1)]
    assert list(believed("google-login", FIRST, LAST, days(*work), NOW)) == [(FIRST, LAST)]
    week = [2, 3, 4, 5, 6]
    (time,) = believed("google-login", FIRST, FIRST + timedelta(days=7), days(*week), NOW)
    assert time[0] == FIRST + timedelta(days=2, hours=9)


def test_lines_beyond_the_edge_show_that_the_log_reaches_there() -> None:
    lines = days(-1, 2, *range(3, 21))
    assert list(believed("google-login", FIRST, LAST, lines, NOW)) == [(FIRST, LAST)]
    assert list(believed("google-login", FIRST, LAST, days(*range(19), 22), NOW)) == [(FIRST, LAST)]


def test_nothing_is_believed_of_what_the_provider_keeps_no_longer_unless_lines_are_there() -> None:
    """Entra keeps seven days at least: whoever exports fourteen has seven, or the licence for more, as lines show."""
    (time,) = believed("entra-sign-in", FIRST, LAST, days(*range(14, 21)), LAST)
    assert time[0] == FIRST + timedelta(days=14)
    (time,) = believed("entra-sign-in", FIRST, LAST, days(*range(21)), LAST)
    assert time[0] == FIRST + timedelta(hours=9)
    (time,) = believed("entra-sign-in", FIRST, LAST, days(-3, *range(21)), LAST)
    assert time[0] == FIRST


def test_files_that_are_full_together_may_be_one_export_in_parts() -> None:
    assert is_of_full_parts("entra-sign-in", 100_000)
    assert is_of_full_parts("m365-files", 150_000)
    assert not is_of_full_parts("entra-sign-in", 0)
    assert not is_of_full_parts("entra-sign-in", 100_001)
    assert not is_of_full_parts("mail-server", 100_000)


def test_a_log_that_had_lines_every_day_is_not_believed_to_have_fallen_silent() -> None:
    (time,) = believed("google-login", FIRST, LAST, days(*range(15)), NOW)
    assert time == (FIRST, FIRST + timedelta(days=14, hours=17))
    (time,) = believed("google-login", FIRST, LAST, days(*range(6, 21)), NOW)
    assert time == (FIRST + timedelta(days=6, hours=9), LAST)
    before, after = believed("google-login", FIRST, LAST, days(*range(8), *range(14, 21)), NOW)
    assert before == (FIRST, FIRST + timedelta(days=7, hours=17))
    assert after == (FIRST + timedelta(days=14, hours=9), LAST)


@pytest.mark.parametrize(("log", "hours"), [("google-login", 6), ("m365-files", 24), ("mail-server", 0), ("siem", 24)])
def test_nothing_is_believed_of_what_the_provider_had_not_published_yet(log: str, hours: int) -> None:
    read = LAST - timedelta(days=1)
    (time,) = believed(log, FIRST, LAST, days(*range(20)), read)
    assert time == (FIRST, read - timedelta(hours=hours))


@pytest.mark.parametrize("numbers", [(), (-9, -8), (40, 41)])
def test_nothing_is_believed_of_a_time_of_which_there_is_no_line(numbers: tuple[int, ...]) -> None:
    assert list(believed("google-login", FIRST, LAST, days(*numbers), NOW)) == []


def test_nothing_is_believed_of_a_time_that_has_not_come() -> None:
    assert list(believed("google-login", FIRST, LAST, days(*range(21)), FIRST - timedelta(days=1))) == []


def test_lines_outside_of_the_period_do_not_speak_against_it() -> None:
    assert list(believed("google-login", FIRST, LAST, days(*range(-9, 40)), NOW)) == [(FIRST, LAST)]


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
        (time,) = believed(log, FIRST, NOW, days(*range(51)), NOW)
        assert NOW - time[1] <= timedelta(hours=24)
