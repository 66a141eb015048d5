from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tocsin.common.periods import LONGEST, exported, first_hour, last_hour
from tocsin.model.activity import Exported
from tocsin.model.error import InputError

BEGIN = datetime(2026, 10, 1, tzinfo=UTC)


def test_a_period_is_in_utc_whatever_its_zone() -> None:
    east = timezone(timedelta(hours=3))
    assert exported(datetime(2026, 10, 1, 3, tzinfo=east), datetime(2026, 10, 2, 3, tzinfo=east), "logs") == Exported(
        BEGIN, BEGIN + timedelta(days=1), "logs"
    )


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        (BEGIN, BEGIN),
        (BEGIN + timedelta(hours=1), BEGIN),
        (BEGIN.replace(tzinfo=None), BEGIN + timedelta(days=1)),
        (BEGIN, (BEGIN + timedelta(days=1)).replace(tzinfo=None)),
        (BEGIN, BEGIN + LONGEST + timedelta(seconds=1)),
        (datetime.min.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC) + timedelta(days=9)),
        (last_hour(date.max) - timedelta(days=9), last_hour(date.max)),
    ],
)
def test_what_is_no_period_is_told(begins: datetime, ends: datetime) -> None:
    with pytest.raises(InputError):
        exported(begins, ends)


def test_a_day_is_what_it_is_in_every_zone() -> None:
    day = date(2026, 10, 1)
    assert first_hour(day) == datetime(2026, 10, 1, tzinfo=timezone(timedelta(hours=-12)))
    assert last_hour(day) == datetime(2026, 10, 2, tzinfo=timezone(timedelta(hours=14)))
