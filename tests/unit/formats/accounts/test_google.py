from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.unit.formats.accounts.reading import activities, activity, sample

from tocsin.model.activity import Act, Reason, Status


def event(name: str, kind: str = "login", log: str = "login", **parameters: Any) -> dict[str, Any]:
    listed = [
        {"name": key, "value" if isinstance(value, str) else "multiValue": value} for key, value in parameters.items()
    ]
    return sample(
        "google",
        id={"time": "2026-05-01T08:00:00.000Z", "uniqueQualifier": "1", "applicationName": log},
        events=[{"type": kind, "name": name, "parameters": listed}],
    )


@pytest.mark.parametrize(
    ("failure", "reason", "right"),
    [
        ("login_failure_invalid_password", Reason.WRONG_PASSWORD, False),
        ("login_failure_invalid_second_factor", Reason.FACTOR_WRONG, True),
        ("login_failure_account_disabled", Reason.STOPPED, None),
        ("login_failure_access_code_disallowed", Reason.POLICY, None),
        ("login_failure_unknown", Reason.OTHER, None),
    ],
)
def test_failures_say_why(failure: str, reason: Reason, right: bool | None) -> None:
    one = activity(event("login_failure", login_failure_type=failure))
    assert (one.act, one.status, one.reason, one.password_right) == (Act.SIGN_IN, Status.FAILURE, reason, right)


@pytest.mark.parametrize(
    ("name", "kind", "log", "act"),
    [
        ("gov_attack_warning", "attack_warning", "login", Act.WARNING),
        ("2sv_disable", "2sv_change", "user_accounts", Act.FACTOR_REMOVED),
        ("recovery_email_edit", "recovery_info_change", "user_accounts", Act.RECOVERY_CHANGED),
        ("email_forwarding_out_of_domain", "email_forwarding_change", "user_accounts", Act.FORWARDING_SET),
        ("authorize", "auth", "token", Act.CONSENT),
        ("ASSIGN_ROLE", "DELEGATED_ADMIN_SETTINGS", "admin", Act.ROLE_GIVEN),
        ("download", "access", "drive", Act.DOWNLOADED),
        ("COMPLETED_USER_TAKEOUT", "USER_TAKEOUT", "takeout", Act.EXPORTED),
        ("activity", "access", "groups", Act.OTHER),
    ],
)
def test_events_are_what_the_documents_say(name: str, kind: str, log: str, act: Act) -> None:
    assert activity(event(name, kind, log)).act is act


def test_a_consent_names_app_and_scopes() -> None:
    one = activity(event("authorize", "auth", "token", app_name="Reader", client_id="c1", scope=["mail", "drive"]))
    assert (one.app_name, one.app, one.scopes) == ("Reader", "c1", ("mail", "drive"))


def test_an_administrator_s_act_is_about_the_person_it_concerns() -> None:
    one = activity(event("CHANGE_PASSWORD", "USER_SETTINGS", "admin", USER_EMAIL="Sami@example.org"))
    assert (one.act, one.person, one.actor) == (Act.PASSWORD_CHANGED, "sami@example.org", "dana@example.org")


@pytest.mark.parametrize(
    ("setting", "new", "act"),
    [
        ("Password Management - Enforce strong password", "off", Act.PROTECTION_WEAKENED),
        ("Password Management - Enforce strong password", "on", Act.OTHER),
        ("AttachmentDeepScanningSettings", "false", Act.PROTECTION_WEAKENED),
        ("less_secure_apps_access", "allowed", Act.PROTECTION_WEAKENED),
    ],
)
def test_settings_are_weighed_by_what_they_were_set_to(setting: str, new: str, act: Act) -> None:
    one = activity(
        event("CHANGE_APPLICATION_SETTING", "APPLICATION_SETTINGS", "admin", SETTING_NAME=setting, NEW_VALUE=new)
    )
    assert one.act is act


def test_each_event_of_one_activity_has_an_id_of_its_own() -> None:
    record = sample("google")
    record["events"] *= 2
    first, second = activities(record)
    assert first.offset == second.offset
    assert first.id != second.id


def test_one_event_a_record_is_read_as_well() -> None:
    one = activity(sample("google-flat"))
    assert (one.act, one.person, one.object, one.external) == (Act.SHARED, "dana@example.org", "Plan", True)


def test_the_export_to_bigquery_tells_of_messages() -> None:
    one = activity(
        {
            "event_info": {"timestamp_usec": 1777622400000000, "success": True, "mail_event_type": 15},
            "message_info": {
                "rfc2822_message_id": "<a@example.net>", "source": {"address": "eve@example.net"},
                "destination": [{"address": "Dana@example.org"}], "connection_info": {"client_ip": "203.0.113.9"},
            },
        }
    )  # fmt: skip
    assert (one.act, one.person, one.message, one.object) == (
        Act.MAIL_DELIVERED, "dana@example.org", "<a@example.net>", "eve@example.net",
    )  # fmt: skip
    assert one.time == datetime(2026, 5, 1, 8, tzinfo=UTC)


def test_the_console_s_table_is_read() -> None:
    table = (
        "Date,Event,Description,Actor,IP address,Login type\n"
        "2026-05-01T11:00:00+03:00,Failed Login,Dana failed to login,Dana@example.org,203.0.113.9,Google password\n"
        '"May 1, 2026, 11:05:00 AM GMT+3",Government-backed attack,Dana may be a target,dana@example.org,,\n'
    )
    failed, warned = activities(table)
    assert (failed.act, failed.status, failed.time) == (
        Act.SIGN_IN,
        Status.FAILURE,
        datetime(2026, 5, 1, 8, tzinfo=UTC),
    )
    assert (warned.act, warned.time.minute) == (Act.WARNING, 5)
