"""What an incident tells of attempts."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from msgspec.structs import replace
from tests.fixtures.activities import WHEN, GivenLogs, alert_about, sign_in
from tests.fixtures.actors import House
from tests.fixtures.attack import DOMAIN, HOST, befall
from tests.fixtures.events import draft

from tocsin.app import accounts, evidence, incidents, outcomes
from tocsin.identify.outcome.compare import shared
from tocsin.identify.outcome.lines import key
from tocsin.model import event as e
from tocsin.model.activity import Act, Activity, Coverage, Reason, Status
from tocsin.model.error import InputError, NotFoundError
from tocsin.model.outcome import Attempt, Did, Outcome, Side, Stage, StageState, State, Way
from tocsin.model.people import Role, Tlp
from tocsin.model.verdict import Danger


def test_a_message_is_an_attempt_on_each_person_who_received_it(house: House) -> None:
    known = outcomes.attempts(house.dana, befall(house))
    (attempt,) = known.attempts
    assert attempt.id == "m-attack/p-dana"
    assert attempt.person.startswith("dana")
    assert (attempt.way, attempt.sender) == (Way.CREDENTIALS, f"mira@{DOMAIN}")
    assert HOST in attempt.hosts
    assert DOMAIN not in attempt.hosts, "the sender's own domain is no page that anybody opens"
    assert (known.tlp, known.sealed) == (Tlp.CLEAR, 0)
    assert known.told == ()


def test_what_people_said_of_it_comes_with_it(house: House) -> None:
    incident = befall(house)
    with house.store.write("harbour") as writer:
        writer.append(
            draft(e.SafetyAsked("q-1", "p-dana", "mail", "m-attack")),
            draft(e.ClickReported("p-dana", Danger.CREDENTIALS, "m-attack", click="c-1")),
            draft(e.ClickReported("p-dana", Danger.FILE, "m-attack", click="c-2")),
            draft(e.ClickReported("p-noor", Danger.CODE, "m-attack", click="c-3")),
        )
    told = outcomes.attempts(house.dana, incident).told
    assert [one.did for one in told] == [Did.REPORTED, Did.GAVE, Did.CLICKED]
    assert {one.attempt for one in told} == {"m-attack/p-dana"}


def test_who_is_not_cleared_learns_nothing(house: House) -> None:
    incident = befall(house, Tlp.RED)
    cleared_less = house.as_("p-sami", *house.sami.actor.roles, clearance=Tlp.GREEN)
    with pytest.raises(NotFoundError):
        outcomes.attempts(cleared_less, incident)
    with pytest.raises(NotFoundError):
        outcomes.attempts(house.dana, "incident-none")


DANA, SAMI = "dana@harbour.example", "sami@harbour.example"
EVIL = "203.0.113.7"
URL = "https://sign-in.bad.test/x"


def raised(house: House, *several: Sequence[Activity]) -> str:
    """An incident of nothing but alerts, each on some lines."""
    logs = GivenLogs([line for lines in several for line in lines], [alert_about(*lines) for lines in several])
    taken = accounts.take_in(house.sami, logs)
    return incidents.open_incident(house.sami, "Somebody in Dana's account", alerts=taken.alerts)


def attempted(house: House, *several: Sequence[Activity]) -> Attempt:
    (attempt,) = outcomes.attempts(house.sami, raised(house, *several)).attempts
    return attempt


def act(kind: Act, minutes: float, **fields: object) -> Activity:
    return replace(sign_in(DANA, minutes), act=kind, id=f"{kind}-{minutes}", **fields)


def test_an_alert_alone_claims_no_message_and_no_click(house: House) -> None:
    lines = [sign_in(DANA, 5, ip=EVIL), act(Act.RULE_MADE, 9, ip=EVIL), act(Act.MAIL_SENT, 10, message="<out@x.test>")]
    incident = raised(house, lines)
    (attempt,) = outcomes.attempts(house.sami, incident).attempts
    assert (attempt.way, attempt.message, attempt.urls) == (Way.GUESSING, "", ())
    stages = outcomes.outcome(house.sami, incident).chain
    assert not {Stage.DELIVERED, Stage.SEEN, Stage.CLICKED, Stage.CREDENTIAL_GIVEN} & {one.stage for one in stages}
    assert Stage.SESSION in {one.stage for one in stages if one.state is State.REACHED}


def test_an_alert_on_a_click_leads_to_where_it_went(house: House) -> None:
    click = act(Act.LINK_OPENED, 0, object=URL, message="<m1@bad.test>", ip="192.0.2.1")
    attempt = attempted(house, [sign_in(DANA, 5, ip=EVIL)], [click, sign_in(DANA, 6, ip=EVIL)])
    assert (attempt.way, attempt.message) == (Way.CREDENTIALS, "m1@bad.test")
    assert (attempt.urls, attempt.hosts) == ((URL,), ("sign-in.bad.test",))
    assert attempt.sources == (EVIL,), "the click came from the person's own address"


def test_an_alert_on_a_message_alone_leads_to_it(house: House) -> None:
    attempt = attempted(house, [act(Act.MAIL_DELIVERED, 0, message="<m1@bad.test>")])
    assert (attempt.way, attempt.message) == (Way.CREDENTIALS, "m1@bad.test")


def test_an_alert_on_an_app_is_of_its_access(house: House) -> None:
    attempt = attempted(house, [act(Act.CONSENT, 0, app="viewer"), sign_in(DANA, 5)])
    assert (attempt.way, attempt.apps) == (Way.CONSENT, ("viewer",))


class Covered(GivenLogs):
    """Logs of which it is known for which time they can speak."""

    reach: tuple[Coverage, ...] = ()

    def coverage(self) -> Sequence[Coverage]:
        return self.reach


def stopped(house: House, ahead: timedelta = timedelta(), broken: int = 0) -> tuple[outcomes.Known, str]:
    """A password that was tried in vain, and what can be said of it when the log reaches so far."""
    tried = sign_in(DANA, ip=EVIL, status=Status.FAILURE, reason=Reason.WRONG_PASSWORD, password_right=False)
    logs = Covered([sign_in(DANA, -30), tried], [alert_about(tried)])
    ends = house.clock.time + ahead
    names = ("SignInLogs", "NonInteractiveUserSignInLogs")
    logs.reach = tuple(Coverage("entra", name, WHEN - timedelta(days=9), ends, 2, broken) for name in names)
    taken = accounts.take_in(house.sami, logs)
    incident = incidents.open_incident(house.sami, "Guessing", alerts=taken.alerts)
    return outcomes.outcome(house.sami, incident), incident


def state(known: outcomes.Known) -> State:
    return next(one.state for one in known.chain if one.stage is Stage.PASSWORD_ACCEPTED)


def test_it_speaks_for_now_at_the_latest(house: House) -> None:
    known, incident = stopped(house, ahead=timedelta(days=20))
    assert known.as_of <= house.clock.time
    assert state(known) is State.STOPPED
    later = outcomes.outcome(house.sami, incident, house.clock.time + timedelta(days=900))
    assert later.as_of <= house.clock.time


def test_a_log_with_broken_lines_proves_no_stop(house: House) -> None:
    assert state(stopped(house, broken=1)[0]) is State.NOT_OBSERVABLE


def test_a_log_that_is_no_longer_there_proves_no_stop(house: House) -> None:
    known, incident = stopped(house)
    assert state(known) is State.STOPPED
    assert len(accounts.coverage(house.sami)) == 2
    house.clock.time += timedelta(days=91)
    evidence.expire(house.node)
    assert accounts.coverage(house.sami) == ()
    assert outcomes.outcome(house.sami, incident).coverage == ()


def test_a_stated_period_is_kept_with_who_said_so_and_the_stop_says_that_it_is_stated(house: House) -> None:
    tried = sign_in(DANA, ip=EVIL, status=Status.FAILURE, reason=Reason.WRONG_PASSWORD, password_right=False)
    logs = Covered([sign_in(DANA, -30), tried], [alert_about(tried)])
    shown = Coverage("entra", "SignInLogs", WHEN - timedelta(days=9), WHEN, 2)
    stated = replace(shown, ends=house.clock.time - timedelta(hours=2), stated=True)
    background = replace(stated, log="NonInteractiveUserSignInLogs")
    logs.reach = (shown, stated, background)
    taken = accounts.take_in(house.sami, logs)
    assert taken.stated == (stated, background)
    kept = accounts.coverage(house.sami)
    assert len(kept) == 3
    assert all(one in kept for one in (replace(stated, by=house.sami.actor.id), shown))
    incident = incidents.open_incident(house.sami, "Guessing", alerts=taken.alerts)
    known = outcomes.outcome(house.sami, incident)
    assert known.as_of == WHEN, "it speaks for the time of lines"
    (stop,) = (one for one in known.chain if one.state is State.STOPPED)
    assert (stop.stated, stop.until) == (True, stated.ends)
    later = outcomes.outcome(house.sami, incident, house.clock.time)
    assert any(one.state is State.STOPPED for one in later.chain)


def test_what_people_did_in_others_accounts_is_looked_at_too(house: House) -> None:
    lines = [sign_in(DANA, 5, ip=EVIL), replace(act(Act.MAIL_READ, 9, ip=EVIL), person=SAMI, actor=DANA)]
    known = outcomes.outcome(house.sami, raised(house, lines[:1]))
    assert len(known.lines) == 1
    accounts.take_in(house.sami, GivenLogs(lines, []))
    again = outcomes.outcome(house.sami, known.incident)
    assert {one.person for one in again.lines} == {DANA, SAMI}
    assert all(one.person == DANA for one in accounts.mine(house.dana, days=90)), "they see no account but their own"


def test_of_addresses_for_sources_no_log_of_mail_can_tell() -> None:
    read = [
        Coverage(*log, WHEN, WHEN + timedelta(days=9), 9)
        for log in (
            ("entra", "SignInLogs"), ("entra", "AuditLogs"), ("defender", "EmailEvents"),
            ("defender", "UrlClickEvents"), ("m365", "Exchange"), ("google", "gmail"), ("nobody", "knows it"),
        )
    ]  # fmt: skip
    tips = {"tips@harbour.example"}
    for attempt in (
        Attempt("1", "tips@harbour.example", WHEN),
        Attempt("2", DANA, WHEN, also=("tips@harbour.example",)),
    ):
        told = outcomes._may_tell(read, attempt, tips)
        assert [(one.provider, one.log) for one in told] == [
            ("entra", "SignInLogs"), ("entra", "AuditLogs"), ("nobody", "knows it"),
        ]  # fmt: skip
    assert outcomes._may_tell(read, Attempt("3", DANA, WHEN), tips) == read


@pytest.mark.parametrize(
    ("person", "expected"), [(DANA, State.STOPPED), ("tips@harbour.example", State.NOT_OBSERVABLE)]
)
def test_a_session_that_was_ended_in_time_is_not_said_of_an_address_for_sources(
    house: House, person: str, expected: State
) -> None:
    tried = replace(sign_in(person, 5, ip=EVIL), provider="google")
    ended = replace(
        tried, time=WHEN + timedelta(minutes=9), act=Act.SIGN_OUT, actor="admin@harbour.example", ip="", id="e"
    )
    logs = Covered([tried, ended], [alert_about(tried)])
    span = WHEN - timedelta(days=9), house.clock.time, 9
    logs.reach = tuple(
        Coverage("google", log, *span) for log in ("login", "admin", "user_accounts", "token", "drive", "gmail")
    )
    taken = accounts.take_in(house.sami, logs)
    known = outcomes.outcome(house.sami, incidents.open_incident(house.sami, "A session", alerts=taken.alerts))
    assert next(one.state for one in known.chain if one.stage is Stage.DATA_READ) is expected


NEW = "203.0.113.99"


def in_doubt(house: House) -> tuple[str, str]:
    """An incident after whose click somebody got in from a place that is nobody's; and the key of that line."""
    usual = [replace(sign_in(DANA, -60 * 24 * day), id=f"usual-{day}") for day in range(1, 5)]
    click = act(Act.LINK_OPENED, 0, object=URL, message="<m1@bad.test>", ip="192.0.2.1")
    later = replace(sign_in(DANA, 60 * 30, ip=NEW), id="in-doubt")
    taken = accounts.take_in(house.sami, GivenLogs([*usual, click, later], [alert_about(click)]))
    return incidents.open_incident(house.sami, "A click", alerts=taken.alerts), "in-doubt"


