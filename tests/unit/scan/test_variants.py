"""The same things as the labelled events show, in the other ways in which providers write them, end to end.

Names of events, fields and values are of the providers' own documents, which the formats name. Each variant is told as
a line of a file, read, and has to be seen by the detection that it is for; a near miss must not be.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from tocsin.formats.container import OpenFile
from tocsin.identify.columns import frame_of, in_order
from tocsin.identify.detections import all_detections
from tocsin.identify.detector import Detector
from tocsin.identify.origins import Surroundings
from tocsin.model.activity import Activity, BadField, Unreadable
from tocsin.scan.activities import read

DANA, MALLORY, BOSS = "dana@harbour.example", "mallory@evil.example", "boss@harbour.example"
IP = "203.0.113.10"
Record = dict[str, Any]


@dataclass(frozen=True)
class Variant:
    """A line of a log. `seen` is a detection that must find it, or with `not_seen` must not."""

    name: str
    line: Record | str
    seen: str
    times: int = 1
    not_seen: bool = False
    person: str = DANA


def m365(operation: str, **more: Any) -> Record:
    """Office 365 Management Activity API, common schema."""
    return {
        "CreationTime": "2026-05-01T08:10:00", "Id": f"m-{operation}", "Operation": operation, "OrganizationId": "o",
        "RecordType": 1, "ResultStatus": "True", "UserKey": "k", "UserType": 0, "Version": 1, "Workload": "Exchange",
        "UserId": DANA, "ClientIP": f"{IP}:51234", **more,
    }  # fmt: skip


def given(**values: Any) -> list[Record]:
    return [{"Name": name, "Value": value} for name, value in values.items()]


def directory(operation: str, **more: Any) -> Record:
    """The same log, of Entra's part: names end in a full stop."""
    return m365(
        operation, Workload="AzureActiveDirectory", RecordType=8, ResultStatus="Success", UserId="admin@harbour.example",
        Target=[{"ID": "User_0a1b2c3d-0000-4000-8000-000000000001", "Type": 2}, {"ID": DANA, "Type": 5}], **more,
    )  # fmt: skip


def sign_in(**more: Any) -> Record:
    """Microsoft Graph, `signIn`."""
    return {
        "id": "s-1", "createdDateTime": "2026-05-01T08:10:00Z", "userPrincipalName": DANA, "userId": "u", "appId": "a",
        "appDisplayName": "Office", "ipAddress": IP, "clientAppUsed": "Browser", "isInteractive": True,
        "status": {"errorCode": 0}, "location": {"countryOrRegion": "NL"}, **more,
    }  # fmt: skip


def table_of_sign_ins(**more: Any) -> Record:
    """A row of Azure Monitor's table SigninLogs, as a query exports it: flat, with JSON in some columns."""
    return {
        "TimeGenerated": "2026-05-01T08:10:00.1234567Z", "OperationName": "Sign-in activity", "Category": "SignInLogs",
        "ResultType": "0", "ResultDescription": "", "CorrelationId": "c", "Identity": "Dana", "AppDisplayName": "Office",
        "AppId": "a", "ClientAppUsed": "Browser", "CreatedDateTime": "2026-05-01T08:10:00Z", "Id": "s-1",
        "IPAddress": IP, "IsInteractive": True, "UserPrincipalName": DANA, "UserId": "u",
        "Status": '{"errorCode":0,"failureReason":"Other."}', "LocationDetails": '{"countryOrRegion":"NL"}',
        "DeviceDetail": '{"deviceId":"d"}', "Type": "SigninLogs", **more,
    }  # fmt: skip


def directory_audit(name: str, **more: Any) -> Record:
    """Microsoft Graph, `directoryAudit`."""
    return {
        "id": "a-1", "category": "UserManagement", "correlationId": "c", "result": "success", "resultReason": "",
        "activityDisplayName": name, "activityDateTime": "2026-05-01T08:10:00.1234567Z", "loggedByService": "Core Directory",
        "initiatedBy": {"user": {"userPrincipalName": "admin@harbour.example", "ipAddress": IP}, "app": None},
        "targetResources": [{"id": "u", "type": "User", "userPrincipalName": DANA, "modifiedProperties": []}],
        "additionalDetails": [], **more,
    }  # fmt: skip


