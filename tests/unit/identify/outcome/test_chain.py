from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace
from tests.unit.identify.outcome.made import (
    AS_OF,
    ATTEMPT,
    EVIL,
    HOME,
    LOGS,
    PERSON,
    at,
    clicked,
    covered,
    delivered,
    judged,
    line,
    read_mail,
    sign_in,
    stage,
    usual,
)

from tocsin.identify.outcome import chain
from tocsin.identify.outcome.lines import Lines
from tocsin.identify.outcome.logs import Reach
from tocsin.model.activity import Act, Coverage, Reason, Status
from tocsin.model.outcome import Did, Outcome, Stage, State, Told, Way


def shape(outcome: Outcome) -> str:
    """R, S or - for each stage; r where it was inferred."""
    letters = {State.REACHED: "R", State.STOPPED: "S", State.NOT_OBSERVABLE: "-"}
    return "".join("r" if one.inferred else letters[one.state] for one in outcome.stages)


def test_nothing_is_known_without_logs() -> None:
    outcome = judged(coverage=())
    assert shape(outcome) == "-" * 11
    assert stage(outcome, Stage.SESSION).settles[:1] == ("entra-sign-in",)


def test_silence_in_a_log_that_was_read_is_no_stop() -> None:
    outcome = judged()
    assert shape(outcome) == "-" * 11
    assert stage(outcome, Stage.SESSION).settles == ()


def test_a_session_says_all_before_it() -> None:
    outcome = judged(sign_in(33, password_right=True, factor="sms"), clicked())
    assert shape(outcome) == "rrRrRrRR---"
    assert stage(outcome, Stage.SECOND_FACTOR).means == "sms"
    assert outcome.sources == (EVIL,)


@pytest.mark.parametrize(
    ("reason", "fields", "where", "control"),
    [
        (Reason.WRONG_PASSWORD, {}, Stage.PASSWORD_ACCEPTED, "password-wrong"),
        (Reason.LOCKED, {}, Stage.PASSWORD_ACCEPTED, "lockout"),
        (Reason.STOPPED, {}, Stage.PASSWORD_ACCEPTED, "account-suspended"),
        (Reason.STOPPED, {"password_right": True}, Stage.SESSION, "suspended-in-time"),
        (Reason.FACTOR_DENIED, {}, Stage.SECOND_FACTOR, "factor-denied"),
        (Reason.FACTOR_MISSING, {"factor": "push"}, Stage.SECOND_FACTOR, "factor-missing"),
        (Reason.FACTOR_WRONG, {"factor": "code"}, Stage.SECOND_FACTOR, "factor-wrong"),
        (Reason.FACTOR_WRONG, {"factor": "push"}, Stage.SECOND_FACTOR, "number-matching"),
        (Reason.FACTOR_MISSING, {"factor": "passkey"}, Stage.SECOND_FACTOR, "passkey"),
        (Reason.POLICY, {"password_right": True}, Stage.SESSION, "access-policy"),
        (Reason.RISK, {}, Stage.SESSION, "risk-block"),
        (Reason.PROTOCOL, {}, Stage.SESSION, "legacy-off"),
    ],
)
def test_a_control_says_that_it_stopped_the_sign_in(
    reason: Reason, fields: dict[str, Any], where: Stage, control: str
) -> None:
    outcome = judged(clicked(), sign_in(33, reason=reason, **fields))
    stopped = chain.stop(outcome)
    assert stopped is not None
    assert (stopped.stage, stopped.control) == (where, control)
    assert stopped.until == AS_OF
    assert stopped.events == ("entra-sign-in-33",)
    behind = outcome.stages[outcome.stages.index(stopped) + 1 :]
    assert {(one.state, one.settles) for one in behind} == {(State.NOT_OBSERVABLE, ())}


def test_a_failure_without_a_known_cause_stops_nothing() -> None:
    assert shape(judged(clicked(), sign_in(33, reason=Reason.OTHER))) == "rrR-R------"


