"""Alerts and the messages that led to them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.unit.identify.outcome.made import DAY, EVIL, HOME, PERSON, URL, at, clicked, line, sign_in, usual

from tocsin.identify.detections import all_detections
from tocsin.identify.origins import Surroundings
from tocsin.model.activity import Act, Activity
from tocsin.model.alert import Alert
from tocsin.model.error import InputError
from tocsin.model.outcome import Grade
from tocsin.model.row import JudgedMail
from tocsin.scan import lures
from tocsin.scan.accounts import Setup, Told, scan
from tocsin.scan.lures import Lures
from tocsin.scan.read_back import ReadBack

STORY = [*usual(), clicked(30), sign_in(33)]


def mail(**fields: Any) -> JudgedMail:
    given = {
        "message_id": "m1@bad.test", "path": "box.mbox#1", "verdict": "malicious", "time": DAY.isoformat(),
        "sender": "desk@bad.test", "subject": "Sign in today", "recipients": (PERSON,), "hosts": ("login.bad.test",),
        "urls": (URL,), **fields,
    }  # fmt: skip
    return JudgedMail(**given)


def found(folder: Path, messages: Sequence[JudgedMail], *lines: Activity, now: float = 60 * 24 * 30) -> list[Alert]:
    known = Lures(messages, folder / "lines")
    setup = Setup(all_detections(), at(now), Surroundings(judged=known.judged))
    alerts = known.joined(scan(known.passing(lines), setup, Told()), setup.detections)
    return [alert for alert in alerts if alert.detection == "click-then-sign-in"]


def test_a_sign_in_after_a_click_is_told_with_its_message_and_how_sure_that_is(tmp_path: Path) -> None:
    (alert,) = found(tmp_path, [mail()], *STORY)
    (lure,) = alert.lures
    assert (lure.message, lure.path, lure.subject, lure.time) == ("m1@bad.test", "box.mbox#1", "Sign in today", DAY)
    assert [name for name, _ in lure.click.reasons] == ["same-url", "start"]
    assert lure.after is not None
    assert {"minutes-after-click", "new-network", "new-country"} <= {name for name, _ in lure.after.reasons}
    assert (lure.click.grade, lure.after.grade, lure.grade) == (Grade.STRONG, Grade.STRONG, Grade.STRONG)


def test_a_sign_in_from_where_the_person_always_is_is_no_link(tmp_path: Path) -> None:
    (alert,) = found(tmp_path, [mail()], *usual(), clicked(30), sign_in(33, HOME, device="laptop", agent="Firefox"))
    (lure,) = alert.lures
    assert (lure.click.grade, lure.after, lure.grade) == (Grade.STRONG, None, Grade.WEAK)


def test_a_click_that_names_its_message_is_of_that_one(tmp_path: Path) -> None:
    other = mail(message_id="m2@bad.test", path="box.mbox#2")
    (alert,) = found(tmp_path, [mail(), other], *usual(), clicked(30, message="<m2@bad.test>", object=""), sign_in(33))
    assert [lure.path for lure in alert.lures] == ["box.mbox#2"]
    assert alert.lures[0].click.reasons[0][0] == "same-message"


def test_a_message_that_came_after_the_click_led_to_nothing(tmp_path: Path) -> None:
    (alert,) = found(tmp_path, [mail(time=at(60).isoformat())], *STORY)
    assert alert.lures == ()


def test_of_several_copies_it_is_the_persons_own(tmp_path: Path) -> None:
    others = mail(path="box.mbox#2", recipients=("sami@harbour.example",), time=at(5).isoformat())
    (alert,) = found(tmp_path, [others, mail()], *STORY)
    assert [lure.path for lure in alert.lures] == ["box.mbox#1"]


def test_a_copy_of_somebody_else_is_a_weaker_link_and_by_its_host_alone_none(tmp_path: Path) -> None:
    others = mail(recipients=("sami@harbour.example",))
    (alert,) = found(tmp_path, [others], *STORY)
    assert ("other-recipients", -3.5) in alert.lures[0].click.reasons
    assert alert.lures[0].click.grade is Grade.GOOD
    (tmp_path / "host").mkdir()
    (alert,) = found(tmp_path / "host", [others], *usual(), clicked(30, object="https://login.bad.test/y"), sign_in(33))
    assert alert.lures == ()


@pytest.mark.parametrize("time", ["", "yesterday", "2026-10-05T09:00:00"])
def test_a_message_of_unknown_time_is_linked_by_what_else_is_known(tmp_path: Path, time: str) -> None:
    (alert,) = found(tmp_path, [mail(time=time, recipients=())], *STORY)
    assert alert.lures[0].time is None
    assert alert.lures[0].click.grade is Grade.STRONG


def test_what_came_in_another_order_is_linked_alike(tmp_path: Path) -> None:
    (tmp_path / "turned").mkdir()
    assert found(tmp_path, [mail()], *STORY) == found(tmp_path / "turned", [mail()], *reversed(STORY))


def test_other_alerts_pass_as_they_are(tmp_path: Path) -> None:
    known = Lures([mail()], tmp_path / "lines")
    setup = Setup(all_detections(), at(60 * 24 * 30), Surroundings(judged=known.judged))
    story = [*STORY, line(Act.WARNING, 1)]
    alerts = list(known.joined(scan(known.passing(story), setup, Told()), setup.detections))
    plain = list(scan(story, setup, Told()))
    assert alerts[-1].detection == "click-then-sign-in"
    assert sorted(alert.id for alert in alerts) == sorted(alert.id for alert in plain)
    assert [alert for alert in alerts if not alert.lures] == [
        alert for alert in plain if alert.detection != "click-then-sign-in"
    ]


def test_there_is_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lures, "MOST", 2)
    Lures([mail()] * 2, tmp_path / "lines")
    with pytest.raises(InputError, match="more than 2"):
        Lures([mail()] * 3, tmp_path / "again")


def test_what_was_read_is_read_back_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.scan.read_back._BATCH", 3)
    kept = ReadBack(tmp_path / "lines")
    assert list(kept.passing(STORY)) == STORY
    kept.write()
    assert list(kept.all()) == STORY
    assert len(kept.files) == 4
    assert all(one.ip in (HOME, EVIL) for one in kept.all())


def test_each_of_several_alerts_of_a_person_has_the_messages_that_led_to_it(tmp_path: Path) -> None:
    later = 60 * 24 * 130
    again = mail(
        message_id="m2@bad.test", path="box.mbox#2", time=at(later).isoformat(), urls=(URL + "2",)
    )  # fmt: skip
    second = [clicked(later + 30, object=URL + "2"), sign_in(later + 33, ip="203.0.113.67")]
    alerts = found(tmp_path, [mail(), again], *STORY, *second, now=later + 60)
    assert [[lure.path for lure in alert.lures] for alert in sorted(alerts, key=lambda one: one.until)] == [
        ["box.mbox#1"], ["box.mbox#2"],
    ]  # fmt: skip
