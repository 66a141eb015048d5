from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tocsin.identify.detections import all_detections
from tocsin.identify.stories import BO, event, failure
from tocsin.model.activity import Act, Reason
from tocsin.scan.accounts import Setup, Told, scan
from tocsin.scan.again import Late, scan_again, sift
from tocsin.scan.kept import load

NOW = event(minute=60).time
GUESSES = [failure(minute=m, id=f"g{m}", reason=Reason.WRONG_PASSWORD) for m in range(12)]
OLD, NEW = (event(minute=minute, person=BO, id=f"s{minute}") for minute in (-91 * 1440, 0))


def _setup(state: Path) -> Setup:
    return Setup(all_detections(), NOW, state=state)


def test_late_lines_are_told_from_those_that_were_read_before() -> None:
    at = GUESSES[0].time
    assert sift(GUESSES, GUESSES[:9], at + timedelta(hours=1)) == Late(9, GUESSES[9].time)
    assert sift(GUESSES, GUESSES, at + timedelta(hours=1)) == Late(12, None)
    assert sift(GUESSES, GUESSES, at) == Late(0, None)


def test_what_late_lines_add_is_news_and_what_was_told_is_not(tmp_path: Path) -> None:
    list(scan([event(Act.EXPORTED, minute=30)], _setup(tmp_path / "one"), Told()))
    before = load(tmp_path / "one")
    lines = [event(Act.EXPORTED, minute=30), *GUESSES]
    found = scan_again(lines, _setup(tmp_path / "two"), Told(), before, GUESSES[0].time)
    assert [alert.detection for alert in found] == ["brute-force"]
    assert load(tmp_path / "two").told.keys() == {*before.told, found[0].id}


def test_what_late_lines_put_right_is_withdrawn_unless_it_came_before_them(tmp_path: Path) -> None:
    (dormant,) = (
        one for one in scan([OLD, NEW], _setup(tmp_path / "one"), Told()) if one.detection == "dormant-account"
    )
    before = load(tmp_path / "one")
    lines = [OLD, event(minute=-1000, person=BO, id="late"), NEW]
    told = Told()
    scan_again(lines, _setup(tmp_path / "two"), told, before, lines[1].time)
    assert told.withdrawn == [dormant.id]
    assert dormant.id not in load(tmp_path / "two").told
    told = Told()
    scan_again(lines, _setup(tmp_path / "three"), told, before, NEW.time + timedelta(minutes=1))
    assert told.withdrawn == []
