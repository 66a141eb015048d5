"""Logs of accounts: taken in, looked at, decided about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from tests.fixtures.activities import REMEMBERED, GivenLogs, alert_about, sign_in
from tests.fixtures.actors import House, enter
from tests.fixtures.attack import HOST, befall
from tests.fixtures.events import draft

from tocsin.app import accounts, evidence, incidents, queue
from tocsin.app.ports import Looked
from tocsin.app.rights import Right
from tocsin.model.activity import Act
from tocsin.model.alert import Severity
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.event import AlertRaised, Ground, ProfileChanged
from tocsin.model.people import Role
from tocsin.model.profile import Kind, Organisation
from tocsin.model.view import Work

DANA, SAMI = "dana@harbour.example", "sami@harbour.example"


def _taken(house: House) -> accounts.Taken:
    lines = [sign_in(DANA), sign_in(DANA, 20, country="BR", ip="203.0.113.7"), sign_in(SAMI, 30)]
    return accounts.take_in(house.sami, GivenLogs(lines, [alert_about(lines[1])], unread=2))


def test_what_is_found_is_raised_and_waits(house: House) -> None:
    taken = _taken(house)
    assert (taken.activities, taken.known, taken.unread, len(taken.alerts)) == (3, 0, 2, 1)
    shown = accounts.alert(house.sami, taken.alerts[0])
    assert shown.shown.people == ("p-dana",)
    assert [one.country for one in shown.lines] == ["BR"]
    assert [one.person for one in shown.around] == [DANA, DANA]
    waiting = queue.queue(house.sami, Work.ALERT).items
    assert [one.id for one in waiting] == list(taken.alerts)
    assert waiting[0].alert is not None
    assert waiting[0].alert.item.severity is Severity.HIGH
    assert [one.log for one in accounts.coverage(house.sami)] == ["SignInLogs"]


def test_the_event_names_nobody(house: House) -> None:
    _taken(house)
    with house.store.read("harbour") as reader:
        (raised,) = [entry.event for entry in reader.log.read(0) if isinstance(entry.event, AlertRaised)]
    written = msgspec.json.encode(raised)
    assert raised.people == ("p-dana",)
    assert DANA.encode() not in written
    assert b"203.0.113.7" not in written


def test_what_was_known_is_not_raised_again_and_what_is_remembered_goes_on(house: House) -> None:
    _taken(house)
    lines = [sign_in(DANA, 20, country="BR", ip="203.0.113.7")]
    logs = GivenLogs(lines, [alert_about(lines[0])])
    again = accounts.take_in(house.sami, logs)
    assert (again.alerts, again.known) == ((), 1)
    assert logs.remembered == REMEMBERED
    assert len(accounts.alerts(house.sami).items) == 1


def test_the_same_line_of_two_readings_is_shown_once(house: House) -> None:
    first = _taken(house)
    _taken(house)
    assert len(accounts.alert(house.sami, first.alerts[0]).around) == 2


def test_plain_administration_stays_in_the_counts(house: House) -> None:
    line = sign_in(DANA)
    taken = accounts.take_in(
        house.sami, GivenLogs([line], [alert_about(line, severity=Severity.INFORMATIONAL)])
    )  # fmt: skip
    assert taken.alerts == ()
    low = accounts.take_in(house.sami, GivenLogs([line], [alert_about(line, severity=Severity.LOW)]))
    assert accounts.alert(house.sami, low.alerts[0]).shown.item.state == "quiet"
    assert queue.queue(house.sami, Work.ALERT).items == ()


def test_what_is_decided_leaves_the_queue(house: House) -> None:
    lines = [sign_in(DANA), sign_in(SAMI, 1)]
    taken = accounts.take_in(house.sami, GivenLogs(lines, [alert_about(one) for one in lines]))
    first, second = taken.alerts
    accounts.confirm(house.sami, [first], "Dana was asleep")
    accounts.dismiss(house.dana, [second])
    assert [accounts.alert(house.sami, one).shown.item.state for one in (first, second)] == ["confirmed", "dismissed"]
    assert queue.queue(house.sami, Work.ALERT).items == ()
    with pytest.raises(NotFoundError):
        accounts.confirm(house.sami, ["alert-9"])
    with pytest.raises(AccessError):
        accounts.dismiss(house.remi, [first])


def test_alerts_belong_to_incidents(house: House) -> None:
    (alert,) = _taken(house).alerts
    incident = incidents.open_incident(house.sami, "Somebody in Dana's account", alerts=[alert, alert])
    assert [one.item.alert for one in incidents.incident(house.sami, incident).alerts] == [alert]
    assert accounts.alert(house.sami, alert).shown.incidents == (incident,)
    second = incidents.open_incident(house.sami, "A wave")
    incidents.change_incident(house.sami, second, alerts=[alert])
    assert accounts.alert(house.sami, alert).shown.incidents == (incident, second)
    with pytest.raises(NotFoundError):
        incidents.change_incident(house.sami, second, alerts=["alert-9"])


def test_alerts_are_found_by_what_is_known_of_them(house: House) -> None:
    lines = [sign_in(DANA), sign_in(SAMI, 1)]
    taken = accounts.take_in(
        house.sami, GivenLogs(lines, [alert_about(lines[0]), alert_about(lines[1], detection="password-spray")])
    )
    first, second = taken.alerts
    found = {
        "person": accounts.alerts(house.sami, person="p-dana"),
        "detection": accounts.alerts(house.sami, detection="new-country"),
        "state": accounts.alerts(house.sami, state="waiting"),
        "severity": accounts.alerts(house.sami, severity="critical"),
    }  # fmt: skip
    assert [one.item.alert for one in found["person"].items] == [first]
    assert [one.item.alert for one in found["detection"].items] == [first]
    assert [one.item.alert for one in found["state"].items] == [second, first]
    assert found["severity"].items == ()


def test_people_see_their_own_and_only_their_own(house: House) -> None:
    _taken(house)
    assert [one.person for one in accounts.mine(house.remi)] == []
    own = accounts.mine(house.dana, days=90)
    assert [one.country for one in own] == ["BR", "NL"]
    with pytest.raises(AccessError):
        accounts.alerts(house.remi)


def test_a_newsroom_keeps_nothing(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(draft(ProfileChanged(Organisation("Harbour", Kind.NEWSROOM))))
    with pytest.raises(InputError, match="newsroom"):
        _taken(house)
    assert house.types() == ["profile-changed"]


def test_who_wrote_to_an_address_for_sources_is_not_kept(house: House) -> None:
    mail = replace(sign_in("tips@harbour.example"), act=Act.MAIL_DELIVERED, actor="source@mail.test")
    taken = accounts.take_in(house.sami, GivenLogs([mail, sign_in(SAMI, 1)], []))
    assert taken.activities == 1


def test_a_reading_is_erased_with_all_that_it_holds(house: House) -> None:
    taken = _taken(house)
    assert evidence.erase(house.dana, taken.reading, Ground.REQUEST) >= 2, "its pages, and what it remembers"
    assert accounts.alert(house.sami, taken.alerts[0]).around == ()
    assert accounts.coverage(house.sami) == ()
    assert accounts.mine(house.dana, days=90) == ()


def test_alerts_about_one_person_go_with_them(house: House) -> None:
    (alert,) = _taken(house).alerts
    keeper = house.as_("p-dana", Role.LEAD, Role.ADMIN)
    evidence.erase(keeper, "p-dana", Ground.REQUEST)
    shown = accounts.alert(house.sami, alert)
    assert (shown.shown.alert, shown.lines) == (None, ())
    with house.store.read("harbour") as reader:
        assert not reader.verify([]).broken


class _Meanwhile(GivenLogs):
    """Logs of somebody else are taken in while these are looked through, so and so often."""

    def __init__(self, house: House, times: int) -> None:
        self.line = sign_in(DANA, 20, country="BR", ip="203.0.113.7")
        super().__init__([self.line], [alert_about(self.line)])
        self.house, self.left = house, times

    @contextmanager
    def look(self, state: bytes | None, judged: Mapping[str, str], earlier: Any) -> Iterator[Looked]:
        if self.left:
            self.left -= 1
            accounts.take_in(self.house.dana, GivenLogs([sign_in(SAMI, self.left)], []))
        with super().look(state, judged, earlier) as found:
            yield found


def test_logs_that_are_taken_in_meanwhile_are_not_forgotten(house: House) -> None:
    logs = _Meanwhile(house, 1)
    assert len(accounts.take_in(house.sami, logs).alerts) == 1
    assert logs.remembered == REMEMBERED, "looked through again, with what the other reading remembers"
    assert house.types().count("logs-read") == 2
    with pytest.raises(InputError, match="at the same time"):
        accounts.take_in(house.sami, _Meanwhile(house, 9))


def _clicked(house: House, minutes: float, url: str) -> str:
    """The alert on a click, some minutes after the judged mail of `befall` came, and a sign-in from elsewhere."""
    befall(house)
    usual = [sign_in(DANA, -60 * 24 * day) for day in range(1, 5)]
    click = replace(sign_in(DANA, minutes), act=Act.LINK_OPENED, id="click", object=url)
    entered = sign_in(DANA, minutes + 3, ip="203.0.113.7", country="BR")
    found = alert_about(click, entered, detection="click-then-sign-in")
    return accounts.take_in(house.sami, GivenLogs([*usual, click, entered], [found])).alerts[0]


def test_an_alert_on_a_click_shows_the_message_that_led_to_it_and_how_sure_that_is(house: House) -> None:
    (lure,) = accounts.alert(house.sami, _clicked(house, 40, f"https://{HOST}/login")).lures
    assert (lure.path, lure.subject, lure.verdict) == ("m-attack", "Please confirm", "malicious")
    assert lure.click.reasons
    assert lure.after is not None
    assert {"minutes-after-click", "new-country"} <= {name for name, _ in lure.after.reasons}


@pytest.mark.parametrize(("minutes", "host"), [(40, "elsewhere.test"), (-600, HOST)])
def test_a_click_elsewhere_or_before_the_message_has_none(house: House, minutes: float, host: str) -> None:
    assert accounts.alert(house.sami, _clicked(house, minutes, f"https://{host}/login")).lures == ()


def test_who_may_not_see_the_queue_sees_no_message(house: House) -> None:
    alert = _clicked(house, 40, f"https://{HOST}/login")
    token = enter(house.store, house.clock, replace(house.sami.actor, scopes=frozenset({Right.READ_ACCOUNTS})))
    assert accounts.alert(token, alert).lures == ()