def test_what_failed_first_and_worked_later_was_reached() -> None:
    denied = [sign_in(33 + n, reason=Reason.FACTOR_DENIED, factor="push") for n in range(3)]
    outcome = judged(clicked(), *denied, sign_in(50, factor="push"))
    assert stage(outcome, Stage.SECOND_FACTOR).state is State.REACHED
    assert chain.stop(outcome) is None


@pytest.mark.parametrize("days", [0.1, 3.0, 4.9])
def test_a_stop_is_not_said_where_the_log_ends_too_early(days: float) -> None:
    coverage = [*covered(LOGS[1:]), *covered(LOGS[:1], days)]
    outcome = judged(clicked(), sign_in(33, reason=Reason.FACTOR_DENIED), coverage=coverage)
    assert stage(outcome, Stage.SECOND_FACTOR).state is State.NOT_OBSERVABLE
    assert stage(outcome, Stage.SECOND_FACTOR).events == ("entra-sign-in-33",)
    assert stage(outcome, Stage.SECOND_FACTOR).settles == ("entra-sign-in",)
    assert stage(outcome, Stage.PASSWORD_ACCEPTED).state is State.REACHED


def test_a_stop_is_not_said_where_a_day_is_missing() -> None:
    first, rest = covered(LOGS[:1])[0], covered(LOGS[1:])
    before = type(first)(first.provider, first.log, first.begins, at(60 * 24), 10)
    after = type(first)(first.provider, first.log, at(60 * 50), first.ends, 10)
    lines = clicked(), sign_in(33, reason=Reason.FACTOR_DENIED)
    assert chain.stop(judged(*lines, coverage=[before, after, *rest])) is None
    near = type(first)(first.provider, first.log, at(60 * 47), first.ends, 10)
    assert chain.stop(judged(*lines, coverage=[before, near, *rest])) is not None


@pytest.mark.parametrize(
    ("begins", "ends", "is_said"),
    [(-10_000, 20_000, False), (100, 200, False), (1500, 2000, False), (7200, 7300, False), (-10_000, -2000, True)],
)
def test_a_stop_is_not_said_where_lines_are_broken_whatever_other_files_have(
    begins: float, ends: float, *, is_said: bool
) -> None:
    broken = Coverage(*LOGS[0], at(begins), at(ends), 10, 1)
    lines = clicked(), sign_in(33, reason=Reason.FACTOR_DENIED)
    outcome = judged(*lines, coverage=[*covered(), broken])
    assert (chain.stop(outcome) is not None) is is_said
    if not is_said:
        assert stage(outcome, Stage.SECOND_FACTOR).settles == ("entra-sign-in",)


def stated(hours: float = 24 * 6, broken: int = 0) -> Coverage:
    """The sign-ins, of which somebody says that they were exported until so many hours after the message."""
    return Coverage(*LOGS[0], at(-10_000), at(60 * hours), 10, broken, stated=True)


def test_silence_in_an_export_is_silence_where_somebody_states_what_it_covers() -> None:
    lines = clicked(), sign_in(33, reason=Reason.FACTOR_DENIED)
    short, rest = covered(LOGS[:1], 0.1), covered(LOGS[1:])
    assert chain.stop(judged(*lines, coverage=[*short, *rest])) is None
    stop = chain.stop(judged(*lines, coverage=[*short, *rest, stated()]))
    assert stop is not None
    assert (stop.control, stop.until, stop.stated) == ("factor-denied", AS_OF, True)
    assert chain.stop(judged(*lines, coverage=[*short, *rest, stated(24 * 4.9)])) is None


def test_what_lines_show_is_not_said_to_be_stated() -> None:
    lines = clicked(), sign_in(33, reason=Reason.FACTOR_DENIED)
    stop = chain.stop(judged(*lines, coverage=[*covered(), stated(24 * 3)]))
    assert stop is not None
    assert not stop.stated
    later = chain.stop(judged(*lines, coverage=[*covered(LOGS[:1], 5.5), *covered(LOGS[1:]), stated()]))
    assert later is not None
    assert (later.until, later.stated) == (AS_OF, True), "the last half day is stated"


