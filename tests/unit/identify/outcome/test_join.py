from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from tests.unit.identify.outcome.made import (
    ATTEMPT,
    EVIL,
    HOME,
    PERSON,
    URL,
    at,
    clicked,
    line,
    read_mail,
    sign_in,
    usual,
)

from tocsin.identify.outcome.join import Found, join
from tocsin.identify.outcome.lines import Lines
from tocsin.identify.outcome.reasons import REASONS, START, grade
from tocsin.identify.outcome.weighing import WINDOW
from tocsin.model.activity import Act, Activity, Reason
from tocsin.model.outcome import Attempt, Did, Grade, Link, Told, Way


def found(*lines: Activity, attempt: Attempt = ATTEMPT, are_clicks_known: bool = False) -> Found:
    return join(attempt, Lines([*usual(), *lines]), are_clicks_known=are_clicks_known)


def link(result: Found, minutes: float, act: Act = Act.SIGN_IN, provider: str = "entra") -> Link | None:
    return next((one for one in result.links if one.activity == f"{provider}-{act}-{minutes}"), None)


def reasons(one: Link | None) -> set[str]:
    assert one is not None
    return {name for name, _ in one.reasons}


def test_a_proxy_sign_in_minutes_after_the_click_is_linked() -> None:
    one = link(found(clicked(), sign_in(33)), 33)
    assert one is not None
    assert one.grade in (Grade.GOOD, Grade.STRONG)
    assert {"minutes-after-click", "new-network", "new-country", "elsewhere-than-click", START} == reasons(one)
    assert one.weight == pytest.approx(sum(REASONS[name].weight for name in reasons(one)))


@pytest.mark.parametrize(
    "own",
    [
        {"ip": HOME},
        {"ip": "198.18.0.9", "device": "laptop"},
        {"ip": HOME, "device": "laptop", "agent": "Firefox"},
    ],
)
def test_the_persons_own_sign_in_minutes_after_the_click_is_not(own: dict[str, Any]) -> None:
    result = found(clicked(), sign_in(33, **own))
    assert result.theirs == []
    assert result.doubts == []


def test_who_clicks_from_a_new_place_signs_in_from_there_too() -> None:
    hotel = "198.18.0.7"
    result = found(clicked(ip=hotel), sign_in(33, hotel))
    assert result.theirs == []
    assert result.doubts == []


def test_an_address_at_which_the_persons_device_was_is_theirs_in_logs_without_devices_too() -> None:
    hotel = "198.18.0.7"
    lines = sign_in(20, hotel, device="laptop"), sign_in(25, hotel, provider="google", log="login")
    assert found(*lines).theirs == []
    assert found(*lines).doubts == []
    assert found(lines[1]).theirs != []


def test_a_sign_in_from_a_new_place_long_after_is_no_link_but_a_doubt() -> None:
    result = found(clicked(), sign_in(60 * 50))
    weak = link(result, 60 * 50)
    assert weak is not None
    assert weak.grade is Grade.WEAK
    assert result.theirs == []
    assert [one.id for one in result.doubts] == ["entra-sign-in-3000"]


def test_a_failed_one_is_no_doubt_unless_the_password_was_right() -> None:
    failed = sign_in(60 * 50, reason=Reason.WRONG_PASSWORD)
    assert found(clicked(), failed).doubts == []
    right = sign_in(60 * 50, reason=Reason.OTHER, password_right=True)
    assert len(found(clicked(), right).doubts) == 1


def said(did: Did, minutes: float) -> Told:
    return Told("entry-1", ATTEMPT.id, did, at(minutes), f"entra-sign-in-{minutes}")


def answered(told: Told, *lines: Activity) -> Found:
    return join(ATTEMPT, Lines([*usual(), *lines]), [told])


def test_what_the_person_says_was_them_is_no_link_and_no_doubt_but_others_from_there_are_still_asked_about() -> None:
    lines = clicked(), sign_in(3_000), sign_in(3_200)
    assert len(found(*lines).doubts) == 2
    result = answered(said(Did.MINE, 3_000), *lines)
    assert [one.id for one in result.doubts] == ["entra-sign-in-3200"]
    assert result.theirs == []
    assert answered(said(Did.MINE, 3_000), *lines, read_mail(3_010, EVIL)).theirs == []


def test_a_slip_that_was_the_persons_says_nothing_of_who_got_in_from_there() -> None:
    slip, later = sign_in(2_990, reason=Reason.WRONG_PASSWORD), sign_in(3_000)
    assert len(answered(said(Did.MINE, 2_990), clicked(), slip, later).doubts) == 1


@pytest.mark.parametrize("fields", [{"ip": HOME}, {"ip": "198.18.0.9", "device": "laptop"}, {"country": "NL"}])
def test_what_the_person_disowns_is_the_attackers_wherever_it_came_from(fields: dict[str, Any]) -> None:
    theirs = sign_in(3_000, **fields)
    beside = sign_in(3_010, fields.get("ip", EVIL), device="laptop")
    result = answered(said(Did.NOT_MINE, 3_000), clicked(), theirs, beside)
    assert "entra-sign-in-3000" in {one.id for one in result.theirs}


