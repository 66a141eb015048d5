"""What events of Google Workspace's logs are.

Source: the appendices of https://developers.google.com/workspace/admin/reports/v1/appendix/activity, one an
application.
"""

from __future__ import annotations

from typing import Any, Final

from tocsin.formats.accounts.shape import text_of
from tocsin.model.activity import Act

_ACTS: Final[dict[str, Act]] = {
    name: act
    for act, names in {
        Act.SIGN_IN: "login_success login_failure",
        Act.SECOND_FACTOR: "login_challenge login_verification",
        Act.SIGN_OUT: "logout RESET_SIGNIN_COOKIES",
        Act.TOKEN: "activity request",
        Act.CONSENT: "authorize ADD_API_CLIENT AUTHORIZE_API_CLIENT_ACCESS ADD_TO_TRUSTED_OAUTH2_APPS",
        Act.PASSWORD_CHANGED: "password_edit CHANGE_PASSWORD CHANGE_PASSWORD_ON_NEXT_LOGIN password_change",
        Act.FACTOR_ADDED: "2sv_enroll passkey_enrolled titanium_enroll "
        "CHANGE_TWO_STEP_VERIFICATION_ENROLLMENT_PERIOD_DURATION",
        Act.FACTOR_REMOVED: "2sv_disable passkey_removed titanium_unenroll TURN_OFF_2_STEP_VERIFICATION "
        "UNENROLL_USER_FROM_TITANIUM "
        "UNENROLL_USER_FROM_STRONG_AUTH REVOKE_SECURITY_KEY GENERATE_2SV_SCRATCH_CODES DELETE_2SV_SCRATCH_CODES "
        "SECURITY_KEY_REVOKED",
        Act.RECOVERY_CHANGED: "recovery_email_edit recovery_phone_edit recovery_secret_qa_edit "
        "CHANGE_RECOVERY_EMAIL CHANGE_RECOVERY_PHONE",
        Act.APP_PASSWORD: "app_password_created APPLICATION_SPECIFIC_PASSWORD_CREATED "
        "application_specific_password_created",
        Act.FORWARDING_SET: "email_forwarding_out_of_domain email_forwarding_change CREATE_EMAIL_MONITOR",
        Act.DELEGATE_ADDED: "mail_delegation_added DELEGATE_MAILBOX add_delegate",
        Act.ROLE_GIVEN: "ASSIGN_ROLE GRANT_ADMIN_PRIVILEGE GRANT_DELEGATED_ADMIN_PRIVILEGES ADD_PRIVILEGE",
        Act.ACCOUNT_MADE: "CREATE_USER USER_INVITE UNDELETE_USER",
        Act.ACCOUNT_CHANGED: "RENAME_USER CHANGE_FIRST_NAME CHANGE_LAST_NAME MOVE_USER_TO_ORG_UNIT UNSUSPEND_USER "
        "ACTIVATE_USER "
        "CREATE_EMAIL_MONITOR_ADD_ALIAS ADD_NICKNAME",
        Act.ACCOUNT_STOPPED: "SUSPEND_USER account_disabled_generic account_disabled_spamming_through_relay "
        "account_disabled_spamming account_disabled_hijacked account_disabled_password_leak ARCHIVE_USER",
        Act.DELETED: "DELETE_USER trash delete DELETE_GROUP DELETE_MOBILE_APPLICATION REMOTE_WIPE_DEVICE",
        Act.FILE_READ: "view preview",
        Act.DOWNLOADED: "download sync_item_content source_copy copy print",
        Act.EXPORTED: "CUSTOMER_TAKEOUT_CREATED CUSTOMER_TAKEOUT_SUCCEEDED "
        "STARTED_USER_TAKEOUT COMPLETED_USER_TAKEOUT DOWNLOADED_USER_TAKEOUT SCHEDULED_USER_TAKEOUT "
        "DOWNLOAD_USERLIST_CSV CREATE_DATA_TRANSFER_REQUEST EXPORT_CREATED "
        "MAILBOX_DUMP REQUEST_MAILBOX_DUMP RETRIEVE_MAILBOX_DUMP add_export view_export",
        Act.SHARED: "change_document_visibility change_document_access_scope change_user_access change_acl_editors "
        "shared_drive_membership_change team_drive_membership_change",
        Act.LOGGING_STOPPED: "ALERT_CENTER_RULE_DELETED ALERT_DELETED SYSTEM_DEFINED_RULE_UPDATED_DISABLED",
        Act.PROTECTION_WEAKENED: "ENFORCE_STRONG_AUTHENTICATION_OFF WEAK_PROGRAMMATIC_LOGIN_SETTINGS_CHANGED_ON "
        "DELETE_GMAIL_SETTING "
        "ADD_TRUSTED_DOMAINS REMOVE_APPLICATION_FROM_BLOCKLIST UNTRUST_DOMAIN_OWNED_OAUTH2_APPS_OFF "
        "TOGGLE_ALLOW_ADMIN_PASSWORD_RESET_ON BYPASS_2SV",
        Act.WARNING: "gov_attack_warning suspicious_login suspicious_login_less_secure_app "
        "suspicious_programmatic_login "
        "risky_sensitive_action_allowed risky_sensitive_action_blocked blocked_sender "
        "user_signed_out_due_to_suspicious_session_cookie "
        "account_disabled_password_leak SUSPICIOUS_ACTIVITY_EVENT FAILED_PASSWORD_ATTEMPTS_EVENT "
        "DEVICE_COMPROMISED_EVENT "
        "rule_trigger rule_match action_complete CALENDAR_SUSPICIOUS suspicious_session_cookie",
    }.items()
    for name in names.split()
}
_GMAIL: Final = {
    "delivery": Act.MAIL_DELIVERED,
    "view": Act.MAIL_READ,
    "download": Act.DOWNLOADED,
    "send": Act.MAIL_SENT,
}
_OFF: Final = frozenset({"false", "off", "disabled", "never", "none", "0", "not_allowed_to_enforce"})
_ON: Final = frozenset({"true", "on", "enabled", "always", "allowed", "1"})
_GUARDS: Final = (
    "2sv", "two_step", "two step", "strong_auth", "password", "attachmentdeepscanning", "protect", "spam", "phish",
    "warning",
    "scanning", "security", "dkim", "dmarc", "session", "login_challenge",
)  # fmt: skip
"""In names of settings: what protects, so that switching it off is a weakening."""
_OPENINGS: Final = (
    "less_secure",
    "lesssecure",
    "sharing_outside",
    "weak",
    "bypass",
    "external",
    "allow",
    "imap",
    "pop",
)
"""In names of settings: what opens something, so that switching it on is a weakening."""
_SETTING_CHANGES: Final = frozenset(
    "CHANGE_APPLICATION_SETTING CREATE_APPLICATION_SETTING DELETE_APPLICATION_SETTING CHANGE_GMAIL_SETTING "
    "CREATE_GMAIL_SETTING CHANGE_CALENDAR_SETTING ENFORCE_STRONG_AUTHENTICATION ALLOW_STRONG_AUTHENTICATION "
    "WEAK_PROGRAMMATIC_LOGIN_SETTINGS_CHANGED CHANGE_EMAIL_SETTING CHANGE_DOCS_SETTING CHANGE_SESSION_LENGTH "
    "CHANGE_TWO_STEP_VERIFICATION_FREQUENCY CHANGE_ALLOWED_TWO_STEP_VERIFICATION_METHODS "
    "TOGGLE_CONTENT_AWARE_ACCESS_ENABLED ALERT_STATUS_CHANGED SYSTEM_DEFINED_RULE_UPDATED".split()
)
_OBJECTS: Final = (
    "email_forwarding_destination_address", "EMAIL_MONITOR_DEST_EMAIL", "ROLE_NAME", "doc_title", "SETTING_NAME", "DOMAIN_NAME", "target_user",
    "rule_name", "GROUP_EMAIL", "group_email", "app_name", "doc_id", "APPLICATION_NAME", "DEVICE_ID",
    "OBFUSCATED_CUSTOMER_TAKEOUT_REQUEST_ID", "USER_EMAIL",
)  # fmt: skip
_NAMING: Final = frozenset(_OBJECTS)
_FOLDED_ACTS: Final = {name.lower(): act for name, act in _ACTS.items()}


