from __future__ import annotations

import pytest
from tests.unit.formats.accounts.reading import activity, found, sample

from tocsin.model.activity import Act, Activity, BadField, Coverage, Reason, Status


def test_a_failed_sign_in_is_read_whole() -> None:
    one = activity(sample("okta"))
    assert (one.act, one.status, one.reason, one.password_right) == (
        Act.SIGN_IN, Status.FAILURE, Reason.WRONG_PASSWORD, False,
    )  # fmt: skip
    assert (one.country, one.city, one.asn, one.network, one.session) == (
        "TN", "Tunis", 64500, "example net", "session-1",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "outcome", "act", "reason", "factor"),
    [
        ("user.mfa.okta_verify.deny_push", {"result": "FAILURE"}, Act.SECOND_FACTOR, Reason.FACTOR_DENIED, "push"),
        ("system.push.send_factor_verify_push", {"result": "SUCCESS"}, Act.SECOND_FACTOR, Reason.NONE, "push"),
        ("user.authentication.auth_via_mfa", {"result": "FAILURE", "reason": "INVALID_CREDENTIALS"}, Act.SECOND_FACTOR,
         Reason.FACTOR_WRONG, ""),
        ("user.authentication.auth_via_mfa", {"result": "FAILURE", "reason": "FastPass declined phishing attempt"},
         Act.SECOND_FACTOR, Reason.RISK, ""),
        ("policy.evaluate_sign_on", {"result": "DENY", "reason": "Sign-on policy evaluation resulted in DENY"},
        Act.SIGN_IN,
         Reason.POLICY, ""),
        ("policy.evaluate_sign_on", {"result": "CHALLENGE"}, Act.OTHER, Reason.NONE, ""),
        ("user.account.lock", {"result": "SUCCESS"}, Act.ACCOUNT_STOPPED, Reason.NONE, ""),
    ],
)  # fmt: skip
def test_events_and_outcomes(kind: str, outcome: dict[str, str], act: Act, reason: Reason, factor: str) -> None:
    one = activity(sample("okta", eventType=kind, outcome={"reason": None, **outcome}))
    assert (one.act, one.reason, one.factor) == (act, reason, factor)


@pytest.mark.parametrize(
    ("kind", "result", "status"),
    [
        ("system.push.send_factor_verify_push", "SUCCESS", Status.UNKNOWN),
        ("system.sms.send_factor_verify_message", "SUCCESS", Status.UNKNOWN),
        ("system.voice.send_mfa_challenge_call", "SUCCESS", Status.UNKNOWN),
        ("system.email.send_factor_verify_message", "SUCCESS", Status.UNKNOWN),
        ("system.push.send_factor_verify_push", "FAILURE", Status.FAILURE),
        ("user.authentication.auth_via_mfa", "CHALLENGE", Status.UNKNOWN),
        ("user.authentication.auth_via_mfa", "SUCCESS", Status.SUCCESS),
    ],
)
def test_a_challenge_that_was_sent_is_not_one_that_was_passed(kind: str, result: str, status: Status) -> None:
    one = activity(sample("okta", eventType=kind, outcome={"result": result, "reason": None}))
    assert (one.act, one.status) == (Act.SECOND_FACTOR, status)


def test_a_reset_by_an_administrator_is_about_the_person_it_concerns() -> None:
    target = [{"id": "2", "type": "User", "alternateId": "Sami@example.org", "displayName": "Sami"}]
    one = activity(
        sample(
            "okta", eventType="user.mfa.factor.reset_all", outcome={"result": "SUCCESS", "reason": None}, target=target
        )
    )
    assert (one.act, one.person, one.actor) == (Act.FACTOR_REMOVED, "sami@example.org", "dana@example.org")


def test_the_table_with_dotted_columns_is_read() -> None:
    table = (
        "timestamp,uuid,event_type,actor.alternate_id,actor.type,client.ip_address,client.geographical_context.country,"
        "outcome.result,outcome.reason,target0.type,target0.alternate_id,security_context.as_number\n"
        "2026-05-01T08:00:00.000Z,u1,user.mfa.factor.deactivate,admin@example.org,User,203.0.113.8,Tunisia,SUCCESS,,User,"
        "dana@example.org,64500\n"
    )
    one = activity(table)
    assert (one.act, one.person, one.actor, one.ip, one.country, one.asn) == (
        Act.FACTOR_REMOVED, "dana@example.org", "admin@example.org", "203.0.113.8", "TN", 64500,
    )  # fmt: skip


def test_what_is_no_event_in_a_hook_breaks_what_the_log_covers() -> None:
    other = {"uuid": "3", "published": "2026-05-01T08:00:00Z", "type": "user.session.start"}
    items = found({"eventId": "e", "eventType": "com.okta.event_hook", "data": {"events": [sample("okta"), other]}})
    assert [(one.field, one.problem) for one in items if isinstance(one, BadField)] == [("data.events", "bad-value")]
    assert [one.detail for one in items if isinstance(one, Activity)] == [sample("okta")["eventType"]]
    assert [one.broken for one in items if isinstance(one, Coverage)] == [1]
