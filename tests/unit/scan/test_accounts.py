from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from tocsin.identify.detections import all_detections
from tocsin.identify.stories import BO, event, failure
from tocsin.model.activity import SKEW, Act, BadField, Coverage, Reason, Unreadable
from tocsin.model.alert import Alert
from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.scan.accounts import GRACE, Item, Setup, Told, scan
from tocsin.scan.spool import Spool

NOW = event(minute=60).time
GUESSES = [failure(minute=m, reason=Reason.WRONG_PASSWORD) for m in range(12)]


def setup(state: Path | None = None) -> Setup:
    return Setup(all_detections(), NOW, state=state)


def ids(alerts: Iterable[Alert]) -> list[str]:
    return [alert.detection for alert in alerts]


def test_what_is_no_activity_is_counted() -> None:
    told, begin = Told(), NOW
    items: list[Item] = [
        BadField("p", "l", "f", "missing"),
        BadField("p", "l", "f", "missing"),
        Unreadable("file", 7, "not-json", say("no")),
        Coverage("p", "l", begin, begin, 1),
        Coverage("p", "l", begin - timedelta(1), begin, 2),
    ]
    assert not list(scan(items, setup(), told))
    assert told.bad_fields == {("p", "l", "f", "missing"): 2}
    assert told.unreadable == {"not-json": 1}
    assert told.coverage["p", "l"] == Coverage("p", "l", begin - timedelta(1), begin, 3)
    assert "tor-sign-in" in told.without_data


def test_an_alert_is_told_once_and_again_when_it_has_become_worse(tmp_path: Path) -> None:
    state = tmp_path / "state"
    assert ids(scan(GUESSES, setup(state), Told())) == ["brute-force"]
    assert not list(scan(GUESSES, setup(state), Told()))
    (worse,) = scan([event(minute=13)], setup(state), Told())
    assert (worse.detection, worse.severity.value) == ("brute-force", "high")
    assert state.stat().st_mode & 0o777 == 0o700


def test_a_clock_that_is_wrong_does_not_make_all_others_late(tmp_path: Path) -> None:
    ahead = event(Act.EXPORTED, minute=60 + 60 * 24 * 400)
    told = Told()
    assert ids(scan([ahead, *GUESSES], setup(tmp_path / "state"), told)) == ["export", "brute-force"]
    assert told.ahead == 1
    told = Told()
    assert not list(scan(GUESSES, setup(tmp_path / "state"), told))
    assert not told.late
    assert ahead.time - NOW > SKEW


def test_what_comes_too_late_is_judged_by_itself_and_counted(tmp_path: Path) -> None:
    state, old = tmp_path / "state", -GRACE.total_seconds() / 60 - 100
    list(scan([event(minute=0)], setup(state), Told()))
    told = Told()
    late = [event(Act.EXPORTED, minute=old), *(failure(minute=old + m, reason=Reason.OTHER) for m in range(12))]
    assert ids(scan(late, setup(state), told)) == ["export"]
    assert told.late == 13


def test_a_late_line_may_take_an_alert_back(tmp_path: Path) -> None:
    state = tmp_path / "state"
    click = [event(minute=-91 * 1440, person=BO), event(minute=0, person=BO)]
    assert "dormant-account" in ids(scan(click, setup(state), Told()))
    told = Told()
    list(scan([event(minute=-1000, person=BO)], setup(state), told))
    assert len(told.withdrawn) == 1


def test_a_state_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    state = tmp_path / "state"
    list(scan(GUESSES, setup(state), Told()))
    (state / "alerts.parquet").write_bytes(b"broken")
    with pytest.raises(InputError):
        list(scan(GUESSES, setup(state), Told()))
    assert msgspec.json.decode((state / "about.json").read_bytes())["format"] == 1


def test_chunks_hold_no_more_than_they_may_and_never_cut_a_minute(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    for minute in (3, 1, 2, 1, 1, 7):
        spool.add(event(minute=minute, id=str(spool.count) + str(len(spool._batch))))
    chunks = [chunk.get_column("time").dt.minute().to_list() for chunk in spool.chunks(2)]
    assert chunks == [[1, 1, 1], [2, 3], [7]]


def test_fields_that_files_make_up_are_counted_within_a_bound_however_they_come_together() -> None:
    told = Told()
    for file in range(3):
        other = Told()
        for number in range(700):
            other.add(BadField("p", "l", f"f{file}-{number}", "missing"))
        told.join(other)
    assert len(told.bad_fields) <= 1_001
    assert told.bad_fields.total() == 2_100
    assert told.bad_fields["p", "l", "", "missing"] == 1_100