def test_two_lines_on_one_try_are_not_two_tries_nor_is_an_address_that_let_others_in_the_attackers() -> None:
    first, again = sign_in(600, reason=Reason.WRONG_PASSWORD), sign_in(605, reason=Reason.WRONG_PASSWORD)
    twice = sign_in(600.02, reason=Reason.WRONG_PASSWORD, provider="m365", log="UserLoginFailed")
    assert "tried-again" not in reasons(link(found(clicked(), first, twice), 600))
    colleague = sign_in(610, person="sami@harbour.example")
    assert "tried-again" in reasons(link(found(clicked(), first, again), 600))
    assert "tried-again" not in reasons(link(found(clicked(), first, again, colleague), 600))


def test_tries_that_failed_again_are_still_asked_about() -> None:
    result = found(clicked(), *(sign_in(minutes, reason=Reason.WRONG_PASSWORD) for minutes in (600, 605)))
    assert {one.id for one in result.tries} >= {one.id for one in result.theirs}


def test_what_the_person_says_was_not_them_is_the_attackers_and_so_is_what_came_from_there() -> None:
    result = answered(said(Did.NOT_MINE, 3_000), clicked(), sign_in(3_000), sign_in(3_200))
    assert [one.id for one in result.theirs] == ["entra-sign-in-3000", "entra-sign-in-3200"]
    assert "disowned" in reasons(link(result, 3_000))
    assert "same-source" in reasons(link(result, 3_200))


def test_failed_tries_from_a_new_place_are_asked_about() -> None:
    failed = sign_in(3_000, reason=Reason.WRONG_PASSWORD)
    assert [one.id for one in found(clicked(), failed).tries] == ["entra-sign-in-3000"]
    assert found(clicked(), sign_in(3_000, HOME, reason=Reason.WRONG_PASSWORD)).tries == []
    assert [one.id for one in answered(said(Did.NOT_MINE, 3_000), clicked(), failed).theirs] == ["entra-sign-in-3000"]


def test_an_address_that_fails_again_and_never_gets_in_is_more_likely_the_attackers() -> None:
    first, second = (sign_in(minutes, reason=Reason.WRONG_PASSWORD) for minutes in (600, 605))
    once, again = link(found(clicked(), first), 600), link(found(clicked(), first, second), 600)
    assert once is not None
    assert again is not None
    assert again.weight == pytest.approx(once.weight + REASONS["tried-again"].weight)
    assert "tried-again" not in reasons(link(found(clicked(), first, second, sign_in(610)), 600))


def test_what_comes_from_an_address_that_is_linked_is_linked_and_so_is_its_session() -> None:
    later = sign_in(60 * 50)
    by_session = read_mail(60 * 60, "", session="s-1")
    result = found(clicked(), sign_in(33, session="s-1"), later, by_session)
    assert [one.id for one in result.theirs] == ["entra-sign-in-33", "entra-sign-in-3000", "m365-mail-read-3600"]
    assert "same-source" in reasons(link(result, 60 * 50))
    assert "same-session" in reasons(link(result, 60 * 60, Act.MAIL_READ, "m365"))


def test_a_link_says_what_it_was_made_for_and_not_that_it_is_tied_to_itself() -> None:
    assert not reasons(link(found(clicked(), sign_in(33)), 33)) & {"same-source", "hour-after-password"}


def test_without_a_history_nothing_is_new() -> None:
    result = join(ATTEMPT, Lines([clicked(), sign_in(33)]))
    assert not reasons(link(result, 33)) & {"new-network", "new-country"}
    assert len(result.doubts) == 1


def test_what_came_before_the_message_is_no_part_of_it_whatever_the_clock() -> None:
    assert found(sign_in(-60)).theirs == []
    skewed = found(sign_in(-1, reason=Reason.FACTOR_DENIED))
    assert [one.id for one in skewed.theirs] == ["entra-sign-in--1"]
    late = sign_in((WINDOW + timedelta(days=1)).total_seconds() / 60)
    assert found(late).doubts == []


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"object": URL}, "same-url"),
        ({"object": "https://login.bad.test/other"}, "same-host"),
        ({"object": "https://safelinks.example/", "message": "<m1@bad.test>"}, "same-message"),
        ({"object": f"https://eur01.safelinks.protection.outlook.com/?url={URL}"}, "same-url"),
    ],
)
def test_a_click_is_linked_by_message_url_or_host(fields: dict[str, Any], reason: str) -> None:
    result = found(clicked(**fields))
    assert len(result.clicks) == 1
    assert reason in reasons(link(result, 30, Act.LINK_OPENED, "gateway"))


def test_a_click_on_something_else_or_by_somebody_else_is_not() -> None:
    assert found(clicked(object="https://news.example/today")).clicks == []
    assert found(clicked(person="sami@harbour.example")).clicks == []


def test_no_click_in_a_log_of_clicks_speaks_against_a_link() -> None:
    early = sign_in(40)
    assert found(early).theirs != []
    assert found(early, are_clicks_known=True).theirs == []


