"""What operations of Microsoft 365's unified audit log are.

Source: https://learn.microsoft.com/purview/audit-log-activities. Operations of Entra have the names of its audit log
with a full stop behind them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tocsin.formats.accounts import entra_audit
from tocsin.formats.accounts.shape import fold, text_of, unquoted
from tocsin.model.activity import Act

_ACTS: Final[dict[str, Act]] = {
    name.lower(): act
    for act, names in {
        Act.SIGN_IN: "UserLoggedIn UserLoginFailed MailboxLogin "
        "ForeignRealmIndexLogonInitialAuthUsingADFSFederatedToken",
        Act.TOKEN: "TeamsSessionStarted",
        Act.SIGN_OUT: "UserLoggedOff SignOut",
        Act.MAIL_READ: "MailItemsAccessed MessageBind FolderBind SearchQueryInitiatedExchange",
        Act.MAIL_SENT: "Send SendAs SendOnBehalf",
        Act.MAIL_DELIVERED: "TIMailData",
        Act.LINK_OPENED: "TIUrlClickData ClickData",
        Act.DELETED: "SoftDelete HardDelete MoveToDeletedItems FileDeleted FileDeletedFirstStageRecycleBin "
        "FileDeletedSecondStageRecycleBin FileRecycled FolderDeleted FolderRecycled FileVersionsAllDeleted",
        Act.RULE_MADE: "New-InboxRule Set-InboxRule Enable-InboxRule UpdateInboxRules New-TransportRule "
        "Set-TransportRule "
        "Enable-TransportRule New-JournalRule",
        Act.DELEGATE_ADDED: "Add-MailboxPermission Add-RecipientPermission Add-MailboxFolderPermission "
        "Set-MailboxFolderPermission AddFolderPermissions ModifyFolderPermissions UpdateFolderPermissions "
        "UpdateCalendarDelegation",
        Act.FILE_READ: "FileAccessed FileAccessedExtended FilePreviewed PageViewed AnonymousLinkUsed SecureLinkUsed",
        Act.DOWNLOADED: "FileDownloaded FileSyncDownloadedFull FileSyncDownloadedPartial",
        Act.EXPORTED: "SearchExported SearchExportDownloaded New-ComplianceSearch New-ComplianceSearchAction "
        "SearchCreated SearchStarted "
        "New-MailboxExportRequest AedSearchExported ExportJob CaseExportDownloaded",
        Act.SHARED: "AnonymousLinkCreated AnonymousLinkUpdated SharingSet SharingInvitationCreated AddedToSecureLink "
        "SecureLinkCreated SecureLinkUpdated AddedToSharingLink SharingLinkCreated",
        Act.ROLE_GIVEN: "Add-RoleGroupMember New-ManagementRoleAssignment SiteCollectionAdminAdded",
        Act.LOGGING_STOPPED: "Set-MailboxAuditBypassAssociation Remove-UnifiedAuditLogRetentionPolicy "
        "Disable-ProtectionAlert Remove-ProtectionAlert Remove-ActivityAlert Disable-ActivityAlert",
        Act.PROTECTION_WEAKENED: "Disable-AntiPhishRule Remove-AntiPhishRule Remove-AntiPhishPolicy "
        "Disable-SafeLinksRule "
        "Remove-SafeLinksRule Remove-SafeLinksPolicy Disable-SafeAttachmentRule Remove-SafeAttachmentRule "
        "Remove-SafeAttachmentPolicy Disable-MalwareFilterRule Remove-MalwareFilterRule Remove-MalwareFilterPolicy "
        "Disable-HostedContentFilterRule Remove-HostedContentFilterRule Remove-HostedContentFilterPolicy "
        "Disable-TransportRule Remove-TransportRule Remove-DlpPolicy Remove-DlpComplianceRule SharingPolicyChanged "
        "Remove-AuthenticationPolicy DeviceAccessPolicyChanged NetworkAccessPolicyChanged",
        Act.WARNING: "AlertTriggered AlertEntityGenerated AlertUpdated AirInvestigationData",
        Act.ACCOUNT_MADE: "New-Mailbox New-MailUser SharingInvitationAccepted",
        Act.ACCOUNT_CHANGED: "Set-Mailbox Set-User",
    }.items()
    for name in names.split()
}
_BY_PARAMETERS: Final = frozenset({Act.RULE_MADE, Act.ACCOUNT_CHANGED})
_FORWARDS: Final = ("ForwardTo", "ForwardAsAttachmentTo", "RedirectTo", "RedirectMessageTo", "BlindCopyTo", "CopyTo")
"""Parameters of rules that send mail on."""
_MAILBOX_FORWARDS: Final = ("ForwardingSmtpAddress", "ForwardingAddress")
_OPENED: Final = ("ImapEnabled", "PopEnabled", "SmtpClientAuthenticationDisabled", "ActiveSyncEnabled")
"""Old protocols of Set-CASMailbox; the third one is a `disabled`, so that "False" opens it."""


_SWITCHED: Final = frozenset(
    {
        "set-safelinkspolicy", "set-safeattachmentpolicy", "set-antiphishpolicy", "set-malwarefilterpolicy",
        "set-hostedcontentfilterpolicy", "set-atppolicyforo365",
    }
)  # fmt: skip
"""Policies that protect mail: whatever is enabled by them, and is not any more, protects less."""
_WEAKENS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "set-hostedoutboundspamfilterpolicy": (("AutoForwardingMode", "on"),),
    "set-remotedomain": (("AutoForwardEnabled", "true"),),
    "new-remotedomain": (("AutoForwardEnabled", "true"),),
    "set-hostedconnectionfilterpolicy": (("EnableSafeList", "true"),),
}
"""Settings and the value, in lower case, by which one weakens protection."""
_LETS_PASS: Final = ("AllowedSenders", "AllowedSenderDomains", "IPAllowList")
"""Whose mail is no longer looked at."""
_RULE_FORWARDS: Final = frozenset({"forward", "forwardasattachment", "redirect"})
"""Actions of rules that Outlook makes, in `RuleActions`."""


@lru_cache(maxsize=1024)
def _named(operation: str) -> tuple[str, Act | None]:
    name = operation.strip(". ").lower()
    return name, _ACTS.get(name)


def act_of(operation: str, parameters: Mapping[str, str], changes: tuple[tuple[str, str, str], ...] = ()) -> Act:
    """Return what an operation with these parameters is."""
    name, found = _named(operation)
    if name == "set-mailboxauditbypassassociation" and _is(parameters, "AuditBypassEnabled", "false"):
        return Act.OTHER
    if found is not None and found not in _BY_PARAMETERS:
        return found
    if found is Act.RULE_MADE:
        return Act.FORWARDING_SET if forwards_to(parameters) else Act.RULE_MADE
    if name == "set-mailbox":
        return _mailbox(parameters)
    if name == "set-casmailbox":
        opened = any(_is(parameters, one, "false" if one.endswith("Disabled") else "true") for one in _OPENED)
        return Act.PROTECTION_WEAKENED if opened else Act.ACCOUNT_CHANGED
    if name == "set-adminauditlogconfig":
        return Act.LOGGING_STOPPED if any(_is(parameters, one, "false") for one in parameters) else Act.OTHER
    if name == "set-organizationconfig":
        return Act.LOGGING_STOPPED if _is(parameters, "AuditDisabled", "true") else Act.OTHER
    if _weakens(name, parameters):
        return Act.PROTECTION_WEAKENED
    return found or entra_audit.act_of(name, changes)


def _mailbox(parameters: Mapping[str, str]) -> Act:
    if any(parameters.get(one) for one in _MAILBOX_FORWARDS):
        return Act.FORWARDING_SET
    if _is(parameters, "AuditEnabled", "false"):
        return Act.LOGGING_STOPPED
    return Act.DELEGATE_ADDED if parameters.get("GrantSendOnBehalfTo") else Act.ACCOUNT_CHANGED


def _is(parameters: Mapping[str, str], name: str, word: str) -> bool:
    return parameters.get(name, "").lower() == word


def _weakens(name: str, parameters: Mapping[str, str]) -> bool:
    if any(_is(parameters, one, word) for one, word in _WEAKENS.get(name, ())):
        return True
    if name in _SWITCHED and any("Enable" in one and _is(parameters, one, "false") for one in parameters):
        return True
    is_filter = name in ("set-hostedcontentfilterpolicy", "set-hostedconnectionfilterpolicy")
    return is_filter and any(parameters.get(one, "").strip("{}[]") for one in _LETS_PASS)


def forwards_to(parameters: Mapping[str, str]) -> str:
    """Return the addresses to which a rule or mailbox forwards, in lower case and without `smtp:`."""
    found = [parameters.get(one, "") for one in (*_FORWARDS, *_MAILBOX_FORWARDS)]
    found += recipients(parameters.get("RuleActions", "")) or []
    return "; ".join(value.lower().removeprefix("smtp:") for value in found if value)


def recipients(actions: str) -> list[str] | None:
    """Return to whom the actions of a rule, as Outlook writes them, send mail on: JSON in a text. None: not readable."""
    listed = unquoted(actions) if actions else []
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        return None
    found: list[str] = []
    for one in listed:
        if fold(text_of(one.get("ActionType"))) in _RULE_FORWARDS:
            several = one.get("Recipients") or []
            if not isinstance(several, list | str):
                return None
            found += [several] if isinstance(several, str) else map(text_of, several)
    return found
