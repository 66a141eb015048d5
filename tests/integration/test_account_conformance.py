"""Labelled events of a public rule set's own tests: each topic is seen by the detection that it is for.

These are unit tests of rules, one event at a time, and no measure of recall in the field. Where a rule counts, or wants
something new for a person, the event is told that many times, or after a history.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tocsin.formats.accounts import all_formats
from tocsin.formats.accounts.shape import Reading
from tocsin.identify.columns import frame_of, in_order
from tocsin.identify.detections import all_detections
from tocsin.identify.detector import Detector
from tocsin.identify.origins import Surroundings
from tocsin.model.activity import Act, Activity, Status

EVENTS = Path(__file__).parents[3] / "shared" / "accounts" / "panther-dev.jsonl"
WHERE = Surroundings((lambda _ip: ("AQ", None, None, None, None),))
"""Some rules lean on data about addresses beside the event: here all that no log places lie in Antarctica."""
UNDATED = datetime(2031, 3, 3, tzinfo=UTC)
pytestmark = pytest.mark.skipif(
    not EVENTS.exists(), reason="needs the labelled events, which are not in the repository"
)


@dataclass(frozen=True)
class Topic:
    """What a rule of the set is for us."""

    seen_by: tuple[str, ...] = ()
    """At least one of these detections finds its `expected` events."""
    times: int = 1
    """So often the event is told, a second apart: the rule counts."""
    after: str = ""
    """A field that had another value on each of the ten days before: the rule wants something new."""
    broader: str = ""
    """Why the same detection may find events that the rule does not."""
    none: str = ""
    """Why no detection is for this."""


def seen(*names: str, **more: Any) -> Topic:
    return Topic(names, **more)


MACHINES = Topic(none="it is about machines and stores in a cloud, not about accounts, mail or documents of people")
STORAGE = "what is deleted is told, and not what the rule wants deleted"
MAIL = Topic(none="it is about a message that was delivered; Tocsin judges the message itself")
TABLES = Topic(none="it reads rows of the rule set's own statistics, not lines of a log")
SETTING = "all changes of settings are told, as information"
DELETION = seen("deletion")
TOPICS = {
    "Azure.MonitorActivity.ActionGroups.Deleted": seen("logging-stopped"),
    "Azure.MonitorActivity.AlertRules.Deleted": seen("logging-stopped"),
    "Azure.MonitorActivity.Authorization.ResourceLockDeleted": seen("protection-weakened"),
    "Azure.MonitorActivity.Automation.ScheduleCreated": MACHINES,
    "Azure.MonitorActivity.Compute.DiskDeleted": DELETION,
    "Azure.MonitorActivity.Compute.DiskSASURIGenerated": seen("export"),
    "Azure.MonitorActivity.Compute.SnapshotDeleted": DELETION,
    "Azure.MonitorActivity.Compute.VMCommandExecuted": MACHINES,
    "Azure.MonitorActivity.EventHub.Deleted": seen("logging-stopped"),
    "Azure.MonitorActivity.KeyVault.CertificateAccessed": seen("secret-read"),
    "Azure.MonitorActivity.KeyVault.KeyPurged": seen("deletion", broader=STORAGE),
    "Azure.MonitorActivity.KeyVault.Purged": seen("deletion", broader=STORAGE),
    "Azure.MonitorActivity.KeyVault.SecretAccessedOrRecovered": seen("secret-read"),
    "Azure.MonitorActivity.Kubernetes.RoleBindingCreated": seen("role-given"),
    "Azure.MonitorActivity.Network.FirewallPolicyDeleted": seen("protection-weakened"),
    "Azure.MonitorActivity.Network.PacketCaptureEnabled": MACHINES,
    "Azure.MonitorActivity.Network.VNetDeleted": DELETION,
    "Azure.MonitorActivity.Network.WatcherDeleted": seen("logging-stopped"),
    "Azure.MonitorActivity.Policy.Violation": seen("provider-warning"),
    "Azure.MonitorActivity.ResourceGroup.Deleted": DELETION,
    "Azure.MonitorActivity.RoleAssignment.PrivilegedOrElevated": seen(
        "role-given", broader="any role that is given is told; which of them are powerful differs from house to house"
    ),
    "Azure.MonitorActivity.SQL.ServerDeleted": DELETION,
    "Azure.MonitorActivity.Storage.Blob.BulkDeletion": seen("bulk-deletion", times=60),
    "Azure.MonitorActivity.Storage.Blob.BulkExtraction": seen("mass-download", times=120),
    "Azure.MonitorActivity.Storage.Blob.CPKEncryptionDetected": MACHINES,
    "Azure.MonitorActivity.Storage.Blob.Uploaded": MACHINES,
    "Azure.MonitorActivity.Storage.FileShareModified": MACHINES,
    "Azure.MonitorActivity.Storage.ImmutabilityPolicyDeleted": seen("protection-weakened"),
    "Azure.MonitorActivity.StorageAccount.BlobAnonymousAccessEnabled": seen("protection-weakened", "shared-outside"),
    "Azure.MonitorActivity.StorageAccount.ContainerSoftDeleteDisabled": seen("protection-weakened"),
    "Azure.MonitorActivity.StorageAccount.KeysListed": seen("secret-read"),
    "Azure.MonitorActivity.StorageAccount.PublicNetworkAccessEnabled": seen(
        "protection-weakened", broader="the counter-example loosens another setting of the store, which is told too"
    ),
    "Azure.MonitorActivity.StorageAccount.SharedKeyAccessEnabled": seen("protection-weakened"),
    "Azure.MonitorActivity.StorageAccount.VersioningDisabled": seen("protection-weakened"),
    "Azure.MonitorActivity.VirtualMachine.Deleted": DELETION,
    "Azure.Audit.DeviceCodeBrokerClient": seen("device-code", broader="any sign-in by a device code is told"),
    "Azure.Audit.HighRiskSignIn": seen("provider-warning"),
    "Azure.Audit.InviteExternalUsers": seen("account-made", broader="any invitation is told, as plain administration"),
    "Azure.Audit.MFADisabled": seen(
        "protection-weakened", broader="a policy that is loosened is told whichever service of the log says so"
    ),
    "Azure.Audit.ManyFailedSignIns": seen("brute-force", times=12),
    "Azure.Audit.MultipleProtectionAlerts": seen("provider-warning"),
    "Azure.Audit.PolicyChanged": seen("protection-weakened"),
    "Azure.Audit.RiskLevelPassthrough": seen("provider-warning"),
    "Azure.Audit.VSCodeOAuthPhishing": seen(
        "new-app", after="app", broader="the app is new for the person whatever it is used for"
    ),
    "DUO.User.Action.Fraudulent": seen("factor-denied"),
    "DUO.User.BypassCode.Used": seen("factor-bypassed"),
    "Duo.Admin.App.Integration.Secret.Key.Viewed": seen("secret-read"),
    "Duo.Admin.Bypass.Code.Created": seen("factor-removed"),
    "Duo.Admin.Bypass.Code.Viewed": seen("secret-read"),
    "Duo.Admin.Create.Admin": seen("role-given"),
    "Duo.Admin.Lockout": seen("account-stopped"),
    "Duo.Admin.MFA.Restrictions.Updated": seen("protection-weakened"),
    "Duo.Admin.New.Admin.API.App.Integration": seen("app-password"),
    "Duo.Admin.Policy.Updated": seen("settings-changed"),
    "Duo.Admin.SSO.SAML.Requirement.Disabled": seen("protection-weakened"),
    "Duo.Admin.User.MFA.Bypass.Enabled": seen("factor-removed"),
    "GSuite.AdvancedProtection": seen("factor-removed"),
    "GSuite.DeviceSuspiciousActivity": seen("provider-warning"),
    "GSuite.DeviceUnlockFailure": seen("provider-warning", broader="the log's own warning is told however small it is"),
    "GSuite.Drive.BulkDocumentDeletion": seen("bulk-deletion", times=60, broader="mail that is deleted counts too"),
    "GSuite.Gmail.Email.SpamFilter.Bypass": MAIL,
    "GSuite.Gmail.Potential.Spoofed.Email": MAIL,
    "GSuite.Gmail.Spam.Email.Surge": MAIL,
    "GSuite.Gmail.SpamEmail.AttachmentDownload": MAIL,
    "GSuite.Gmail.SpamEmail.LinkClicked": MAIL,
    "GSuite.GoogleAccess": Topic(none="the provider's own staff opened a thing and says so; no attack on an account"),
    "GSuite.GovernmentBackedAttack": seen("provider-warning"),
    "GSuite.LeakedPassword": seen("provider-warning"),
    "GSuite.LoginType": Topic(none="which ways to sign in are allowed is a house's own rule: a Sigma rule says it"),
    "GSuite.Rule": seen("provider-warning"),
    "GSuite.SuspiciousLogins": seen("provider-warning"),
    "GSuite.TwoStepVerification": seen("factor-removed"),
    "GSuite.UserSuspended": seen("account-stopped"),
    "GSuite.Workspace.CalendarExternalSharingSetting": seen("protection-weakened"),
    "GSuite.Workspace.DataExportCreated": seen("export"),
    "GSuite.Workspace.GmailDefaultRoutingRuleModified": seen(
        "protection-weakened", "settings-changed", broader=SETTING
    ),
    "GSuite.Workspace.GmailSecuritySandboxDisabled": seen("protection-weakened", broader=SETTING),
    "GSuite.Workspace.PasswordEnforceStrongDisabled": seen("protection-weakened", broader=SETTING),
    "GSuite.Workspace.PasswordReuseEnabled": seen("settings-changed"),
    "GSuite.Workspace.TrustedDomainsAllowlist": seen("protection-weakened", "settings-changed", broader=SETTING),
    "Google.Workspace.Admin.Custom.Role": seen("settings-changed", broader=SETTING),
    "Google.Workspace.Advanced.Protection.Program": seen("settings-changed", broader=SETTING),
    "Google.Workspace.ManyDocsDownloaded": seen(
        "mass-download", times=120, broader="whoever opens that many, or takes them from mail, has copied them too"
    ),
    "GSuite.Drive.ExternalFileShare": seen(
        "shared-outside", broader="which outsiders are allowed is a house's own list; sharing is told at low severity"
    ),
    "Microsoft365.Exchange.External.Forwarding": seen("forwarding-outside"),
    "Microsoft365.External.Document.Sharing": seen(
        "shared-outside", broader="which outsiders are allowed is a house's own list; sharing is told at low severity"
    ),
    "Okta.ADAgent.TokenAbuse.Behavioral": TABLES,
    "Okta.APIKeyRevoked": seen("settings-changed"),
    "Okta.AdminRoleAssigned": seen("role-given"),
    "Okta.App.Unauthorized.Access.Attempt": seen(
        "provider-warning", broader="the counter-example is another warning of the provider, which is told too"
    ),
    "Okta.Global.MFA.Disabled": seen("protection-weakened"),
    "Okta.Login.Without.Push.Marker": Topic(none="it looks for the mark of one product in texts of another's pushes"),
    "Okta.Org2org.Creation.Modification": seen("settings-changed"),
    "Okta.PasswordAccess": seen("secret-read", broader="whoever reads the owner's own passwords may not be the owner"),
    "Okta.Phishing.Attempt.Blocked.FastPass": seen("risky-sign-in"),
    "Okta.Rate.Limits": seen("provider-warning"),
    "Okta.Refresh.Access.Token.Reuse": seen("provider-warning"),
    "Okta.SSO.to.AWS": Topic(none="a plain use of an app, and the event names nobody for whom it could be new"),
    "Okta.SWA.BulkAccess.Behavioral": TABLES,
    "Okta.SkeletonKeyBypass.Behavioral": TABLES,
    "Okta.Support.Access": seen("delegate-added"),
    "Okta.Support.Reset": seen("password-changed", broader="any reset is told, as information, and who did it"),
    "Okta.User.MFA.Factor.Suspend": seen("factor-removed", broader="the counter-example resets all factors: told too"),
    "Okta.User.MFA.Reset.All": seen("factor-removed"),
    "Okta.User.MFA.Reset.Single": seen("factor-removed"),
    "Okta.User.Reported.Suspicious.Activity": seen("provider-warning"),
    "OneLogin.ActiveLoginActivity": Topic(none="many accounts that succeed from one address are an office as well"),
    "OneLogin.HighRiskFailedLogin": seen("provider-warning"),
    "OneLogin.PasswordAccess": seen(
        "secret-read", broader="whoever reads the owner's own passwords may not be the owner"
    ),
    "OneLogin.PasswordChanged": seen("password-changed", broader="any change is told, as information, and who did it"),
    "OneLogin.ThresholdAccountsModified": seen("password-changed"),
    "OneLogin.UserAccountLocked": seen("account-stopped"),
    "OneLogin.UserAssumption": seen("delegate-added"),
    "Standard.AdminRoleAssigned": seen(
        "role-given", broader="any role that is given is told; which of them are powerful differs from house to house"
    ),
    "Standard.BruteForceByUser": seen("brute-force", times=12),
    "Standard.MFADisabled": seen("factor-removed", broader="a factor that its owner removes is told too, less gravely"),
    "Standard.SignInFromRogueState": seen(
        "new-country", after="country", broader="no state is named: any country that is new for the person is told"
    ),
    "Standard.DNSBase64": Topic(none="it is about names asked for in DNS, not about accounts"),
}
UNREAD = {
    "AWS.CloudTrail",
    "AWS.VPCDns",
    "Asana.Audit",
    "Box.Event",
    "CiscoUmbrella.DNS",
    "Crowdstrike.FDREvent",
    "GCP.AuditLog",
    "GitHub.Audit",
    "Notion.AuditLogs",
    "OnePassword.SignInAttempt",
    "Zendesk.Audit",
    "Zoom.Activity",
}
"""Logs that are not read: of other services than those that accounts of people and their mail are with."""


@cache
def events() -> list[dict[str, Any]]:
    return [json.loads(line) for line in EVENTS.read_text().splitlines()]


def activities(event: dict[str, Any]) -> list[Activity] | None:
    one = next((one for one in all_formats().values() if one.recognises(event)), None)
    return None if one is None else one.read(event, Reading(undated=UNDATED))


def told(topic: Topic, once: list[Activity]) -> Iterator[Activity]:
    """Yield the story: what was usual, and then the event, as often as it takes."""
    for number, one in enumerate(once):
        for day in range(10 if topic.after else 0):
            usual = {"act": Act.SIGN_IN, "status": Status.SUCCESS, "id": f"usual-{number}-{day}", topic.after: "XX"}
            yield msgspec.structs.replace(one, time=one.time - timedelta(days=20 - day), **usual)
        for time in range(topic.times):
            yield msgspec.structs.replace(one, id=f"{one.id}-{number}-{time}", time=one.time + timedelta(seconds=time))


def found(story: Iterable[Activity]) -> set[str]:
    detector = Detector(all_detections(), WHERE)
    return {alert.detection for alert in (*detector.step(in_order(frame_of(story))), *detector.pending())}


def _cases(expected: bool) -> list[tuple[str, str, dict[str, Any]]]:
    return [(row["rule"], row["name"], row["event"]) for row in events() if row["expected"] is expected]


def test_every_topic_is_thought_of() -> None:
    assert {row["rule"] for row in events()} == set(TOPICS)
    assert all(bool(topic.seen_by) != bool(topic.none) for topic in TOPICS.values())
    assert {name for topic in TOPICS.values() for name in topic.seen_by} <= set(all_detections())


def test_what_is_not_read_is_of_other_services() -> None:
    unread = [event for _, _, event in _cases(True) + _cases(False) if activities(event) is None]
    assert {event.get("p_log_type") for event in unread} - {None} == UNREAD
    nameless = {
        row["rule"] for row in events() if row["event"].get("p_log_type") is None and activities(row["event"]) is None
    }
    assert all(TOPICS[rule] is TABLES for rule in nameless)


def test_no_expected_event_is_missed() -> None:
    missed, seen_events = [], 0
    for rule, name, event in _cases(True):
        topic, once = TOPICS[rule], activities(event)
        if topic.none or once is None:
            continue
        seen_events += 1
        if not found(told(topic, once)) & set(topic.seen_by):
            missed.append((rule, name))
    assert missed == []
    assert seen_events >= 150


def test_counter_examples_are_left_alone_or_explained() -> None:
    wrong, explained = [], set()
    for rule, name, event in _cases(False):
        topic, once = TOPICS[rule], activities(event)
        if topic.none or not once or not found(told(topic, once)) & set(topic.seen_by):
            continue
        if topic.broader:
            explained.add(rule)
        else:
            wrong.append((rule, name))
    assert wrong == []
    assert {rule for rule, topic in TOPICS.items() if topic.broader} == explained, "a reason that nothing needs"
