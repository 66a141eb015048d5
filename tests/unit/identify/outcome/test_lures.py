"""Judged messages that led to what was found, by the lines of one person."""

from __future__ import annotations

from typing import Any

from tests.unit.identify.outcome.made import DAY, PERSON, URL, at, clicked, sign_in, usual

from tocsin.identify.outcome.lines import Lines, key
from tocsin.identify.outcome.lures import Judged
from tocsin.model.activity import Activity
from tocsin.model.alert import Alert, EventRef, Lure, Severity
from tocsin.model.row import JudgedMail


def mail(**fields: Any) -> JudgedMail:
    given = {
        "message_id": "m1@bad.test", "path": "m-1", "verdict": "malicious", "time": DAY.isoformat(),
        "recipients": (PERSON,), "hosts": ("login.bad.test",), "urls": (URL,), **fields,
    }  # fmt: skip
    return JudgedMail(**given)


def lures(messages: list[JudgedMail], *events: Activity) -> list[Lure]:
    refs = tuple(EventRef(one.id, one.file, one.offset, one.digest) for one in events)
    assert {key(one) for one in events} == {key(one) for one in refs}
    alert = Alert("a", "click-then-sign-in", Severity.HIGH, PERSON, at(0), at(60), refs, len(refs), (PERSON,))
    return Judged(messages).lures(alert, Lines([*usual(), *events]))


def test_a_click_on_its_link_and_a_sign_in_from_elsewhere() -> None:
    (lure,) = lures([mail()], clicked(30), sign_in(33))
    assert (lure.path, lure.verdict, lure.time) == ("m-1", "malicious", DAY)
    assert [name for name, _ in lure.click.reasons] == ["same-url", "start"]
    assert lure.after is not None
    assert lure.after.weight > 0


def test_without_a_click_no_message_led_to_anything() -> None:
    assert lures([mail()], sign_in(33)) == []


def test_the_three_surest_are_told_the_surest_first() -> None:
    several = [mail(path=f"m-{number}", message_id=f"m{number}@bad.test") for number in range(9)]
    found = lures(several, clicked(30), sign_in(33))
    assert len(found) == 3
    assert [one.click.weight for one in found] == sorted((one.click.weight for one in found), reverse=True)


def test_a_message_of_another_host_is_none() -> None:
    assert lures([mail(urls=("https://other.test/x",), hosts=("other.test",))], clicked(30), sign_in(33)) == []
