"""What an activity is, in plain words."""

from __future__ import annotations

from typing import Final

from tocsin.model.activity import Act, Activity, Reason, Status
from tocsin.render.words import N_, Words

ACTS: Final = {
    Act.SIGN_IN: N_("sign-in"),
    Act.SECOND_FACTOR: N_("second factor asked for or answered"),
    Act.TOKEN: N_("used by a device or app that was signed in"),
    Act.SIGN_OUT: N_("sign-out"),
    Act.PASSWORD_CHANGED: N_("password changed"),
    Act.FACTOR_ADDED: N_("second factor added"),
    Act.FACTOR_REMOVED: N_("second factor removed or switched off"),
    Act.RECOVERY_CHANGED: N_("way to recover the account changed"),
    Act.APP_PASSWORD: N_("app password made"),
    Act.CONSENT: N_("app given access"),
    Act.DELEGATE_ADDED: N_("somebody else allowed into the mailbox or account"),
    Act.FORWARDING_SET: N_("forwarding of mail set"),
    Act.RULE_MADE: N_("rule for mail made"),
    Act.MAIL_DELIVERED: N_("mail delivered"),
    Act.MAIL_READ: N_("mail read"),
    Act.MAIL_SENT: N_("mail sent"),
    Act.LINK_OPENED: N_("link opened"),
    Act.FILE_READ: N_("file read"),
    Act.DOWNLOADED: N_("downloaded"),
    Act.EXPORTED: N_("all data exported"),
    Act.SHARED: N_("shared with others"),
    Act.DELETED: N_("deleted"),
    Act.ROLE_GIVEN: N_("role or right given"),
    Act.ACCOUNT_MADE: N_("account made"),
    Act.ACCOUNT_CHANGED: N_("account changed"),
    Act.ACCOUNT_STOPPED: N_("account stopped"),
    Act.LOGGING_STOPPED: N_("log or alert switched off"),
    Act.PROTECTION_WEAKENED: N_("protection weakened"),
    Act.SECRET_READ: N_("secret shown"),
    Act.WARNING: N_("warning of the provider"),
    Act.OTHER: N_("other"),
}
REASONS_OF_FAILURE: Final = {
    Reason.WRONG_PASSWORD: N_("wrong password"),
    Reason.NO_ACCOUNT: N_("no such account"),
    Reason.LOCKED: N_("too many attempts"),
    Reason.STOPPED: N_("account suspended"),
    Reason.EXPIRED: N_("expired"),
    Reason.FACTOR_DENIED: N_("second factor denied"),
    Reason.FACTOR_WRONG: N_("second factor wrong"),
    Reason.FACTOR_MISSING: N_("second factor not answered"),
    Reason.POLICY: N_("stopped by a rule"),
    Reason.RISK: N_("too risky for the provider"),
    Reason.PROTOCOL: N_("old protocol"),
    Reason.OTHER: N_("failed"),
    Reason.NONE: N_("failed"),
}
_WARNINGS: Final = {
    "gov_attack_warning": N_("the provider warns of attackers backed by a government"),
    "suspicious_login": N_("the provider warns of a suspicious sign-in"),
}


def described(one: Activity, words: Words) -> str:
    """Return what an activity is, and why it failed."""
    if one.act is Act.WARNING and one.detail in _WARNINGS:
        return words.gettext(_WARNINGS[one.detail])
    if one.detail == "device":
        return words.gettext("a device that uses the account")
    act = words.gettext(ACTS[one.act])
    if one.status is Status.FAILURE:
        return words.gettext("%(act)s: %(reason)s", act=act, reason=words.gettext(REASONS_OF_FAILURE[one.reason]))
    return act