def google(application: str, event: str, by: str = DANA, kind: str = "x", **values: Any) -> Record:
    """Google's Reports API."""
    field = {bool: "boolValue", int: "intValue", list: "multiValue", str: "value"}
    parameters = [{"name": name, field[type(value)]: value} for name, value in values.items()]
    return {
        "kind": "admin#reports#activity", "ipAddress": IP, "actor": {"email": by, "profileId": "1"},
        "id": {"time": "2026-05-01T08:10:00.000Z", "uniqueQualifier": "7", "applicationName": application,
               "customerId": "C"},
        "events": [{"type": kind, "name": event, "parameters": parameters}],
    }  # fmt: skip


def okta(event: str, result: str = "SUCCESS", reason: str | None = None, by: str = DANA, **more: Any) -> Record:
    """Okta's System Log API, `LogEvent`."""
    return {
        "uuid": "o-1", "published": "2026-05-01T08:10:00.000Z", "eventType": event, "version": "0", "severity": "INFO",
        "actor": {"id": "1", "type": "User", "alternateId": by, "displayName": "D"},
        "client": {"ipAddress": IP, "userAgent": {"rawUserAgent": "x"}}, "outcome": {"result": result, "reason": reason},
        "target": [{"id": "2", "type": "User", "alternateId": DANA, "displayName": "D"}],
        "authenticationContext": {}, "securityContext": {}, **more,
    }  # fmt: skip


def onelogin(number: int, **more: Any) -> Record:
    """OneLogin's event webhook (Event Broadcaster)."""
    return {
        "create": {"_id": "e-1"}, "uuid": "e-1", "event_timestamp": "2026-05-01 08:10:00 UTC", "event_type_id": number,
        "account_id": 9, "user_name": DANA, "user_id": 3, "actor_user_name": "Boss", "actor_user_id": 4, "ipaddr": IP,
        "risk_score": None, "app_id": None, **more,
    }  # fmt: skip


RULE_ACTIONS = json.dumps([{"ActionType": "Forward", "Recipients": [MALLORY], "ForwardFlags": "None"}])
OUTLOOK_RULE = [
    {"Name": "RuleOperation", "Value": "AddMailboxRule"}, {"Name": "RuleName", "Value": "."},
    {"Name": "RuleActions", "Value": RULE_ACTIONS},
]  # fmt: skip
CONSENT = [
    {"Name": "ConsentContext.IsAdminConsent", "OldValue": "", "NewValue": "False"},
    {"Name": "ConsentAction.Permissions", "OldValue": "",
     "NewValue": "[] => [[Id: 1, ClientId: 2, PrincipalId: 3, ResourceId: 4, ConsentType: Principal, Scope: Mail.Read offline_access]]"},
]  # fmt: skip

