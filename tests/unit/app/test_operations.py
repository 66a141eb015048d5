from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.fixtures.actors import House
from tests.unit.scan.mailboxes import make_engine

from tocsin.app import access, incidents, operations, submission
from tocsin.app.access import Access
from tocsin.app.identify import Judge
from tocsin.app.mail import correct
from tocsin.app.operations import alone, features_of
from tocsin.app.parts.comparing import world
from tocsin.app.rights import Right
from tocsin.common.tlp import MEMBER
from tocsin.formats.mime import parse
from tocsin.identify.examples import PROFILE, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.error import InputError, NotFoundError
from tocsin.model.operation import Feature, FeatureKind, TieKind, Track
from tocsin.model.people import Role, Tlp
from tocsin.model.verdict import Class, Verdict

NOW = datetime(2026, 3, 4, tzinfo=UTC)
BAD, CLEAN = (Verdict(one, 0.9, 0.9, ()) for one in (Class.MALICIOUS, Class.CLEAN))


def mail(**fields: Any) -> Mail:
    return Mail(parse(message(links=[("here", "https://evil.test/a/b.php")], **fields).raw))


def test_what_was_said_of_an_incident_beyond_ones_clearance_is_not_shown(house: House) -> None:
    one, two = (incident(house, "host=login.evil.test", f"certificate={CERTIFICATE}") for _ in range(2))
    secret = incident(house, "host=login.evil.test", tlp=Tlp.RED)
    operations.tie(house.dana, one, secret, TieKind.CUT, "The mole")
    less = house.as_("p-sami", Role.ANALYST, clearance=Tlp.AMBER)
    assert [tie.reason for tie in operations.operation(house.dana, one).ties] == ["The mole"]
    assert operations.operation(less, two).ties == ()


def test_a_message_that_is_not_clean_gives_what_it_can_be_compared_by() -> None:
    found = features_of("message-1", mail(), BAD, Context(profile=PROFILE))
    assert Feature(FeatureKind.HOST, "evil.test", ("message-1",)) in found


def test_clean_mail_and_mail_to_sources_give_nothing() -> None:
    assert features_of("message-1", mail(), CLEAN, Context(profile=PROFILE)) == ()
    assert alone("message-1", mail(to="tips@harbour.example"), BAD, Context(profile=PROFILE), NOW) is None


def test_alone_it_is_an_incident_of_the_time_when_it_came() -> None:
    at = datetime(2026, 3, 3, tzinfo=UTC)
    known = alone("message-1", mail(), BAD, Context(profile=PROFILE, as_of=at), NOW)
    unknown = alone("message-1", mail(), BAD, Context(profile=PROFILE), NOW)
    assert known is not None
    assert unknown is not None
    assert (known.incident, known.at, unknown.at) == ("message-1", at, NOW)


# Of the desk

CERTIFICATE = "ab" * 32


def incident(house: House, *told: str, tlp: Tlp = Tlp.AMBER) -> str:
    """An incident of which somebody tells facts: `host=evil.test`."""
    made = incidents.open_incident(house.dana, f"Incident with {' '.join(told)}", tlp=tlp)
    for one in told:
        kind, _, value = one.partition("=")
        operations.tell_fact(house.dana, made, FeatureKind(kind), value, "a sandbox")
    return made


def groups(who: Access) -> set[frozenset[str]]:
    return {frozenset(one.operation.incidents) for one in operations.operations(who).operations}


def test_what_is_told_of_incidents_joins_them_and_says_why(house: House) -> None:
    one = incident(house, "host=login.evil.test", f"certificate={CERTIFICATE}")
    two = incident(house, "host=login.evil.test", f"certificate={CERTIFICATE}")
    three = incident(house, "host=other.test")
    found = operations.operations(house.sami)
    assert groups(house.sami) == {frozenset({one, two})}
    assert found.alone == 1
    assert [(one.track, one.trend and one.trend.after) for one in found.tracks] == [("cyber", 3), ("influence", None)]
    for name in (found.operations[0].operation.id, one, two):
        shown = operations.operation(house.sami, name)
        assert [each.id for each in shown.shown.incidents] == [one, two]
        (joined,) = shown.joined
        assert {reason.kind for reason in joined.link.reasons} >= {FeatureKind.HOST, FeatureKind.CERTIFICATE}
        assert joined.link.holds
        assert joined.tie is None
    with pytest.raises(NotFoundError):
        operations.operation(house.sami, three)


def test_one_thing_alone_is_shown_and_joins_nothing_until_a_person_confirms(house: House) -> None:
    one = incident(house, "host=login.evil.test", f"certificate={CERTIFICATE}")
    incident(house, "host=login.evil.test", f"certificate={CERTIFICATE}")
    three = incident(house, "host=login.evil.test")
    assert len(groups(house.sami)) == 1
    near = operations.operation(house.sami, one).near
    assert {three} == {name for each in near for name in (each.link.one, each.link.other)} - {
        each.id for each in operations.operation(house.sami, one).shown.incidents
    }
    operations.tie(house.sami, three, one, TieKind.CONFIRMED, "The same letter on paper")
    assert any(three in group and one in group for group in groups(house.dana))
    tied = [each.tie for each in operations.operation(house.sami, three).joined if each.tie]
    assert [(each.kind, each.by) for each in tied] == [(TieKind.CONFIRMED, "p-sami")]


def test_a_person_cuts_what_was_joined_and_takes_it_back(house: House) -> None:
    one, two = (incident(house, "host=login.evil.test", f"certificate={CERTIFICATE}") for _ in range(2))
    operations.tie(house.sami, one, two, TieKind.CUT, "Only the hoster is the same")
    assert groups(house.sami) == set()
    operations.untie(house.dana, two, one)
    assert groups(house.sami) == {frozenset({one, two})}
    with pytest.raises(InputError, match="nothing was said"):
        operations.untie(house.dana, two, one)
    with pytest.raises(InputError, match="no reason"):
        operations.tie(house.dana, two, one, TieKind.CUT, " ")
    with pytest.raises(InputError, match="itself"):
        operations.tie(house.dana, one, one, TieKind.CUT, "x")