def test_a_statement_that_was_not_believed_proves_nothing_and_breaks_nothing() -> None:
    lines = clicked(), sign_in(33, reason=Reason.FACTOR_DENIED)
    refused = stated(broken=1)
    assert chain.stop(judged(*lines, coverage=[*covered(LOGS[:1], 0.1), *covered(LOGS[1:]), refused])) is None
    stop = chain.stop(judged(*lines, coverage=[*covered(), refused]))
    assert stop is not None
    assert not stop.stated


def test_a_statement_does_not_mend_broken_lines() -> None:
    broken = Coverage(*LOGS[0], at(-10_000), at(20_000), 10, 1)
    lines = clicked(), sign_in(33, reason=Reason.FACTOR_DENIED)
    assert chain.stop(judged(*lines, coverage=[*covered(LOGS[1:]), broken, stated()])) is None


def test_that_nobody_clicked_is_never_taken_from_a_statement() -> None:
    """It would say whose a line is, and lines alone say that."""
    clicks = Coverage(*LOGS[-1], at(-10_000), at(60 * 24 * 6), 10, stated=True)
    lines = [sign_in(33)]
    without = judged(*lines, coverage=covered(LOGS[:-1]))
    assert judged(*lines, coverage=[*covered(LOGS[:-1]), clicks]).links == without.links
    assert judged(*lines).links != without.links


def test_broken_lines_of_another_log_take_nothing_from_a_sign_in() -> None:
    broken = Coverage(*LOGS[2], at(-10_000), at(20_000), 10, 1)
    lines = clicked(), sign_in(33, reason=Reason.FACTOR_DENIED)
    assert chain.stop(judged(*lines, coverage=[*covered(), broken])) is not None


def test_whoever_got_in_from_nowhere_is_a_doubt() -> None:
    lines = clicked(), sign_in(33, reason=Reason.FACTOR_DENIED)
    outcome = judged(*lines, sign_in(900, "", country=""))
    assert chain.stop(outcome) is None
    assert outcome.doubts == ("entra-sign-in-900",)


@pytest.mark.parametrize("reason", [Reason.WRONG_PASSWORD, Reason.FACTOR_DENIED, Reason.POLICY])
def test_sign_ins_in_the_background_stand_in_a_log_of_their_own(reason: Reason) -> None:
    """An old protocol of mail asks for a password alone, and is not in the log of those who were asked for more."""
    lines = clicked(), sign_in(33, reason=reason)
    outcome = judged(*lines, coverage=[*covered(LOGS[:1]), *covered(LOGS[2:])])
    assert chain.stop(outcome) is None
    assert "entra-sign-in-background" in {log for state in outcome.stages for log in state.settles}
    token = line(Act.TOKEN, 90, ip=EVIL, log="NonInteractiveUserSignInLogs", protocol="smtp")
    assert stage(judged(*lines, token), Stage.SESSION).state is State.REACHED


def test_another_door_that_was_not_looked_at_may_have_been_open() -> None:
    lines = clicked(), sign_in(33, reason=Reason.FACTOR_DENIED, provider="okta", log="")
    okta = covered([("okta", "")])
    assert chain.stop(judged(*lines, coverage=okta)) is not None
    assert chain.stop(judged(*lines, coverage=[*okta, *covered([("m365", "Exchange")])])) is None


def test_a_filter_stops_delivery() -> None:
    outcome = judged(delivered(status=Status.FAILURE))
    assert shape(outcome) == "S----------"
    released = judged(delivered(status=Status.FAILURE, id="q"), delivered(id="released"))
    assert shape(released) == "R----------"


def test_a_blocked_click_stops_the_giving_but_only_if_no_click_went_through() -> None:
    blocked = clicked(status=Status.FAILURE)
    assert shape(judged(blocked)) == "rrRS-------"
    assert shape(judged(blocked, clicked(35))) == "rrR--------"
    assert shape(judged(blocked, coverage=covered(LOGS[:-1]))) == "rrR--------"