VARIANTS = (
    # Microsoft 365
    Variant("rule forwards, an address with a name", m365("New-InboxRule", Parameters=given(
        Name="x", ForwardTo=f'"M" [SMTP:{MALLORY}]')), "forwarding-outside"),
    Variant("rule redirects, a list", m365("Set-InboxRule", Parameters=given(Name="x", RedirectTo=[MALLORY])),
            "forwarding-outside"),
    Variant("rule of Outlook", m365("UpdateInboxRules", OperationProperties=OUTLOOK_RULE, MailboxOwnerUPN=DANA),
            "forwarding-outside"),
    Variant("rule of Outlook is a rule", m365("UpdateInboxRules", MailboxOwnerUPN=DANA, OperationProperties=[
        {"Name": "RuleOperation", "Value": "AddMailboxRule"},
        {"Name": "RuleActions", "Value": '[{"ActionType":"Delete"}]'}]), "inbox-rule"),
    Variant("mailbox forwards", m365("Set-Mailbox", Parameters=given(
        Identity=DANA, ForwardingSmtpAddress=f"smtp:{MALLORY}", DeliverToMailboxAndForward="False")), "forwarding-outside"),
    Variant("mailbox forwards no longer", m365("Set-Mailbox", Parameters=given(
        Identity=DANA, ForwardingSmtpAddress="", DeliverToMailboxAndForward="False")), "forwarding-outside", not_seen=True),
    Variant("forwarding within the house", m365("Set-Mailbox", Parameters=given(
        Identity=DANA, ForwardingSmtpAddress=f"smtp:{BOSS}")), "forwarding-outside", not_seen=True),
    Variant("transport rule", m365("New-TransportRule", Parameters=given(Name="x", BlindCopyTo=MALLORY)),
            "forwarding-outside"),
    Variant("full access", m365("Add-MailboxPermission", Parameters=given(
        Identity=DANA, User=BOSS, AccessRights="FullAccess", InheritanceType="All")), "delegate-added"),
    Variant("send as", m365("Add-RecipientPermission", Parameters=given(
        Identity=DANA, Trustee=BOSS, AccessRights="SendAs")), "delegate-added"),
    Variant("folder shared", m365("AddFolderPermissions", MailboxOwnerUPN=DANA), "delegate-added"),
    Variant("audit log off, a truth value", m365("Set-AdminAuditLogConfig", Parameters=given(
        UnifiedAuditLogIngestionEnabled=False)), "logging-stopped"),
    Variant("audit log on", m365("Set-AdminAuditLogConfig", Parameters=given(
        UnifiedAuditLogIngestionEnabled="True")), "logging-stopped", not_seen=True),
    Variant("audit of a mailbox off", m365("Set-Mailbox", Parameters=given(Identity=DANA, AuditEnabled="False")),
            "logging-stopped"),
    Variant("audit passed by", m365("Set-MailboxAuditBypassAssociation", Parameters=given(
        Identity=DANA, AuditBypassEnabled="True")), "logging-stopped"),
    Variant("audit passed by no longer", m365("Set-MailboxAuditBypassAssociation", Parameters=given(
        Identity=DANA, AuditBypassEnabled="False")), "logging-stopped", not_seen=True),
    Variant("IMAP opened", m365("Set-CASMailbox", Parameters=given(Identity=DANA, ImapEnabled="True")),
            "protection-weakened"),
    Variant("forwarding outside allowed", m365("Set-HostedOutboundSpamFilterPolicy", Parameters=given(
        Identity="Default", AutoForwardingMode="On")), "protection-weakened"),
    Variant("remote domain lets mail be forwarded", m365("Set-RemoteDomain", Parameters=given(
        Identity="Default", AutoForwardEnabled="True")), "protection-weakened"),
    Variant("safe links off", m365("Set-SafeLinksPolicy", Parameters=given(
        Identity="p", EnableSafeLinksForEmail="False")), "protection-weakened"),
    Variant("throttled", m365("MailItemsAccessed", MailboxOwnerUPN=DANA, OperationProperties=given(
        MailAccessType="Sync", IsThrottled="True")), "reading-unlogged"),
    Variant("search exported", m365("SearchExportDownloaded", Workload="SecurityComplianceCenter"), "export"),
    Variant("files in mass, synchronised", m365("FileSyncDownloadedFull", Workload="OneDrive", ObjectId="https://h/a"),
            "mass-download", times=250),
    Variant("mail deleted in mass", m365("HardDelete", MailboxOwnerUPN=DANA), "bulk-deletion", times=120),
    Variant("link for anybody", m365("AnonymousLinkCreated", Workload="SharePoint", ObjectId="https://h/a"),
            "shared-outside"),
    Variant("link for a guest", m365("AddedToSecureLink", Workload="SharePoint", ObjectId="https://h/a",
                                     TargetUserOrGroupType="Guest", TargetUserOrGroupName=MALLORY), "shared-outside"),
    Variant("link for a colleague", m365("AddedToSecureLink", Workload="SharePoint", ObjectId="https://h/a",
            TargetUserOrGroupType="Member", TargetUserOrGroupName=BOSS), "shared-outside", not_seen=True),
    Variant("consent with a full stop", directory("Consent to application.", ModifiedProperties=CONSENT), "consent"),
    Variant("role with a full stop", directory("Add member to role.", ModifiedProperties=[
        {"Name": "Role.DisplayName", "OldValue": "", "NewValue": '"Global Administrator"'}]), "role-given"),
    Variant("second factor off", directory("Disable Strong Authentication."), "factor-removed"),
    Variant("credentials of an app", directory("Update application – Certificates and secrets management "),
            "app-password"),
    Variant("guessing", m365("UserLoginFailed", Workload="AzureActiveDirectory", RecordType=15, ResultStatus="Failed",
                             LogonError="InvalidUserNameOrPassword", ErrorNumber="50126"), "brute-force", times=12),
    Variant("record of a query of Graph", {
        "@odata.type": "#microsoft.graph.security.auditLogRecord", "id": "g-1",
        "createdDateTime": "2026-05-01T08:10:00Z", "auditLogRecordType": "ExchangeAdmin", "operation": "New-InboxRule",
        "userPrincipalName": DANA, "service": "Exchange", "clientIp": IP,
        "auditData": m365("New-InboxRule", Parameters=given(Name="x", ForwardTo=MALLORY)),
    }, "forwarding-outside"),
    Variant("table of Sentinel", {
        "TimeGenerated": "2026-05-01T08:10:00Z", "OfficeWorkload": "Exchange", "Operation": "New-InboxRule",
        "UserId": DANA, "ClientIP": IP, "RecordType": "ExchangeAdmin", "Type": "OfficeActivity", "ResultStatus": "True",
        "Parameters": json.dumps(given(Name="x", ForwardTo=MALLORY)), "OfficeId": "m-1",
    }, "forwarding-outside"),
    # Entra
    Variant("device code, beta", sign_in(authenticationProtocol="deviceCode"), "device-code"),
    Variant("device code, by how it was handed on", sign_in(originalTransferMethod="deviceCodeFlow"), "device-code"),
    Variant("risk of a sign-in", sign_in(riskLevelDuringSignIn="high", riskState="atRisk"), "provider-warning"),
    Variant("codes as text", sign_in(status={"errorCode": "50126"}), "brute-force", times=12),
    Variant("guessing, table of Azure Monitor", table_of_sign_ins(
        ResultType="50126", Status='{"errorCode":50126}'), "brute-force", times=12),
    Variant("refused on the telephone, table of Azure Monitor", table_of_sign_ins(
        ResultType="500121", Status='{"errorCode":500121,"additionalDetails":"MFA denied; user declined the authentication"}',
    ), "factor-denied"),
    Variant("old protocol", sign_in(clientAppUsed="IMAP4", isInteractive=False), "legacy-protocol"),
    Variant("factor by an administrator", directory_audit("Admin registered security info"), "factor-added"),
    Variant("factor deleted", directory_audit("Admin deleted security info"), "factor-removed"),
    Variant("role, table of Azure Monitor", {
        "TimeGenerated": "2026-05-01T08:10:00Z", "OperationName": "Add member to role", "Category": "RoleManagement",
        "Result": "success", "ActivityDisplayName": "Add member to role", "ActivityDateTime": "2026-05-01T08:10:00Z",
        "LoggedByService": "Core Directory", "Type": "AuditLogs", "Id": "a-1", "Identity": "Admin",
        "InitiatedBy": json.dumps({"user": {"userPrincipalName": "admin@harbour.example"}}),
        "TargetResources": json.dumps([{"type": "User", "userPrincipalName": DANA, "modifiedProperties": []}]),
        "AdditionalDetails": "[]",
    }, "role-given"),
    Variant("risk detection", {
        "id": "r-1", "riskEventType": "anonymizedIPAddress", "riskLevel": "medium", "riskState": "atRisk",
        "detectedDateTime": "2026-05-01T08:10:00Z", "activityDateTime": "2026-05-01T08:09:00Z", "ipAddress": IP,
        "userPrincipalName": DANA, "location": None, "riskDetail": "none", "source": "IdentityProtection",
    }, "provider-warning"),
    # Google
    Variant("second step off by its owner", google("user_accounts", "2sv_disable"), "factor-removed"),
    Variant("factor off by an administrator", google(
        "admin", "UNENROLL_USER_FROM_STRONG_AUTH", by=BOSS, USER_EMAIL=DANA), "factor-removed"),
    Variant("forwarding", google("user_accounts", "email_forwarding_out_of_domain",
                                 email_forwarding_destination_address=MALLORY), "forwarding-outside"),
    Variant("suspicious cookie", google("login", "user_signed_out_due_to_suspicious_session_cookie"), "provider-warning"),
    Variant("state", google("login", "gov_attack_warning"), "provider-warning"),
    Variant("hijacked", google("login", "account_disabled_hijacked", affected_email_address=DANA), "account-stopped"),
    Variant("a suspicious success", google("login", "login_success", login_type="google_password", is_suspicious=True),
            "risky-sign-in"),
    Variant("guessing", google("login", "login_failure", login_type="google_password",
                               login_failure_type="login_failure_invalid_password"), "brute-force", times=12),
    Variant("app, scopes in a list", google("token", "authorize", client_id="c", app_name="Reader",
            scope=["https://mail.google.com/", "https://www.googleapis.com/auth/drive"]), "consent"),
    Variant("role", google("admin", "ASSIGN_ROLE", by=BOSS, USER_EMAIL=DANA, ROLE_NAME="_SEED_ADMIN_ROLE"), "role-given"),
    Variant("takeout", google("takeout", "STARTED_USER_TAKEOUT", kind="USER_TAKEOUT", USER_EMAIL=DANA,
                              PRODUCTS_REQUESTED="gmail"), "export"),
    Variant("second step no longer enforced", google("admin", "ENFORCE_STRONG_AUTHENTICATION", by=BOSS,
            NEW_VALUE="false", OLD_VALUE="true"), "protection-weakened", person=BOSS),
    Variant("second step enforced", google("admin", "ENFORCE_STRONG_AUTHENTICATION", by=BOSS, NEW_VALUE="true",
            OLD_VALUE="false"), "protection-weakened", not_seen=True, person=BOSS),
    Variant("monitored by another", google("admin", "CREATE_EMAIL_MONITOR", by=BOSS, USER_EMAIL=DANA,
                                           EMAIL_MONITOR_DEST_EMAIL=MALLORY), "forwarding-outside"),
    Variant("files in mass", google("drive", "download", doc_title="a", visibility="private"), "mass-download", times=250),
    Variant("link for anybody", google("drive", "change_document_visibility", kind="acl_change",
            visibility="people_with_link", visibility_change="external", doc_title="a"), "shared-outside"),
    # Okta
    Variant("push denied", okta("user.mfa.okta_verify.deny_push", "FAILURE"), "factor-denied"),
    Variant("push denied, by the newer name", okta("user.authentication.auth_via_mfa", "FAILURE",
            "User rejected Okta push verify", debugContext={"debugData": {"factor": "OKTA_VERIFY_PUSH"}}), "factor-denied"),
    Variant("all factors reset", okta("user.mfa.factor.reset_all", by=BOSS), "factor-removed"),
    Variant("token of the API", okta("system.api_token.create", target=[{"id": "t", "type": "Token", "alternateId": "x",
                                     "displayName": "t"}]), "app-password"),
    Variant("role of a group", okta("group.privilege.grant", by=BOSS), "role-given"),
    Variant("risk of a person", okta("user.risk.detect", by="system@okta.com"), "provider-warning"),
    Variant("session in another place", okta("user.session.context.change"), "provider-warning"),
    Variant("policy no longer met", okta("policy.auth_reevaluate.fail", "FAILURE"), "provider-warning"),
    Variant("threat", okta("security.threat.detected", "DENY", "Password Spray"), "provider-warning"),
    Variant("consent", okta("app.oauth2.as.consent.grant"), "consent"),
    Variant("stream of logs off", okta("system.log_stream.lifecycle.deactivate", by=BOSS), "logging-stopped"),
    Variant("rule off", okta("policy.rule.deactivate", by=BOSS), "protection-weakened"),
    Variant("support may come in", okta("user.session.impersonation.grant", by=BOSS), "delegate-added"),
    Variant("hook of events", {"eventId": "h", "eventTime": "2026-05-01T08:10:01Z", "eventType": "com.okta.event_hook",
            "contentType": "application/json", "data": {"events": [okta("user.mfa.factor.reset_all", by=BOSS)]}},
            "factor-removed"),
    Variant("bus of events", {"version": "0", "id": "b", "detail-type": "SystemLog", "source": "aws.partner/okta.com/x",
            "time": "2026-05-01T08:10:01Z", "detail": okta("user.mfa.factor.reset_all", by=BOSS)}, "factor-removed"),
    # OneLogin, Duo
    Variant("assumed, webhook", onelogin(3), "delegate-added"),
    Variant("guessing, webhook", onelogin(6), "brute-force", times=12),
    Variant("fraud", {
        "event_type": "authentication", "result": "fraud", "reason": "user_marked_fraud", "factor": "verified_duo_push",
        "user": {"name": DANA, "key": "k", "groups": []}, "access_device": {"ip": IP}, "txid": "t",
        "isotimestamp": "2026-05-01T08:10:00.123456+00:00", "timestamp": 1777622400, "application": {"name": "VPN", "key": "a"},
        "auth_device": {"name": "x"}, "email": DANA,
    }, "factor-denied"),
    Variant("bypass code", {
        "action": "bypass_create", "username": "Boss", "object": DANA, "isotimestamp": "2026-05-01T08:10:00+00:00",
        "timestamp": 1777622400, "description": '{"bypass": "", "count": 1, "valid_secs": 3600}',
    }, "factor-removed"),
    # OCSF and ECS
    Variant("numbers as text", {
        "class_uid": "3002", "class_name": "Authentication", "category_uid": "3", "activity_id": "1", "status_id": "2",
        "time": 1777622400000, "severity_id": 1, "type_uid": 300201, "user": {"email_addr": DANA}, "src_endpoint": {"ip": IP},
        "metadata": {"version": "1.3.0", "product": {"name": "x"}, "uid": "e-1"}, "status_detail": "Invalid credentials",
    }, "brute-force", times=12),
    Variant("dotted names", {
        "@timestamp": "2026-05-01T08:10:00.000Z", "event.category": ["authentication"], "event.outcome": "failure",
        "event.action": "logged-in", "user.email": DANA, "source.ip": IP, "event.id": "e-1", "ecs.version": "8.11.0",
    }, "brute-force", times=12),
    Variant("category not in a list", {
        "@timestamp": "2026-05-01T08:10:00.000Z", "ecs": {"version": "8.11.0"}, "user": {"name": DANA},
        "event": {"category": "authentication", "type": "start", "outcome": "failure", "id": "e-1"}, "source": {"ip": IP},
    }, "brute-force", times=12),
    # Mail servers
    Variant("Dovecot, time as Debian's rsyslog writes it",
            f"2026-05-01T08:10:00.123456+00:00 mx dovecot: imap-login: Disconnected: Connection closed (auth failed, 3 attempts in 12 secs): user=<{DANA}>, method=PLAIN, rip={IP}, lip=192.0.2.1, TLS, session=<a>",
            "brute-force", times=12),
    Variant("Dovecot 2.4", f"2026-05-01T08:10:00.123456+00:00 mx dovecot: imap-login: Login aborted: Connection closed (auth failed, 1 attempts in 2 secs) (auth_failed): user=<{DANA}>, method=PLAIN, rip={IP}, lip=192.0.2.1, TLS, session=<a>",
            "brute-force", times=12),
    Variant("Dovecot by the journal", {
        "__REALTIME_TIMESTAMP": "1777622400000000", "_HOSTNAME": "mx", "SYSLOG_IDENTIFIER": "dovecot", "PRIORITY": "6",
        "MESSAGE": f"imap-login: Disconnected: Connection closed (auth failed, 3 attempts in 12 secs): user=<{DANA}>, method=PLAIN, rip={IP}, lip=192.0.2.1, TLS, session=<a>",
    }, "brute-force", times=12),
    Variant("Postfix by the journal", {
        "__REALTIME_TIMESTAMP": "1777622400000000", "_SOURCE_REALTIME_TIMESTAMP": "1777622399000000",
        "SYSLOG_IDENTIFIER": "postfix/submission/smtpd",
        "MESSAGE": list(f"warning: unknown[{IP}]: SASL PLAIN authentication failed: , sasl_username={DANA}".encode()),
    }, "brute-force", times=12),
    Variant("Dovecot by RFC 5424", f"<22>1 2026-05-01T08:10:00.123Z mx dovecot 77 - - imap-login: Disconnected: Connection closed (auth failed, 3 attempts in 12 secs): user=<{DANA}>, method=PLAIN, rip={IP}, lip=192.0.2.1, TLS, session=<a>",
            "brute-force", times=12),
)  # fmt: skip


