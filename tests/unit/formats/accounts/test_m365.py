from __future__ import annotations

import json
from typing import Any

import pytest
from tests.unit.formats.accounts.reading import activity, bad_fields, found, sample

from tocsin.model.activity import Act, Activity, Reason, Status


def operation(name: str, workload: str = "Exchange", **more: Any) -> dict[str, Any]:
    return {
        "CreationTime": "2026-05-01T08:00:00", "Id": "1", "Operation": name, "Workload": workload, "RecordType": 1,
        "UserId": "dana@example.org", "ResultStatus": "True", "ClientIP": "203.0.113.10:443", **more,
    }  # fmt: skip


def parameters(**values: str) -> list[dict[str, str]]:
    return [{"Name": name, "Value": value} for name, value in values.items()]


def test_a_failed_sign_in_has_entra_s_code() -> None:
    one = activity(sample("m365"))
    assert (one.act, one.status, one.reason, one.password_right, one.session) == (
        Act.SIGN_IN, Status.FAILURE, Reason.WRONG_PASSWORD, False, "s-1",
    )  # fmt: skip
    named = activity(sample("m365", ErrorNumber="0", LogonError="UserStrongAuthClientAuthNRequiredInterrupt"))
    assert (named.reason, named.password_right) == (Reason.FACTOR_MISSING, True)


def test_mail_that_was_read_is_counted_and_what_was_left_out_is_said() -> None:
    one = activity(sample("m365-mail"))
    assert (one.act, one.count, one.throttled, one.message, one.protocol) == (Act.MAIL_READ, 2, True, "", "app")
    folder = {"FolderItems": [{"InternetMessageId": "<a@example.net>"}]}
    single = activity(sample("m365-mail", Folders=[folder], OperationCount=1, OperationProperties=[]))
    assert (single.message, single.throttled, single.count) == ("<a@example.net>", False, 1)


@pytest.mark.parametrize(
    ("name", "values", "act", "to"),
    [
        ("New-InboxRule", {"ForwardTo": "Eve@example.net"}, Act.FORWARDING_SET, "eve@example.net"),
        ("New-InboxRule", {"Name": "x", "DeleteMessage": "True"}, Act.RULE_MADE, "x; DeleteMessage=True"),
        ("Set-Mailbox", {"ForwardingSmtpAddress": "smtp:eve@example.net"}, Act.FORWARDING_SET, "eve@example.net"),
        ("Set-Mailbox", {"ForwardingSmtpAddress": ""}, Act.ACCOUNT_CHANGED, ""),
        ("Set-Mailbox", {"AuditEnabled": "False"}, Act.LOGGING_STOPPED, ""),
        ("Set-AdminAuditLogConfig", {"UnifiedAuditLogIngestionEnabled": "False"}, Act.LOGGING_STOPPED, ""),
        ("Set-CASMailbox", {"ImapEnabled": "True"}, Act.PROTECTION_WEAKENED, ""),
        ("Set-CASMailbox", {"ImapEnabled": "False"}, Act.ACCOUNT_CHANGED, ""),
        ("Add-MailboxPermission", {"User": "eve", "AccessRights": "FullAccess"}, Act.DELEGATE_ADDED, "eve"),
    ],
)
def test_what_a_command_does_depends_on_its_parameters(name: str, values: dict[str, str], act: Act, to: str) -> None:
    one = activity(operation(name, Parameters=parameters(**values)))
    assert (one.act, one.object, one.ip) == (act, to, "203.0.113.10")


def test_the_mailbox_that_a_rule_is_made_in_is_whose_account_it_is() -> None:
    one = activity(
        operation("New-InboxRule", Parameters=parameters(Mailbox="Sami@example.org", ForwardTo="eve@example.net"))
    )
    assert (one.person, one.actor) == ("sami@example.org", "dana@example.org")


def test_operations_of_entra_are_those_of_its_audit_log() -> None:
    changed = [{"Name": "Role.DisplayName", "NewValue": '"Global Administrator"', "OldValue": ""}]
    one = activity(operation("Add member to role.", "AzureActiveDirectory", ModifiedProperties=changed,
                             Target=[{"ID": "sami@example.org", "Type": 5}]))  # fmt: skip
    assert (one.act, one.object, one.person) == (Act.ROLE_GIVEN, "Global Administrator", "sami@example.org")


def test_sharing_with_a_guest_is_outside() -> None:
    one = activity(operation("AddedToSecureLink", "OneDrive", ObjectId="https://example.org/plan.docx",
                             TargetUserOrGroupType="Guest", TargetUserOrGroupName="EVE@EXAMPLE.NET"))  # fmt: skip
    assert (one.act, one.external, one.object) == (Act.SHARED, True, "https://example.org/plan.docx -> eve@example.net")


def test_an_opened_link_is_told_with_its_url() -> None:
    one = activity(operation("TIUrlClickData", "ThreatIntelligence", Url="https://example.net/x"))
    assert (one.act, one.object) == (Act.LINK_OPENED, "https://example.net/x")


def outlook_rule(actions: object) -> dict[str, Any]:
    return operation("UpdateInboxRules", OperationProperties=parameters(RuleActions=json.dumps(actions)))


@pytest.mark.parametrize("recipients", ["Eve@example.net", ["Eve@example.net"]])
def test_a_rule_of_outlook_names_one_recipient_or_several(recipients: object) -> None:
    one = activity(outlook_rule([{"ActionType": "Forward", "Recipients": recipients}]))
    assert (one.act, one.object) == (Act.FORWARDING_SET, "eve@example.net")


@pytest.mark.parametrize(
    "actions", [[{"ActionType": "Forward", "Recipients": one}] for one in (5, True, {"a": 1})] + [[5], {"a": 1}]
)
def test_actions_of_a_rule_that_cannot_be_read_are_told(actions: object) -> None:
    record = outlook_rule(actions)
    assert [(bad.field, bad.problem) for bad in bad_fields(record)] == [("RuleActions", "bad-value")]
    assert [one.act for one in found(record) if isinstance(one, Activity)] == [Act.RULE_MADE]
