"""Azure, Duo, OneLogin, OCSF and ECS."""

from __future__ import annotations

import json

import pytest
from tests.unit.formats.accounts.reading import activity, bad_fields, sample

from tocsin.model.activity import Act, Reason, Status


@pytest.mark.parametrize(
    ("operation", "body", "act"),
    [
        ("Microsoft.Authorization/roleAssignments/write", "", Act.ROLE_GIVEN),
        ("MICROSOFT.INSIGHTS/DIAGNOSTICSETTINGS/DELETE", "", Act.LOGGING_STOPPED),
        ("Microsoft.Authorization/locks/delete", "", Act.PROTECTION_WEAKENED),
        ("Microsoft.KeyVault/vaults/secrets/getSecret/action", "", Act.SECRET_READ),
        ("Microsoft.Compute/disks/beginGetAccess/action", "", Act.EXPORTED),
        ("Microsoft.Compute/disks/delete", "", Act.DELETED),
        ("GetBlob", "", Act.DOWNLOADED),
        (
            "Microsoft.Storage/storageAccounts/blobServices/containers/write",
            '{"properties":{"publicAccess":"Blob"}}',
            Act.SHARED,
        ),
        (
            "Microsoft.Storage/storageAccounts/blobServices/containers/write",
            '{"properties":{"publicAccess":"None"}}',
            Act.OTHER,
        ),
        (
            "Microsoft.Storage/storageAccounts/write",
            '{"properties":{"supportsHttpsTrafficOnly":false}}',
            Act.PROTECTION_WEAKENED,
        ),
        ("Microsoft.Compute/virtualMachines/write", "", Act.OTHER),
    ],
)
def test_operations_of_azure(operation: str, body: str, act: Act) -> None:
    one = activity(sample("azure", operationName=operation, properties={"requestbody": body}))
    assert (one.act, one.person, one.detail) == (act, "dana@example.org", operation)
    as_text = activity(sample("azure", operationName=operation, properties=json.dumps({"requestbody": body})))
    assert as_text.act is act, "tables have the properties as a text"


@pytest.mark.parametrize("text", ["{broken", "[" * 5_000, "7"])
def test_properties_that_are_no_object_are_told(text: str) -> None:
    (wrong,) = bad_fields(sample("azure", properties=text))
    assert (wrong.field, wrong.problem) == ("properties", "bad-value")


@pytest.mark.parametrize(
    ("result", "reason", "expected"),
    [
        ("fraud", "user_marked_fraud", Reason.FACTOR_DENIED),
        ("denied", "no_response", Reason.FACTOR_MISSING),
        ("denied", "invalid_passcode", Reason.FACTOR_WRONG),
        ("denied", "locked_out", Reason.LOCKED),
        ("denied", "anomalous_push", Reason.RISK),
        ("denied", "location_restricted", Reason.POLICY),
        ("success", "user_approved", Reason.NONE),
    ],
)
def test_reasons_of_duo(result: str, reason: str, expected: Reason) -> None:
    one = activity(sample("duo", result=result, reason=reason))
    assert (one.act, one.factor, one.reason, one.country) == (Act.SECOND_FACTOR, "push", expected, "TN")
    assert one.status is (Status.SUCCESS if result == "success" else Status.FAILURE)


@pytest.mark.parametrize(
    ("action", "description", "act"),
    [
        ("bypass_create", "{}", Act.FACTOR_REMOVED),
        ("user_update", '{"status": "Bypass"}', Act.FACTOR_REMOVED),
        ("admin_single_sign_on_update", '{"enforcement_status": "disabled"}', Act.PROTECTION_WEAKENED),
        ("admin_single_sign_on_update", '{"enforcement_status": "required"}', Act.OTHER),
        ("integration_create", '{"raw_type": "adminapi"}', Act.APP_PASSWORD),
        ("integration_create", '{"raw_type": "websdk"}', Act.OTHER),
    ],
)
def test_what_administrators_of_duo_do(action: str, description: str, act: Act) -> None:
    one = activity(sample("duo-admin", action=action, description=description))
    assert (one.act, one.person, one.actor) == (act, "dana@example.org", "example admin")