def octets(variant: Variant) -> bytes:
    line = variant.line if isinstance(variant.line, str) else json.dumps(variant.line)
    return line.encode() + b"\n"


def items(variant: Variant) -> Sequence[object]:
    raw = octets(variant)
    return list(read([OpenFile("log", io.BytesIO(raw), raw)], as_of=datetime(2026, 11, 1, tzinfo=UTC)))


def story(variant: Variant, once: Sequence[Activity]) -> Iterator[Activity]:
    for one in once:
        for time in range(variant.times):
            yield replace(one, id=f"{one.id}-{time}", time=one.time + timedelta(seconds=time))


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda one: f"{one.name}-{one.seen}")
def test_each_way_of_writing_is_seen(variant: Variant) -> None:
    found = items(variant)
    activities = [one for one in found if isinstance(one, Activity)]
    assert activities, [one.code for one in found if isinstance(one, Unreadable)]
    assert {one.person for one in activities} == {variant.person}
    detector = Detector(all_detections(), Surroundings())
    alerts = [*detector.step(in_order(frame_of(story(variant, activities)))), *detector.pending()]
    assert (variant.seen in {alert.detection for alert in alerts}) is not variant.not_seen, (
        [alert.detection for alert in alerts], [(str(one.act), str(one.status), str(one.reason)) for one in activities],
    )  # fmt: skip


def test_no_field_of_a_variant_is_told_as_broken() -> None:
    told = {v.name: [(b.field, b.problem) for b in items(v) if isinstance(b, BadField)] for v in VARIANTS}
    assert {name: bad for name, bad in told.items() if bad} == {}