def test_who_recognises_and_reports_has_stopped_it_unless_they_clicked() -> None:
    told = [Told("e-1", "m-1", Did.REPORTED, at(20))]
    assert shape(judged(told=told)) == "rRS--------"
    assert shape(judged(clicked(), told=told)) == "rRR--------"
    no_clicks = covered([log for log in LOGS if log[1] != "clicks"])
    assert stage(judged(told=told, coverage=no_clicks), Stage.CLICKED).settles == ("defender-clicks", "gateway")
    assert shape(judged(told=[Told("e-1", "another", Did.REPORTED, at(20))])) == "-" * 11


@pytest.mark.parametrize(("log", "expected"), [("gmail", State.STOPPED), ("email-search", State.NOT_OBSERVABLE)])
def test_a_search_for_mail_tells_of_no_click_and_so_proves_none(log: str, expected: State) -> None:
    told = [Told("e-1", "m-1", Did.REPORTED, at(20))]
    lines = [replace(one, provider="google") for one in (*usual(), delivered(log=log))]
    reach = Reach(covered([("google", "login"), ("google", log)]))
    outcome = chain.judge(ATTEMPT, Lines(lines), reach, told, as_of=AS_OF)
    assert stage(outcome, Stage.DELIVERED).state is State.REACHED
    clicks = stage(outcome, Stage.CLICKED)
    assert (clicks.state, clicks.settles) == (expected, () if expected is State.STOPPED else ("gmail-log", "gateway"))


def test_a_password_changed_before_the_attacker_came() -> None:
    changed = line(Act.PASSWORD_CHANGED, 40, log="AuditLogs", ip=HOME)
    outcome = judged(clicked(), changed, sign_in(90, reason=Reason.WRONG_PASSWORD))
    assert stage(outcome, Stage.PASSWORD_ACCEPTED).control == "password-changed"


def test_a_session_that_was_ended_in_time() -> None:
    ended = line(Act.SIGN_OUT, 60, log="AuditLogs", actor="admin@harbour.example")
    lines = [clicked(), sign_in(33, factor="sms"), ended]
    stopped = chain.stop(judged(*lines))
    assert stopped is not None
    assert (stopped.stage, stopped.control) == (Stage.DATA_READ, "session-revoked")
    stopped = chain.stop(judged(*lines, read_mail(40, EVIL)))
    assert stopped is not None
    assert stopped.stage is Stage.DATA_OUT
    assert chain.stop(judged(*lines, coverage=covered(LOGS[:2]))) is None


def test_reading_is_not_stopped_where_no_log_tells_of_reading() -> None:
    """A licence without MailItemsAccessed says nothing of what was read."""
    ended = line(Act.SIGN_OUT, 60, log="AuditLogs", actor="admin@harbour.example")
    lines = Lines([sign_in(-day * 1440, HOME) for day in range(1, 9)] + [clicked(), sign_in(33), ended])
    outcome = chain.judge(ATTEMPT, lines, Reach(covered()), as_of=AS_OF)
    assert stage(outcome, Stage.DATA_READ).state is State.NOT_OBSERVABLE
    assert stage(outcome, Stage.DATA_READ).settles == ("m365-mailboxes",)


def test_what_was_done_in_the_account() -> None:
    theirs = [
        clicked(), sign_in(33, factor="sms"), line(Act.RULE_MADE, 50, "m365", ip=EVIL), read_mail(55, EVIL),
        line(Act.DOWNLOADED, 70, "m365", ip=EVIL), read_mail(56, HOME),
    ]  # fmt: skip
    outcome = judged(*theirs)
    assert shape(outcome) == "rrRrRrRRRRR"
    assert stage(outcome, Stage.DATA_READ).events == ("m365-mail-read-55",)


