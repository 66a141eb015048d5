"""What happened in accounts, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tocsin.model.activity import Act, Reason, Status
from tocsin.render.words import N_

ACTS: Final[Mapping[Act, str]] = {
    Act.SIGN_IN: N_("sign-in"),
    Act.SECOND_FACTOR: N_("second factor"),
    Act.TOKEN: N_("app or session acted"),
    Act.SIGN_OUT: N_("sign-out"),
    Act.PASSWORD_CHANGED: N_("password changed"),
    Act.FACTOR_ADDED: N_("second factor added"),
    Act.FACTOR_REMOVED: N_("second factor removed or bypassed"),
    Act.RECOVERY_CHANGED: N_("recovery changed"),
    Act.APP_PASSWORD: N_("app password made"),
    Act.CONSENT: N_("app given access"),
    Act.DELEGATE_ADDED: N_("somebody else given the mailbox"),
    Act.FORWARDING_SET: N_("forwarding set"),
    Act.RULE_MADE: N_("inbox rule made or changed"),
    Act.MAIL_DELIVERED: N_("mail delivered"),
    Act.MAIL_READ: N_("mail read"),
    Act.MAIL_SENT: N_("mail sent"),
    Act.LINK_OPENED: N_("link opened"),
    Act.FILE_READ: N_("file read"),
    Act.DOWNLOADED: N_("downloaded"),
    Act.EXPORTED: N_("everything exported"),
    Act.SHARED: N_("shared"),
    Act.DELETED: N_("deleted"),
    Act.ROLE_GIVEN: N_("role in the directory given"),
    Act.ACCOUNT_MADE: N_("account made"),
    Act.ACCOUNT_CHANGED: N_("account changed"),
    Act.ACCOUNT_STOPPED: N_("account locked or suspended"),
    Act.LOGGING_STOPPED: N_("log or alert switched off"),
    Act.PROTECTION_WEAKENED: N_("protection weakened"),
    Act.SECRET_READ: N_("secret shown"),
    Act.WARNING: N_("warning of the provider"),
    Act.OTHER: N_("something else"),
}
STATUSES: Final[Mapping[Status, str]] = {
    Status.SUCCESS: N_("succeeded"),
    Status.FAILURE: N_("failed"),
    Status.UNKNOWN: N_("not known"),
}
REASONS: Final[Mapping[Reason, str]] = {
    Reason.NONE: "",
    Reason.WRONG_PASSWORD: N_("wrong password"),
    Reason.NO_ACCOUNT: N_("no such account"),
    Reason.LOCKED: N_("locked after too many attempts"),
    Reason.STOPPED: N_("the account is suspended"),
    Reason.EXPIRED: N_("too old"),
    Reason.FACTOR_DENIED: N_("the person said no"),
    Reason.FACTOR_WRONG: N_("wrong second factor"),
    Reason.FACTOR_MISSING: N_("second factor not given"),
    Reason.POLICY: N_("forbidden by a rule of the organisation"),
    Reason.RISK: N_("the provider thought it too risky"),
    Reason.PROTOCOL: N_("old protocol, switched off"),
    Reason.OTHER: N_("for another reason"),
}
