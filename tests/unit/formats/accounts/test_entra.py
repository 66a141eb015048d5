from __future__ import annotations

from typing import Any

import pytest
from tests.unit.formats.accounts.reading import activity, found, sample

from tocsin.model.activity import Act, Activity, BadField, Reason, Status, Unreadable
from tocsin.scan.covering import LOST

F, S, U = Status.FAILURE, Status.SUCCESS, Status.UNKNOWN


@pytest.mark.parametrize("time", [12345, "1999-12-31T23:59:59Z", "2027-11-03T00:00:00Z", "1601-01-01T00:00:00Z"])
def test_a_time_outside_of_reason_is_none(time: object) -> None:
    bad, lost, *rest = found(sample("entra-graph", createdDateTime=time))
    assert isinstance(bad, BadField)
    assert (bad.field, bad.problem) == ("createdDateTime", "bad-value")
    assert isinstance(lost, Unreadable)
    assert (lost.code, rest) == ("no-time", [LOST])


def ended(code: int, details: str | None = None) -> tuple[Status, Reason, bool | None]:
    status = {"errorCode": code, "failureReason": None, "additionalDetails": details}
    one = activity(sample("entra-graph", status=status, authenticationDetails=[]))
    return one.status, one.reason, one.password_right


@pytest.mark.parametrize(
    ("code", "details", "ending"),
    [
        (0, None, (S, Reason.NONE, None)),
        (50126, None, (F, Reason.WRONG_PASSWORD, False)),
        (50034, None, (F, Reason.NO_ACCOUNT, None)),
        (50053, None, (F, Reason.LOCKED, None)),
        (50057, None, (F, Reason.STOPPED, None)),
        (50055, None, (F, Reason.EXPIRED, True)),
        (50074, None, (F, Reason.FACTOR_MISSING, True)),
        (50076, None, (F, Reason.FACTOR_MISSING, True)),
        (50158, None, (F, Reason.FACTOR_MISSING, True)),
        (53003, None, (F, Reason.POLICY, True)),
        (53004, None, (F, Reason.RISK, True)),
        (65001, None, (F, Reason.POLICY, None)),
        (50140, None, (U, Reason.NONE, None)),
        (500121, "MFA denied; user declined the authentication", (F, Reason.FACTOR_DENIED, True)),
        (500121, "MFA denied; user did not respond to mobile app notification", (F, Reason.FACTOR_MISSING, True)),
        (500121, "Authentication timed out", (F, Reason.FACTOR_MISSING, True)),
        (500121, "Invalid verification code", (F, Reason.FACTOR_WRONG, True)),
    ],
)
def test_error_codes_say_what_stopped_it_and_whether_the_password_was_right(
    code: int, details: str | None, ending: tuple[Status, Reason, bool | None]
) -> None:
    assert ended(code, details) == ending


def test_a_sign_in_of_graph_is_read_whole() -> None:
    one = activity(sample("entra-graph"))
    assert (one.act, one.person, one.ip, one.country, one.city) == (
        Act.SIGN_IN, "dana@example.org", "203.0.113.7", "US", "Millhaven",
    )  # fmt: skip
    assert (one.latitude, one.longitude, one.protocol, one.app_name) == (52.1, 5.2, "browser", "Mail reader")
    assert one.detail == "50126"


def test_steps_tell_the_password_and_the_second_factor() -> None:
    steps = [
        {"authenticationMethod": "Password", "succeeded": True},
        {"authenticationMethod": "Mobile app notification", "succeeded": True},
    ]
    status = {"errorCode": 0, "failureReason": None, "additionalDetails": None}
    one = activity(sample("entra-graph", authenticationDetails=steps, status=status))
    assert (one.password_right, one.factor) == (True, "push")


@pytest.mark.parametrize(
    ("client", "protocol"),
    [
        ("IMAP4", "imap"),
        ("Authenticated SMTP", "smtp"),
        ("Exchange ActiveSync", "activesync"),
        ("Other clients", "basic"),
    ],
)
def test_old_protocols_have_their_names(client: str, protocol: str) -> None:
    assert activity(sample("entra-graph", clientAppUsed=client)).protocol == protocol


def test_the_envelope_s_code_counts_where_the_sign_in_has_none() -> None:
    inner = sample("entra-graph")
    del inner["status"]
    one = activity(sample("entra-diag", resultType="50053", properties=inner))
    assert (one.log, one.reason) == ("SignInLogs", Reason.LOCKED)