def test_a_challenge_that_duo_sent_is_not_one_that_was_passed() -> None:
    one = activity(sample("duo-admin", action="admin_send_reset_password_email_2fa", description="{}"))
    assert (one.act, one.status) == (Act.SECOND_FACTOR, Status.UNKNOWN)


def test_duo_s_activity_and_telephony_logs() -> None:
    done = activity({"action": {"name": "admin_create", "details": None}, "actor": {"name": "Example Admin",
        "key": "k", "type": "admin"},
                     "ts": "2026-05-01T08:00:00+00:00", "target": {"name": "new@example.org", "key": "t",
                     "type": "admin"}})  # fmt: skip
    assert (done.act, done.log, done.person) == (Act.ROLE_GIVEN, "activity", "new@example.org")
    sms = activity({"context": "authentication", "credits": 1, "isotimestamp": "2026-05-01T08:00:00+00:00",
        "phone": "+21600000000",
                    "type": "sms"})  # fmt: skip
    assert (sms.act, sms.factor, sms.log) == (Act.SECOND_FACTOR, "sms", "telephony")


@pytest.mark.parametrize(
    ("number", "act", "status"),
    [
        (5, Act.SIGN_IN, Status.SUCCESS),
        (6, Act.SIGN_IN, Status.FAILURE),
        (8, Act.TOKEN, Status.SUCCESS),
        (11, Act.PASSWORD_CHANGED, Status.SUCCESS),
        (24, Act.FACTOR_REMOVED, Status.SUCCESS),
        (72, Act.ROLE_GIVEN, Status.SUCCESS),
        (3, Act.DELEGATE_ADDED, Status.SUCCESS),
        ("531", Act.ACCOUNT_STOPPED, Status.SUCCESS),
        (527, Act.SECOND_FACTOR, Status.FAILURE),
        (528, Act.SECOND_FACTOR, Status.UNKNOWN),
        (99999, Act.OTHER, Status.SUCCESS),
    ],
)
def test_event_types_of_onelogin(number: int | str, act: Act, status: Status) -> None:
    one = activity(sample("onelogin", event_type_id=number))
    assert (one.act, one.status, one.detail) == (act, status, str(number))


def test_ocsf_has_its_classes_and_factors() -> None:
    failed = activity(sample("ocsf"))
    assert (failed.act, failed.reason, failed.password_right) == (Act.SIGN_IN, Reason.WRONG_PASSWORD, False)
    factor = activity(
        sample("ocsf", class_uid=3001, activity_id=11, status_id=1, auth_factors=[{"factor_type_id": 10}])
    )
    assert (factor.act, factor.factor, factor.log) == (Act.FACTOR_REMOVED, "passkey", "3001")
    assert activity(sample("ocsf", class_uid=2004, activity_id=1)).act is Act.WARNING


def test_ecs_is_read_nested_dotted_and_as_elasticsearch_exports_it() -> None:
    nested = activity(sample("ecs"))
    dotted = activity(
        {
            "@timestamp": "2026-05-01T08:00:00Z", "event.category": ["authentication"], "event.type": ["start"],
            "event.outcome": "failure", "event.action": "login", "user.name": "dana", "user.email": "dana@example.org",
            "source.ip": "203.0.113.16", "source.geo.country_iso_code": "TN",
        }
    )  # fmt: skip
    exported = activity({"_index": "logs", "_id": "1", "_source": sample("ecs")})
    for one in (nested, dotted, exported):
        assert (one.act, one.status, one.person, one.ip, one.country) == (
            Act.SIGN_IN, Status.FAILURE, "dana@example.org", "203.0.113.16", "TN",
        )  # fmt: skip


def test_iam_of_ecs_goes_by_type_and_action() -> None:
    event = {"category": ["iam"], "type": ["user", "deletion"], "action": "mfa-device-removed", "outcome": "success"}
    assert activity(sample("ecs", event=event)).act is Act.FACTOR_REMOVED
    made = {"category": "iam", "type": "creation", "action": "added-user-account", "outcome": "success"}
    assert activity(sample("ecs", event=made)).act is Act.ACCOUNT_MADE