def test_of_a_line_in_doubt_the_person_says_whether_it_was_them_and_the_last_word_counts(house: House) -> None:
    incident, line = in_doubt(house)
    before = outcomes.outcome(house.sami, incident)
    assert [one.doubts for one in before.side.outcomes] == [(line,)]
    assert line in {key(one) for one in before.lines}
    outcomes.tell_line(house.sami, incident, line, True)
    mine = outcomes.outcome(house.sami, incident)
    assert [one.doubts for one in mine.side.outcomes] == [()]
    assert {name: one.did for name, one in mine.said.items()} == {line: Did.MINE}
    outcomes.tell_line(house.sami, incident, line, False)
    others = outcomes.outcome(house.sami, incident)
    assert {name: one.did for name, one in others.said.items()} == {line: Did.NOT_MINE}
    assert next(one for one in others.chain if one.stage is Stage.SESSION).said
    assert Stage.SESSION in {one.stage for one in others.chain if one.state is State.REACHED}
    (link,) = [link for one in others.side.outcomes for link in one.links if link.activity == line]
    assert "disowned" in {name for name, _ in link.reasons}
    assert NEW in others.side.outcomes[0].sources


def test_only_lines_that_are_asked_about_take_an_answer(house: House) -> None:
    incident, line = in_doubt(house)
    with pytest.raises(InputError, match="in doubt"):
        outcomes.tell_line(house.sami, incident, "usual-1", True)
    cleared_less = house.as_("p-sami", *house.sami.actor.roles, clearance=Tlp.CLEAR)
    with pytest.raises(NotFoundError):
        outcomes.tell_line(cleared_less, incident, line, True)


