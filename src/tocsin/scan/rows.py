"""Rows of a scan: what is said of a message, of one that could not be judged, and of what could not be read."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from tocsin.identify.excerpts import excerpts_of
from tocsin.identify.mail import Mail
from tocsin.identify.traces import is_tips
from tocsin.model.context import Context
from tocsin.model.indicator import Observable
from tocsin.model.row import Row
from tocsin.model.sentence import Sentence, say
from tocsin.model.source import RawMail, Unread
from tocsin.model.verdict import Class, Verdict
from tocsin.share.indicators import indicators

_MOST: Final = 50
"""Recipients, hosts and links of a message that its row names."""


def row_of(item: RawMail, mail: Mail, verdict: Verdict, context: Context) -> Row:
    """Return the row of a message that was judged."""
    if is_tips(mail, context.profile):
        return _source_row(item, verdict)
    time = context.as_of
    is_clean = verdict.verdict is Class.CLEAN
    hosts = () if is_clean else tuple(one.value for one in indicators(verdict, {}) if one.kind is Observable.HOST)
    return Row(
        path=item.path,
        message_id=mail.message_id,
        sender=mail.sender.email,
        sender_name=mail.sender.name,
        subject=mail.subject,
        time=time.isoformat().replace("+00:00", "Z") if time else "",
        language=mail.language,
        verdict=verdict,
        defects=item.defects + mail.defects,
        excerpts=() if is_clean else excerpts_of(mail, verdict.findings),
        recipients=() if is_clean else tuple(one.email for one in mail.recipients[:_MOST] if one.email),
        hosts=hosts[:_MOST],
        urls=_urls(mail, frozenset(hosts)),
    )


def _urls(mail: Mail, hosts: frozenset[str]) -> tuple[str, ...]:
    urls = dict.fromkeys(link.opened.raw for link in mail.web_links if link.host in hosts) if hosts else {}
    return tuple(urls)[:_MOST]


def _source_row(item: RawMail, verdict: Verdict) -> Row:
    """What may be told of mail to an address for sources: that it is there, and what was found; nobody's words."""
    findings = tuple(replace(finding, evidence=()) for finding in verdict.findings)
    return Row(item.path, "", "", "", "", "", "", replace(verdict, findings=findings))


def empty_row(path: str, verdict: Verdict | None = None, problem: str = "", hint: Sentence | None = None) -> Row:
    """Return the row of what is only known by its place: nobody could read it, or judge it."""
    return Row(path, "", "", "", "", "", "", verdict, problem=problem, hint=hint)


def lost_row(item: RawMail | Unread, late: bool) -> Row:
    """Return the row of a message that was given up: a worker died twice over it, or it took too long."""
    if late:
        hint = say("judging this message took too long and was ended; please report it")
        return empty_row(item.path, problem="took-too-long", hint=hint)
    hint = say("a worker process died while it judged this message; please report it")
    return empty_row(item.path, problem="worker-died", hint=hint)