def act_of(log: str, kind: str, name: str, parameters: dict[str, Any]) -> Act:
    """Return what an event is. `kind` is its type, `log` the application that it is of."""
    if log == "gmail":
        return _GMAIL.get(name, Act.DELETED if name == "trash" else Act.OTHER)
    if name in _SETTING_CHANGES:
        return _setting(name, parameters)
    if log == "saml" and name.startswith("login"):
        return Act.SIGN_IN
    if kind == "acl_change":
        return Act.SHARED
    if log != "token" and name in ("activity", "request", "authorize"):
        return Act.OTHER
    return _FOLDED_ACTS.get(name.lower(), Act.OTHER)


def _setting(name: str, parameters: dict[str, Any]) -> Act:
    """Weigh a changed setting by its name and what it was set to."""
    setting = text_of(parameters.get("SETTING_NAME")).lower() or name.lower()
    new, old = (text_of(parameters.get(key)).lower() for key in ("NEW_VALUE", "OLD_VALUE"))
    if name == "SYSTEM_DEFINED_RULE_UPDATED" or name == "ALERT_STATUS_CHANGED":
        return Act.LOGGING_STOPPED if new in _OFF else Act.OTHER
    opens = any(mark in setting for mark in _OPENINGS)
    if opens and (new in _ON or (new and new not in _OFF and _widens(old, new))):
        return Act.PROTECTION_WEAKENED
    if any(mark in setting for mark in _GUARDS) and new in _OFF and not opens:
        return Act.PROTECTION_WEAKENED
    return Act.OTHER


def _widens(old: str, new: str) -> bool:
    """Say whether what others may do grew, as calendar sharing writes it."""
    order = ("show_free_busy", "free_busy", "read_only", "read_write", "manage")
    ranks = [next((rank for rank, mark in enumerate(order) if mark in value), -1) for value in (old, new)]
    return ranks[1] > ranks[0]


def object_of(name: str, parameters: dict[str, Any]) -> str:
    """Return what an event was done to, by the first parameter that says so."""
    if _NAMING.isdisjoint(parameters):
        return ""
    found = next((text for key in _OBJECTS if (text := text_of(parameters.get(key)))), "")
    if name in _SETTING_CHANGES and (new := text_of(parameters.get("NEW_VALUE"))):
        return f"{found}={new}"
    return found
