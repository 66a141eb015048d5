"""What incidents show, many read at once, is what each shows alone; and no more of one than its latest is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.fixtures.activities import GivenLogs, alert_about, sign_in
from tests.fixtures.actors import House
from tests.fixtures.events import beginning
from tests.unit.app.test_operations import CERTIFICATE, incident
from tests.unit.scan.mailboxes import make_engine

from tocsin.app import accounts, evidence, incidents, submission
from tocsin.app.identify import Judge
from tocsin.app.mail import correct
from tocsin.app.parts import showing as module
from tocsin.app.parts.profiles import profile_of
from tocsin.app.parts.showing import showing
from tocsin.identify.examples import message
from tocsin.model.desk import Compared
from tocsin.model.event import Ground
from tocsin.model.operation import FeatureKind
from tocsin.model.verdict import Class
from tocsin.model.view import Things


def _bad(house: House, count: int, start: int = 0) -> list[str]:
    """Messages that were judged as a whole, each with a link of its own."""
    raws = [
        message(
            sender="Desk <desk@evil.test>", subject=f"BAD {number}", message_id=f"<{number}@evil.test>",
            text=f"Dear {number}", links=[("here", f"https://login{number}.evil.test/a.php")],
        ).raw
        for number in range(start, start + count)
    ]  # fmt: skip
    return [one.message or "" for one in submission.submit(house.sami, Judge(make_engine()), raws)]


def _filled(house: House) -> list[str]:
    """Incidents with mail, one in two of them; with an alert; with told facts; with nothing."""
    mails = _bad(house, 3)
    lines = [sign_in("dana@harbour.example"), sign_in("dana@harbour.example", 9, ip="203.0.113.7", country="RO")]
    (alert,) = accounts.take_in(house.sami, GivenLogs(lines, [alert_about(lines[1])])).alerts
    return [
        incidents.open_incident(house.dana, "Mails", mails[:2]),
        incidents.open_incident(house.dana, "The same, and an alert", mails[1:], alerts=[alert]),
        incident(house, "host=login.evil.test", f"certificate={CERTIFICATE}"),
        incidents.open_incident(house.dana, "Nothing yet"),
    ]


def _shown(house: House) -> dict[str, Compared]:
    with house.store.read("harbour") as reader:
        items = reader.views.incidents(limit=500).items
        together = list(showing(reader, items, profile_of(reader)))
        alone = [one for item in items for one in showing(reader, [item], profile_of(reader))]
    assert together == alone
    assert [one.item for one in together] == list(items), "in the order in which they were asked for"
    return {one.id: one for one in together}


@pytest.mark.parametrize("at_once", [1, 3, 100])
def test_many_at_once_show_what_each_shows_alone(
    house: House, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:  # fmt: skip
    monkeypatch.setattr(module, "_AT_ONCE", at_once)
    mails, both, told, nothing = _filled(house)
    found = _shown(house)
    hosts = {one: {f.value for f in found[one].features.features if f.kind is FeatureKind.HOST} for one in found}
    assert hosts == {
        mails: {"login0.evil.test", "login1.evil.test"}, both: {"login1.evil.test", "login2.evil.test"},
        told: {"login.evil.test"}, nothing: set(),
    }  # fmt: skip
    assert "T1078.004" in found[both].techniques
    assert "T1078.004" not in found[mails].techniques
    item = found[nothing].item
    assert item
    assert found[nothing].features.at == item.opened_at
    assert found[mails].title == "Mails"


def test_what_was_dismissed_or_erased_shows_nothing(house: House) -> None:
    mails, both, told, _ = _filled(house)
    with house.store.read("harbour") as reader:
        (alert,) = reader.views.alerts(incident=both).items
        several = [one.message for one in reader.views.messages(incident=both).items]
    accounts.dismiss(house.dana, [alert.alert])
    correct(house.dana, several[:1], Class.CLEAN)
    evidence.erase(house.dana, several[1], Ground.REQUEST)
    evidence.erase(house.dana, told, Ground.REQUEST)
    found = _shown(house)
    assert (found[both].features.features, found[both].techniques) == ((), ())
    assert found[told].title == ""
    assert found[mails].features.features


@pytest.mark.parametrize("kind", ["messages", "alerts", "facts"])
def test_the_latest_of_each_incident_are_read(house: House, kind: str) -> None:
    """By one query for all of them, as by one for each; nothing of another organisation."""
    several = [*_filled(house), "incident-99"]
    for number in range(3):
        made = incident(house, *(f"host=h{number}-{of}.evil.test" for of in range(4)))
        incidents.change_incident(house.dana, made, messages=_bad(house, 3, 10 * (number + 1)))
        several.append(made)
    house.store.begin("quay")
    with house.store.write("quay") as writer:
        beginning(writer)
    with house.store.read("harbour") as reader:
        asked: dict[str, Callable[[str, int], Any]] = {
            "messages": lambda one, most: reader.views.messages(incident=one, limit=most).items,
            "alerts": lambda one, most: reader.views.alerts(incident=one, limit=most).items,
            "facts": lambda one, most: reader.views.things_of([one], 50)[one].facts[-most:],
        }  # fmt: skip
        for most in (1, 2, 50):
            together = reader.views.things_of(several, most)
            assert list(together) == several
            assert {one: getattr(of, kind) for one, of in together.items()} == {
                one: asked[kind](one, most) for one in several
            }
        assert max(len(getattr(of, kind)) for of in reader.views.things_of(several, 2).values()) == {
            "messages": 2, "alerts": 1, "facts": 2,
        }[kind]  # fmt: skip
        assert reader.views.things_of([], 2) == {}
    with house.store.read("quay") as reader:
        assert set(reader.views.things_of(several, 50).values()) == {Things()}
