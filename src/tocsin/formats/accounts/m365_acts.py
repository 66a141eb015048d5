"""What operations of Microsoft 365's unified audit log are.

Source: https://learn.microsoft.com/purview/audit-log-activities. Operations of Entra have the names of its audit log
with a full stop behind them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tocsin.formats.accounts import entra_audit
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


@lru_cache(maxsize=1024)
def _named(operation: str) -> tuple[str, Act | None]:
    name = operation.rstrip(".").lower()
    return name, _ACTS.get(name)


def act_of(operation: str, parameters: Mapping[str, str], changes: tuple[tuple[str, str, str], ...] = ()) -> Act:
    """Return what an operation with these parameters is."""
    name, found = _named(operation)
    if found is not None and found not in _BY_PARAMETERS:
        return found
    if found is Act.RULE_MADE:
        return Act.FORWARDING_SET if forwards_to(parameters) else Act.RULE_MADE
    if name == "set-mailbox":
        return _mailbox(parameters)
    if name == "set-casmailbox":
        opened = any(parameters.get(one, "") == ("False" if one.endswith("Disabled") else "True") for one in _OPENED)
        return Act.PROTECTION_WEAKENED if opened else Act.ACCOUNT_CHANGED
    if name == "set-adminauditlogconfig":
        return Act.LOGGING_STOPPED if "False" in parameters.values() else Act.OTHER
    if name == "set-organizationconfig":
        return Act.LOGGING_STOPPED if parameters.get("AuditDisabled") == "True" else Act.OTHER
    return found or entra_audit.act_of(name, changes)


def _mailbox(parameters: Mapping[str, str]) -> Act:
    if any(parameters.get(one) for one in _MAILBOX_FORWARDS):
        return Act.FORWARDING_SET
    if parameters.get("AuditEnabled") == "False":
        return Act.LOGGING_STOPPED
    return Act.DELEGATE_ADDED if parameters.get("GrantSendOnBehalfTo") else Act.ACCOUNT_CHANGED


def forwards_to(parameters: Mapping[str, str]) -> str:
    """Return the addresses to which a rule or mailbox forwards, in lower case and without `smtp:`."""
    found = (parameters.get(one, "") for one in (*_FORWARDS, *_MAILBOX_FORWARDS))
    return "; ".join(value.lower().removeprefix("smtp:") for value in found if value)