def test_what_was_said_of_a_line_names_it_in_the_vault_alone(house: House) -> None:
    incident, line = in_doubt(house)
    outcomes.tell_line(house.sami, incident, line, True)
    with house.store.read("harbour") as reader:
        (told,) = [entry.event for entry in reader.log.read(0) if isinstance(entry.event, e.LineTold)]
    assert (told.incident, told.was_them) == (incident, True)
    assert line.encode() not in msgspec.json.encode(told)


def test_what_was_said_of_a_line_goes_with_what_is_known_of_its_person(house: House) -> None:
    incident, line = in_doubt(house)
    outcomes.tell_line(house.sami, incident, line, True)
    assert set(outcomes.outcome(house.sami, incident).said) == {line}
    evidence.erase(house.as_("p-dana", Role.LEAD, Role.ADMIN), "p-dana", e.Ground.REQUEST)
    assert outcomes.outcome(house.sami, incident).said == {}


ENCODED = base64.b64encode(b"dana@harbour.example").decode()


def test_what_is_given_to_compare_names_nobody_in_any_part() -> None:
    when = datetime(2026, 3, 1, 8, tzinfo=UTC)
    attempt = Attempt(
        "mail-1/dana", "dana@harbour.example", when, also=("d.osman",), message="1.dana=harbour.example@evil.test",
        sender="bounce+dana=harbour.example@evil.test",
        urls=(
            "https://evil.test/login?user=dana@harbour.example", f"https://evil.test/{ENCODED}/x",
            "https://evil.test/dana%40harbour.example",
        ),
        hosts=("evil.test", "dana.evil.test"),
    )  # fmt: skip
    state = StageState(Stage.DELIVERED, State.REACHED, events=("281/dana@harbour.example",))
    side = Side("Harbour", (attempt,), (Outcome("mail-1/dana", "dana@harbour.example", (state,), when),))
    told = outcomes.unnamed(side)
    assert "dana" not in repr(told)
    assert ENCODED not in repr(told)
    (kept,) = told.attempts
    assert (kept.urls, kept.hosts) == (("https://evil.test/login",), ("evil.test",))
    (judged,) = told.outcomes
    assert [(one.stage, one.state, one.events) for one in judged.stages] == [(Stage.DELIVERED, State.REACHED, ())]
    found = {(one.kind, one.value) for one in shared(side, told)}
    assert found == {("url", "https://evil.test/login"), ("host", "evil.test")}, "it is still found to be the same"