def test_an_address_that_fails_at_others_too() -> None:
    spray = [sign_in(m, reason=Reason.WRONG_PASSWORD, person=f"p{m}@harbour.example") for m in (100, 101, 102)]
    assert "tried-others" in reasons(link(found(sign_in(103, reason=Reason.WRONG_PASSWORD), *spray), 103))


def test_a_consent_is_given_from_the_persons_own_place() -> None:
    attempt = Attempt("m-1", PERSON, ATTEMPT.at, Way.CONSENT, urls=(URL,), hosts=ATTEMPT.hosts)
    given = line(Act.CONSENT, 33, ip=HOME, object="Viewer", app="app-1", scopes=("Mail.Read",))
    used = line(Act.MAIL_READ, 900, "m365", ip="198.51.100.77", app="APP-1")
    result = found(clicked(), given, used, attempt=attempt)
    assert [one.id for one in result.theirs] == ["entra-consent-33", "m365-mail-read-900"]
    assert reasons(link(result, 33, Act.CONSENT)) == {"minutes-after-click", "new-app", "wide-access", START}
    assert reasons(link(result, 900, Act.MAIL_READ, "m365")) == {"same-app", START}


def test_an_app_that_was_in_use_before_is_not_the_attackers() -> None:
    attempt = Attempt("m-1", PERSON, ATTEMPT.at, Way.CONSENT, urls=(URL,))
    before = line(Act.CONSENT, -9000, person="sami@harbour.example", object="Viewer")
    given = line(Act.CONSENT, 33, ip=HOME, object="Viewer")
    assert found(clicked(), before, given, attempt=attempt).theirs == []


def test_what_an_administrator_does_is_an_answer_and_not_the_attackers() -> None:
    stopped = line(Act.ACCOUNT_STOPPED, 50, log="AuditLogs", actor="admin@harbour.example", ip="192.0.2.250")
    result = found(clicked(), sign_in(33), stopped)
    assert [one.id for one in result.answers] == ["entra-account-stopped-50"]
    assert "answered" in reasons(link(result, 33))


def test_only_what_succeeded_teaches_what_is_usual() -> None:
    tries = [sign_in(-1440 * day - 5, reason=Reason.WRONG_PASSWORD) for day in range(1, 9)]
    assert found(clicked(), sign_in(33), *tries).theirs != []


def test_grades_rise_with_the_weight() -> None:
    assert [grade(w) for w in (-1.0, 0.79, 0.8, 2.0, 4.0)] == [
        Grade.WEAK, Grade.WEAK, Grade.FAIR, Grade.GOOD, Grade.STRONG,
    ]  # fmt: skip


def test_every_reason_is_told_in_both_languages() -> None:
    assert all(set(reason.text) == {"en", "ar"} for reason in REASONS.values())


def test_an_address_that_the_attacker_has_too_shows_nothing_any_more() -> None:
    by_session = sign_in(40, HOME, session="s-1")
    later = sign_in(3_000, HOME)
    assert found(clicked(), sign_in(33), later).doubts == []
    result = found(clicked(), sign_in(33, session="s-1"), by_session, later)
    assert [one.id for one in result.doubts] == ["entra-sign-in-3000"]
    assert "shared-address" in reasons(link(found(clicked(), sign_in(33, session="s-1"), by_session, later,
                                                  sign_in(60, HOME, provider="google", log="login", agent="x",
                                                          country="RO")), 60, provider="google"))  # fmt: skip
    own = sign_in(3_000, HOME, device="laptop")
    assert found(clicked(), sign_in(33, session="s-1"), by_session, own).doubts == []


@pytest.mark.parametrize(
    "fields",
    [{"agent": "Chrome"}, {"protocol": "imap"}, {"network": "Example VPN"}],
    ids=["browser", "protocol", "vpn"],
)
def test_at_a_persons_own_address_a_stranger_is_somebody_to_ask_about(fields: dict[str, Any]) -> None:
    assert found(clicked(), sign_in(3_000, HOME, agent="Firefox")).doubts == []
    assert len(found(clicked(), sign_in(3_000, HOME, **fields)).doubts) == 1
    assert found(clicked(), sign_in(3_000, HOME, device="laptop", **fields)).doubts == []


def test_a_browser_is_the_same_in_its_next_version() -> None:
    usual_agent = [sign_in(-day * 1440, HOME, agent="Firefox/128.0") for day in range(1, 5)]
    result = join(ATTEMPT, Lines([*usual_agent, clicked(), sign_in(3_000, HOME, agent="Firefox/129.0.1")]))
    assert result.doubts == []


def test_nobody_is_believed_to_have_been_where_nothing_is_theirs() -> None:
    """Neither the network nor the browser: the person is asked again, and it counts neither way."""
    strange = sign_in(3_000, "198.18.0.9", agent="Chrome")
    result = answered(said(Did.MINE, 3_000), clicked(), strange)
    assert [one.id for one in result.contradicted] == ["entra-sign-in-3000"]
    assert [one.id for one in result.doubts] == ["entra-sign-in-3000"]
    assert result.theirs == []
