"""To which incident a message or an alert probably belongs: the links that join it, the strongest first."""

from __future__ import annotations

import pytest
from tests.fixtures.activities import GivenLogs, alert_about, sign_in
from tests.fixtures.actors import House
from tests.unit.app.test_operations import incident
from tests.unit.scan.mailboxes import make_engine

from tocsin.app import accounts, evidence, incidents, likely, submission
from tocsin.app.identify import Judge
from tocsin.app.mail import correct
from tocsin.attribute.explain import shared
from tocsin.common.tlp import MEMBER
from tocsin.identify.examples import message
from tocsin.model.error import AccessError, BreakGlassError, NotFoundError
from tocsin.model.event import Ground
from tocsin.model.operation import FeatureKind
from tocsin.model.people import Role, Tlp
from tocsin.model.verdict import Class
from tocsin.render.likely import came_of_it
from tocsin.render.words import Words


def _mails(house: House, *hosts: str, subject: str = "BAD") -> list[str]:
    """Messages of one sender, each with a link to a host."""
    raws = [
        message(
            sender="Desk <desk@evil.test>", subject=f"{subject} {number}", message_id=f"<{number}.{host}@evil.test>",
            headers=[("Reply-To", "Desk <answers@gmail.com>")], text=f"Dear {number}",
            links=[("here", f"https://{host}/a/b.php")],
        ).raw
        for number, host in enumerate(hosts)
    ]  # fmt: skip
    return [one.message or "" for one in submission.submit(house.sami, Judge(make_engine()), raws)]


def _found(looked: likely.Looked) -> list[str]:
    return [one.incident.id for one in looked.found]


def test_a_message_is_joined_to_the_incident_that_shares_rare_things_with_it(house: House) -> None:
    new, old = _mails(house, "login.evil.test", "login.evil.test")
    theirs = incidents.open_incident(house.dana, "Mails of Monday", [old])
    incident(house, "host=other.test")
    looked = likely.of_mail(house.sami, new)
    assert (_found(looked), looked.number, looked.shows) == ([theirs], 2, True)
    (one,) = looked.found
    assert one.incident.title == "Mails of Monday"
    assert one.link.holds
    kinds = {reason.kind for reason in one.link.reasons if reason.weight > 0}
    assert kinds >= {FeatureKind.HOST, FeatureKind.MAILBOX}
    for language in ("en", "ar"):
        assert "login[.]evil[.]test" in shared(one.link, language)
    assert came_of_it(looked, Words("en")).endswith("Whether it belongs there is for a person to say.")
    incidents.change_incident(house.dana, theirs, messages=[new])
    assert _found(likely.of_mail(house.sami, new)) == [], "it belongs there already"
    assert "None" not in came_of_it(likely.of_mail(house.sami, new), Words("en"))


def test_one_shared_thing_joins_it_to_nothing_and_that_proves_nothing(house: House) -> None:
    (new,) = _mails(house, "login.evil.test")
    incident(house, "host=login.evil.test")
    looked = likely.of_mail(house.sami, new)
    assert (looked.found, looked.number, looked.shows) == ((), 1, True)
    assert "It may belong to one all the same." in came_of_it(looked, Words("en"))


def test_three_at_most_the_strongest_first(house: House) -> None:
    new, *others = _mails(house, "login.evil.test", *["login.evil.test"] * 3, "away.evil.test", "away.evil.test")
    opened = [incidents.open_incident(house.dana, "A mail", [one]) for one in others]
    looked = likely.of_mail(house.sami, new)
    assert len(looked.found) == 3
    weights = [one.link.weight for one in looked.found]
    assert weights == sorted(weights, reverse=True)
    assert set(_found(looked)) < set(opened)
    assert weights[0] > 0


def test_an_alert_is_joined_by_what_its_lines_share(house: House) -> None:
    lines = [sign_in("dana@harbour.example", at, ip="203.0.113.7", session="stolen-7", asn=64501) for at in (0, 9, 60)]
    logs = GivenLogs(lines, [alert_about(lines[1]), alert_about(lines[2], detection="factor-denied")])
    first, second = accounts.take_in(house.sami, logs).alerts
    theirs = incidents.open_incident(house.dana, "Sign-ins", alerts=[first])
    looked = likely.of_accounts(house.sami, second)
    assert (_found(looked), looked.number, looked.shows) == ([theirs], 1, True)
    assert "203.0.113.7" in shared(looked.found[0].link, "ar")
    accounts.dismiss(house.dana, [second])
    assert likely.of_accounts(house.sami, second) == likely.Looked((), 1, shows=False)
    assert came_of_it(likely.of_accounts(house.sami, second), Words("en")) == (
        "It shows nothing by which it could be compared."
    )


def test_what_is_beyond_ones_clearance_is_not_named(house: House) -> None:
    new, old = _mails(house, "login.evil.test", "login.evil.test")
    secret = incidents.open_incident(house.dana, "Mails", [old], tlp=Tlp.RED)
    assert _found(likely.of_mail(house.dana, new)) == [secret]
    less = house.as_("p-noor", Role.ANALYST, clearance=MEMBER)
    assert likely.of_mail(less, new) == likely.Looked((), 0, shows=True)


def test_who_may_not_read_it_or_see_incidents_is_told_nothing(house: House) -> None:
    (new,) = _mails(house, "login.evil.test")
    (calm,) = _mails(house, "harbour.example", subject="Lunch")
    for who in (house.as_("p-remi", Role.REPORTER), house.as_("p-mona", Role.PARTICIPANT)):
        with pytest.raises(AccessError):
            likely.of_mail(who, new)
        with pytest.raises(AccessError):
            likely.of_accounts(who, "alert-1")
    with pytest.raises(BreakGlassError):
        likely.of_mail(house.sami, calm)
    with pytest.raises(NotFoundError):
        likely.of_mail(house.sami, "mail-99")
    with pytest.raises(NotFoundError):
        likely.of_accounts(house.sami, "alert-99")


def test_mail_that_turned_out_good_or_was_erased_shows_nothing(house: House) -> None:
    good, gone, old = _mails(house, *["login.evil.test"] * 3)
    incidents.open_incident(house.dana, "Mails", [old])
    correct(house.dana, [good], Class.CLEAN)
    evidence.erase(house.dana, gone, Ground.REQUEST)
    for one in (good, gone):
        assert not likely.of_mail(house.dana, one).shows
