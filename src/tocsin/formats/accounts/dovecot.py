"""Dovecot: the lines of its login processes, as syslog has them.

The wording: https://doc.dovecot.org/main/core/admin/logging.html and `login_log_format`. Lines of `auth` tell the
reason of what the login process counts, so they are no sign-ins of their own.
"""

from __future__ import annotations

import re
from typing import Final

from tocsin.formats.accounts.shape import Format, Log, Reading, Shape
from tocsin.formats.accounts.syslog import JOURNAL, Entry, JournalEntry, is_journal_of, read_entry
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "dovecot"
_LOGIN: Final = re.compile(r"(?P<process>imap|pop3|submission|managesieve|sieve|lmtp)-login: (?P<text>.*)", re.DOTALL)
_FIELD: Final = re.compile(r"\b(user|method|rip|session)=<?([^>,\s]*)>?")
_FAILED: Final = re.compile(r"auth failed, (\d{1,6}) attempts?")
_AUTH: Final = re.compile(
    r"auth(?:-worker)?(?:\(\d+\))?: (?:\w+: )?[\w-]+\((?P<user>[^,)]*)(?:,(?P<ip>[^,)]*))?[^)]*\): (?P<text>.*)",
    re.DOTALL,
)
_SESSION: Final = re.compile(
    r"(?P<process>imap|pop3)\((?P<user>[^)]+)\)(?:<[^>]*>)*: (?:Disconnected|Logged out|Connection closed)"
)
_PROTOCOLS: Final = {"submission": "smtp", "sieve": "", "managesieve": "", "lmtp": ""}
_REASONS: Final = (
    ("password mismatch", Reason.WRONG_PASSWORD), ("unknown user", Reason.NO_ACCOUNT), ("disabled", Reason.STOPPED),
    ("expired", Reason.EXPIRED), ("authentication failure", Reason.WRONG_PASSWORD), ("invalid credentials",
    Reason.WRONG_PASSWORD),
)  # fmt: skip


def _lines(line: str, reading: Reading) -> list[Activity] | None:
    entry = read_entry(line)
    return _said(entry, reading) if entry and entry.process.startswith(NAME) else None


def _journal(one: JournalEntry, reading: Reading) -> list[Activity]:
    return _said(one.entry(), reading)


def _said(entry: Entry, reading: Reading) -> list[Activity]:
    time = entry.time(reading)
    text = entry.text
    if found := _LOGIN.match(text):
        return [_login(found, Activity(time, Act.OTHER, NAME, "login"))]
    if found := _AUTH.match(text):
        return [_auth(found, Activity(time, Act.OTHER, NAME, "auth"))]
    if found := _SESSION.match(text):
        return [
            Activity(
                time, Act.SIGN_OUT, NAME, "login", found["process"], person=found["user"].lower(), status=Status.SUCCESS
            )
        ]
    return [Activity(time, Act.OTHER, NAME, "", text.partition("(")[0].partition(":")[0][:40])]


def _login(found: re.Match[str], at: Activity) -> Activity:
    text = found["text"]
    fields = dict(_FIELD.findall(text))
    failed = _FAILED.search(text)
    good = text.startswith(("Login:", "Logged in:"))
    known = {
        "person": fields.get("user", "").lower(),
        "ip": fields.get("rip", ""),
        "session": fields.get("session", ""),
        "protocol": _PROTOCOLS.get(found["process"], found["process"]),
        "detail": fields.get("method", ""),
    }
    if good:
        return Activity(at.time, Act.SIGN_IN, NAME, at.log, status=Status.SUCCESS, password_right=True, **known)
    if failed:
        count = max(int(failed[1]), 1)
        return Activity(
            at.time, Act.SIGN_IN, NAME, at.log, status=Status.FAILURE, reason=Reason.WRONG_PASSWORD,
            password_right=False, count=count, **known,
        )  # fmt: skip
    return Activity(at.time, Act.OTHER, NAME, at.log, **{**known, "detail": text.partition(":")[0][:80]})


def _auth(found: re.Match[str], at: Activity) -> Activity:
    said = found["text"].lower()
    reason = next((reason for words, reason in _REASONS if words in said), Reason.NONE)
    return Activity(
        at.time,
        Act.OTHER,
        NAME,
        at.log,
        detail=found["text"].partition("(")[0].strip()[:80],
        person=found["user"].lower(),
        ip=found["ip"] or "",
        status=Status.FAILURE if reason is not Reason.NONE else Status.UNKNOWN,
        reason=reason,
    )


FORMAT: Final = Format(
    NAME,
    "Dovecot",
    (Shape(JournalEntry, JOURNAL, _journal, "", is_journal_of(NAME), typed=False),),
    lines=_lines,
    logs=(Log("login, auth", "`/var/log/mail.log`, or `journalctl -u dovecot -o short-iso` (or `-o json`)."),),
    documents=("https://doc.dovecot.org/main/core/admin/logging.html",),
)