def test_data_read_needs_no_way_back() -> None:
    assert shape(judged(clicked(), read_mail(40, EVIL, session="s-9"))) == "rrRrrrrr-R-"


@pytest.mark.parametrize(
    ("act", "where", "control"),
    [
        (Act.FORWARDING_SET, Stage.PERSISTENCE, "forwarding-blocked"),
        (Act.FACTOR_ADDED, Stage.PERSISTENCE, "change-policy"),
        (Act.DOWNLOADED, Stage.DATA_OUT, "download-blocked"),
        (Act.FILE_READ, Stage.DATA_READ, "read-policy"),
    ],
)
def test_a_policy_stops_what_is_done_in_the_account(act: Act, where: Stage, control: str) -> None:
    refused = line(act, 60, "m365", ip=EVIL, status=Status.FAILURE, reason=Reason.POLICY)
    outcome = judged(clicked(), sign_in(33), refused)
    assert (stage(outcome, where).state, stage(outcome, where).control) == (State.STOPPED, control)


def test_the_persons_own_sign_in_is_not_the_attackers() -> None:
    assert shape(judged(clicked(), sign_in(32, HOME, device="laptop"))) == "rrR--------"


def test_the_order_of_lines_does_not_matter_nor_that_one_comes_twice() -> None:
    lines = [clicked(), sign_in(33, factor="sms"), read_mail(40, EVIL), delivered()]
    assert judged(*lines) == judged(*reversed(lines), *lines)


def test_the_furthest_stage_and_the_weakest_link() -> None:
    outcome = judged(clicked(), sign_in(33))
    last = chain.furthest(outcome)
    assert last is not None
    assert last.stage is Stage.SESSION
    assert chain.weakest(outcome) is not None
    assert chain.furthest(judged()) is None
    assert outcome.person == PERSON


def test_a_log_may_end_a_day_before_the_time_that_is_spoken_of() -> None:
    lines = clicked(), sign_in(33, reason=Reason.FACTOR_DENIED)
    assert chain.stop(judged(*lines, as_of=AS_OF + timedelta(hours=23))) is not None
    assert chain.stop(judged(*lines, as_of=AS_OF + timedelta(hours=25))) is None


def test_who_got_in_although_the_message_was_held_back_came_by_another_way() -> None:
    outcome = judged(delivered(status=Status.FAILURE), sign_in(33, reason=Reason.FACTOR_DENIED), sign_in(50))
    assert shape(outcome) == "S---RRRR---"
    assert chain.stop(outcome) is None
    assert shape(judged(delivered(status=Status.FAILURE), clicked(), sign_in(33))) == "rrRrRrRR---"


@pytest.mark.parametrize("fields", [{"ip": HOME}, {"country": "NL", "agent": "Firefox"}, {"device": "laptop"}])
def test_no_stop_of_sign_ins_is_said_where_the_person_disowns_one_that_got_in(fields: dict[str, Any]) -> None:
    refused, theirs = sign_in(33, reason=Reason.FACTOR_DENIED), sign_in(500, **fields)
    told = [Told("entry-1", ATTEMPT.id, Did.NOT_MINE, at(500), theirs.id)]
    lines = [*usual(), delivered(), clicked(), refused, theirs, sign_in(900, **(fields | {"device": "laptop"}))]
    outcome = chain.judge(ATTEMPT, Lines(lines), Reach(covered()), told, as_of=AS_OF)
    assert stage(outcome, Stage.SESSION).state is State.REACHED
    assert chain.stop(outcome) is None


def test_a_wrong_password_stopped_nobody_whom_a_policy_stopped_later() -> None:
    """Of the later line nobody knows whether the password was right by then."""
    wrong, refused = sign_in(33, reason=Reason.WRONG_PASSWORD), sign_in(45, reason=Reason.POLICY)
    assert stage(judged(clicked(), wrong), Stage.PASSWORD_ACCEPTED).control == "password-wrong"
    outcome = judged(clicked(), wrong, refused)
    assert stage(outcome, Stage.PASSWORD_ACCEPTED).state is State.NOT_OBSERVABLE
    assert stage(outcome, Stage.SESSION).control == "access-policy"
    first_refused = judged(clicked(), sign_in(31, reason=Reason.POLICY), wrong)
    assert stage(first_refused, Stage.PASSWORD_ACCEPTED).control == "password-wrong"