def test_a_sign_in_without_a_person_s_hand_is_a_token() -> None:
    assert without_a_hand(0).act is Act.TOKEN
    assert without_a_hand(700082).act is Act.TOKEN


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        (50126, {}),
        (50053, {}),
        (0, {"clientAppUsed": "Authenticated SMTP"}),
        (0, {"clientAppUsed": "IMAP4"}),
        (50034, {"clientAppUsed": "POP3"}),
        (50034, {"authenticationProtocol": "ropc"}),
    ],
)
def test_a_password_that_a_program_gave_is_a_sign_in(code: int, fields: dict[str, str]) -> None:
    assert without_a_hand(code, **fields).act is Act.SIGN_IN
    status = {"errorCode": code}
    assert activity(sample("entra-graph", isInteractive=False, status=status, **fields)).act is Act.SIGN_IN


def without_a_hand(code: int, **fields: str) -> Activity:
    inner = sample("entra-graph", status={"errorCode": code}, **fields)
    return activity(
        sample("entra-diag", category="NonInteractiveUserSignInLogs", resultType=str(code), properties=inner)
    )


def test_the_device_code_flow_is_named() -> None:
    assert activity(sample("entra-graph", authenticationProtocol="deviceCode")).protocol == "device-code"


def test_the_portal_s_table_is_read() -> None:
    table = (
        "Date (UTC),Request ID,User agent,User ID,User,Username,Application,Application ID,IP address,Location,Status,"
        "Sign-in error code,Failure reason,Client app,Multifactor authentication auth method\n"
        '2026-05-01T08:00:00Z,r1,Mozilla/5.0,u1,Dana,Dana@example.org,Outlook,a1,203.0.113.7,"Tunis, Tunis, '
        'TN",Failure,'
        "50126,Error,IMAP4,\n"
    )
    one = activity(table)
    assert (one.person, one.country, one.city, one.reason, one.protocol, one.id) == (
        "dana@example.org", "TN", "Tunis", Reason.WRONG_PASSWORD, "imap", "r1",
    )  # fmt: skip


def test_a_consent_says_to_what() -> None:
    one = activity(sample("entra-audit"))
    assert (one.act, one.actor, one.object, one.scopes) == (
        Act.CONSENT, "dana@example.org", "Mail Reader", ("Mail.Read", "offline_access"),
    )  # fmt: skip


def policy(old: str, new: str) -> dict[str, Any]:
    change = {"displayName": "ConditionalAccessPolicy", "oldValue": old, "newValue": new}
    target = {"id": "p", "displayName": "MFA for all", "type": "Policy", "modifiedProperties": [change]}
    return sample("entra-audit", activityDisplayName="Update conditional access policy", targetResources=[target])


def test_a_policy_is_weakened_only_where_it_asks_less_than_before() -> None:
    on, off = '{"state":"enabled","excludeUsers":[]}', '{"state":"disabled","excludeUsers":[]}'
    assert activity(policy(on, off)).act is Act.PROTECTION_WEAKENED
    assert activity(policy(off, on)).act is Act.OTHER
    assert activity(policy(on, '{"state":"enabled","excludeUsers":["u1"]}')).act is Act.PROTECTION_WEAKENED


def test_a_risk_detection_is_a_warning() -> None:
    one = activity(
        {
            "id": "r", "riskEventType": "unfamiliarFeatures", "riskLevel": "high",
            "detectedDateTime": "2026-05-01T08:00:00Z",
            "activityDateTime": "2026-05-01T07:59:00Z", "userPrincipalName": "dana@example.org",
            "ipAddress": "203.0.113.7",
        }
    )  # fmt: skip
    assert (one.act, one.detail, one.object) == (Act.WARNING, "unfamiliarFeatures", "high")


@pytest.mark.parametrize(
    ("fields", "log"),
    [
        ({}, "signIns"),
        ({"isInteractive": None}, "signIns"),
        ({"isInteractive": False}, "nonInteractiveSignIns"),
        ({"isInteractive": False, "userPrincipalName": "", "servicePrincipalId": "s"}, "servicePrincipalSignIns"),
    ],
)
def test_sign_ins_in_the_background_and_of_programs_are_logs_of_their_own(fields: dict[str, Any], log: str) -> None:
    assert activity(sample("entra-graph", **fields)).log == log