def test_a_bystander_links_nothing_and_is_refused(house: House) -> None:
    for wrong in ("host=bit.ly", "host=docs.google.com", "domain=gmail.com"):
        with pytest.raises(InputError, match="links nothing"):
            incident(house, wrong)
    with pytest.raises(InputError, match="nothing that can be told"):
        incident(house, "lure=x")


def test_what_is_beyond_ones_clearance_is_not_compared(house: House) -> None:
    facts = ("host=login.evil.test", f"certificate={CERTIFICATE}")
    one, secret = incident(house, *facts), incident(house, *facts, tlp=Tlp.RED)
    less = house.as_("p-noor", Role.ANALYST, clearance=MEMBER)
    assert groups(house.dana) == {frozenset({one, secret})}
    assert groups(less) == set()
    for tried in (
        lambda: operations.operation(less, secret),
        lambda: operations.tie(less, one, secret, TieKind.CUT, "x"),
        lambda: operations.untie(less, one, secret),
        lambda: operations.tell_fact(less, secret, FeatureKind.HOST, "a.test", "x"),
    ):
        with pytest.raises(NotFoundError):
            tried()


def test_a_fact_is_taken_back_and_links_nothing_any_more(house: House) -> None:
    one, two = (incident(house, "host=login.evil.test", f"certificate={CERTIFICATE}") for _ in range(2))
    assert groups(house.dana) == {frozenset((one, two))}
    told = operations.facts(house.dana, two)
    assert [(each.item.kind, each.value, each.source) for each in told] == [
        (FeatureKind.HOST, "login.evil.test", "a sandbox"), (FeatureKind.CERTIFICATE, CERTIFICATE, "a sandbox"),
    ]  # fmt: skip
    for each in told:
        operations.take_fact_back(house.dana, two, each.item.seq, "The sandbox looked at another page")
    assert operations.facts(house.dana, two) == ()
    assert groups(house.dana) == set()
    for incident_, seq, reason in ((two, told[0].item.seq, "x"), (one, told[0].item.seq, "x"), (one, 0, "x")):
        with pytest.raises(InputError, match="tells no fact"):
            operations.take_fact_back(house.dana, incident_, seq, reason)
    with pytest.raises(InputError, match="no reason"):
        operations.take_fact_back(house.dana, one, operations.facts(house.dana, one)[0].item.seq, " ")


@pytest.mark.parametrize(("kind", "value"), [("file", "zz"), ("as", "Some Networks"), ("certificate", "")])
def test_what_is_none_of_its_kind_is_not_told(house: House, kind: str, value: str) -> None:
    with pytest.raises(InputError, match="none of this kind"):
        incident(house, f"{kind}={value}")


def test_mail_and_alerts_of_incidents_are_compared_what_was_dismissed_is_not(house: House) -> None:
    """Mail that was judged as a whole, by the house's own checks."""
    engine = Judge(make_engine())
    raws = [
        message(
            sender="Desk <desk@evil.test>", subject=f"BAD {number}", message_id=f"<{number}@evil.test>",
            headers=[("Reply-To", "Desk <answers@gmail.com>")], text=f"Dear {number}",
            links=[("here", "https://login.evil.test/a/b.php")],
        ).raw
        for number in range(3)
    ]  # fmt: skip
    judged = [one.message or "" for one in submission.submit(house.sami, engine, raws)]
    opened = [incidents.open_incident(house.dana, "A mail", [one]) for one in judged]
    shown = operations.operation(house.sami, opened[0])
    assert [one.id for one in shown.shown.incidents] == opened
    kinds = {reason.kind for one in shown.joined for reason in one.link.reasons if reason.weight > 0}
    assert kinds & {FeatureKind.HOST, FeatureKind.DOMAIN}
    assert FeatureKind.MAILBOX in kinds
    correct(house.dana, [judged[2]], Class.CLEAN)
    assert groups(house.sami) == {frozenset(opened[:2])}, "mail that turned out to be good shows nothing of an attacker"


def test_an_incident_of_the_influence_track_is_opened_by_a_person_and_has_a_trend_of_its_own(house: House) -> None:
    incident(house, "host=login.evil.test")
    for _ in range(2):
        incidents.open_incident(house.dana, "Forged posts in our name", track=Track.INFLUENCE)
    found = {one.track: one.trend for one in operations.operations(house.sami).tracks}
    cyber, influence = found[Track.CYBER], found[Track.INFLUENCE]
    assert cyber
    assert influence
    assert (cyber.after, influence.after) == (1, 2)
    assert influence.high is None, "of so few nothing is known"


def test_an_operation_of_many_incidents_is_explained_in_time(house: House) -> None:
    """Each incident by one that came before it, the strongest link of those that share what weighs most."""
    several = [
        incident(house, f"host=h{n // 4}.test", f"certificate={(n + 1) // 4:064d}", f"file={(n + 3) // 4:064d}")
        for n in range(12)
    ]
    known = world(access._granted(house.sami, Right.ATTRIBUTE))
    (found,) = known.operations()
    assert set(found.incidents) == set(several)
    joined = list(operations._joined(found, known))
    assert len(joined) == len(several) - 1
    for one in joined:
        later = max(one.link.one, one.link.other, key=found.incidents.index)
        earlier = found.incidents[: found.incidents.index(later)]
        assert one.link.weight == max(known.link(later, other).weight for other in earlier)