def test_access_for_an_app_is_settled_by_the_log_of_such_access() -> None:
    consent = replace(ATTEMPT, way=Way.CONSENT)
    refused = sign_in(33, HOME, Reason.POLICY, detail="90094", app_name="Viewer")
    outcome = judged(clicked(), refused, attempt=consent)
    assert shape(outcome) == "rrRS--"
    assert stage(outcome, Stage.PERSISTENCE).control == "consent-policy"
    unread = covered([log for log in LOGS if log[1] != "AuditLogs"])
    unknown = stage(judged(clicked(), refused, attempt=consent, coverage=unread), Stage.PERSISTENCE)
    assert (unknown.state, unknown.settles) == (State.NOT_OBSERVABLE, ("entra-audit",))
    given = line(Act.CONSENT, 33, ip=HOME, object="Viewer", scopes=("Mail.Read",))
    assert shape(judged(clicked(), given, attempt=consent)) == "rrRR--"


@pytest.mark.parametrize(("hours", "expected"), [(6, State.STOPPED), (1, State.NOT_OBSERVABLE)])
def test_a_stop_is_not_said_where_a_log_ends_before_the_control_was_at_work(hours: float, expected: State) -> None:
    """It would be known to have held until before it began."""
    ended = line(Act.SIGN_OUT, 60 * 5, log="AuditLogs", actor="admin@harbour.example", ip="192.0.2.250")
    coverage = [*covered(LOGS[1:]), *covered(LOGS[:1], days=hours / 24)]
    outcome = judged(clicked(), sign_in(33), ended, coverage=coverage, as_of=at(7 * 60))
    assert stage(outcome, Stage.DATA_READ).state is expected


def test_what_rests_on_an_answer_says_so_and_what_does_not_does_not() -> None:
    lines = clicked(), sign_in(33, reason=Reason.FACTOR_DENIED), sign_in(3_000, "198.18.0.9", country="NL")
    told = [Told("entry-1", ATTEMPT.id, Did.MINE, at(5_000), "entra-sign-in-3000")]
    assert stage(judged(*lines), Stage.SECOND_FACTOR).state is State.NOT_OBSERVABLE
    answered = judged(*lines, told=told)
    assert stage(answered, Stage.SECOND_FACTOR).state is State.STOPPED
    assert stage(answered, Stage.SECOND_FACTOR).said
    assert not stage(answered, Stage.CLICKED).said
    theirs = judged(*lines, told=[Told("entry-1", ATTEMPT.id, Did.NOT_MINE, at(5_000), "entra-sign-in-3000")])
    assert stage(theirs, Stage.SESSION).state is State.REACHED
    assert stage(theirs, Stage.SESSION).said


def test_an_answer_that_lines_speak_against_proves_no_stop_and_no_session() -> None:
    """The person says yes to the attacker's sign-in, and no to a try from the same address."""
    tried, got_in = sign_in(2_900, reason=Reason.WRONG_PASSWORD), sign_in(3_000, country="NL")
    told = [
        Told("entry-1", ATTEMPT.id, Did.NOT_MINE, at(5_000), "entra-sign-in-2900"),
        Told("entry-2", ATTEMPT.id, Did.MINE, at(5_000), "entra-sign-in-3000"),
    ]
    outcome = judged(clicked(), tried, got_in, told=told)
    assert outcome.contradicted == outcome.doubts == ("entra-sign-in-3000",)
    assert not [one for one in outcome.stages if one.state is State.STOPPED]
    assert stage(outcome, Stage.SESSION).state is State.NOT_OBSERVABLE
    assert judged(clicked(), tried, got_in, told=told[1:]).contradicted == ()
