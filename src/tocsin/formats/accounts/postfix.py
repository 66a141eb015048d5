"""Postfix: SASL sign-ins of its SMTP server, as syslog has them.

The wording: https://www.postfix.org/SASL_README.html#server_test and `smtpd_sasl_glue.c`, `smtpd.c` of its source.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Final

from tocsin.formats.accounts.shape import Format, Log, Reading, Shape
from tocsin.formats.accounts.syslog import JOURNAL, Entry, JournalEntry, is_journal_of, read_entry
from tocsin.model.activity import Act, Activity, Reason, Status

NAME: Final = "postfix"
_FAILED: Final = re.compile(
    r"warning: (?P<host>[^\[\s]{1,255})\[(?P<ip>[^\]]{1,64})\]: SASL (?P<method>\S{1,40}) authentication failed: ?"
    r"(?P<why>[^,]*)"
    r"(?:, sasl_username=(?P<user>\S{1,320}))?"
)
_DONE: Final = re.compile(
    r"(?P<queue>\w{5,40}|NOQUEUE): client=[^\[\s]{1,255}\[(?P<ip>[^\]]{1,64})\](?::\d+)?"
    r".{0,400}?sasl_method=(?P<method>[^,\s]{1,40})(?:, sasl_username=(?P<user>[^,\s]{1,320}))?"
)
_NO_SERVER: Final = ("connection lost", "temporary", "timed out", "internal")
"""The authentication server did not answer, which says nothing of the password."""


def _sign_in(time: datetime, found: re.Match[str], **fields: Any) -> Activity:
    person, method = (found["user"] or "").lower(), found["method"]
    return Activity(
        time, Act.SIGN_IN, NAME, "sasl", method, person=person, ip=found["ip"], protocol="smtp", **fields
    )  # fmt: skip


def _lines(line: str, reading: Reading) -> list[Activity] | None:
    entry = read_entry(line)
    return _said(entry, reading) if entry and entry.process.startswith(NAME) else None


def _journal(one: JournalEntry, reading: Reading) -> list[Activity]:
    return _said(one.entry(), reading)


def _said(entry: Entry, reading: Reading) -> list[Activity]:
    time = entry.time(reading)
    server = entry.process.rpartition("/")[2]
    if found := _FAILED.search(entry.text):
        if any(word in found["why"].lower() for word in _NO_SERVER):
            return [_sign_in(time, found, status=Status.UNKNOWN, reason=Reason.OTHER)]
        wrong = Reason.WRONG_PASSWORD
        return [_sign_in(time, found, status=Status.FAILURE, reason=wrong, password_right=False)]
    if found := _DONE.search(entry.text):
        return [_sign_in(time, found, status=Status.SUCCESS, password_right=True, session=found["queue"])]
    return [Activity(time, Act.OTHER, NAME, "", server)]


FORMAT: Final = Format(
    NAME,
    "Postfix",
    (Shape(JournalEntry, JOURNAL, _journal, "", is_journal_of(NAME), typed=False),),
    lines=_lines,
    logs=(Log("sasl", "`/var/log/mail.log`, or `journalctl -u postfix@- -o short-iso` (or `-o json`)."),),
    documents=("https://www.postfix.org/SASL_README.html",),
)
