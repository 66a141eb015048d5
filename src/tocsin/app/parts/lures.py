"""Mail that was judged bad, beside what was found in the logs of accounts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Final

import msgspec
from msgspec.structs import replace

from tocsin.app.parts.activities import activities_of
from tocsin.app.parts.listing import judgement
from tocsin.app.ports import Reader
from tocsin.common.urls import parse_url, unwrap
from tocsin.formats.mime import parse
from tocsin.identify.mail import Mail
from tocsin.identify.outcome.lines import HABIT, Lines
from tocsin.identify.outcome.lures import Judged
from tocsin.identify.outcome.weighing import WINDOW
from tocsin.model.activity import Act, Activity
from tocsin.model.alert import Alert, Lure
from tocsin.model.event import MailJudged
from tocsin.model.indicator import Observable
from tocsin.model.limits import Limits
from tocsin.model.record import MessageRecord
from tocsin.model.row import JudgedMail
from tocsin.model.verdict import Class
from tocsin.share.indicators import indicators

_MOST_JUDGED: Final = 500
"""Messages of each verdict with which sign-ins are compared."""
_MOST_URLS: Final = 50


def judged_mail(reader: Reader) -> Iterator[JudgedMail]:
    """Yield the latest mail that is not clean, with its id as its path and without its links."""
    for verdict in (Class.SUSPICIOUS, Class.MALICIOUS):
        items = reader.views.messages(limit=_MOST_JUDGED, verdict=verdict.value).items
        records = reader.vault.get_many([item.record for item in items if item.record])
        for item in items:
            if raw := records.get(item.record or ""):
                record = msgspec.json.decode(raw, type=MessageRecord)
                time = (record.time or item.at).isoformat()
                yield JudgedMail(
                    record.message_id.strip("<>"), item.message, verdict.value, time, record.sender, record.subject,
                    record.recipients, tuple(_hosts(record)),
                )  # fmt: skip


def _hosts(record: MessageRecord) -> Iterator[str]:
    for one in indicators(record.verdict, {}) if record.verdict else ():
        if one.kind is Observable.HOST:
            yield one.value


def urls_of(reader: Reader, judged: MailJudged, hosts: Collection[str]) -> Iterator[str]:
    """Yield the links of a message to hosts that findings name, where the message is still there."""
    raw = reader.vault.get(judged.raw) if judged.raw and hosts else None
    if raw is None:
        return
    limits = Limits()
    mail = Mail(parse(raw[: limits.max_message_bytes], limits), limits)
    urls = dict.fromkeys(link.opened.raw for link in mail.links if link.host in hosts)
    yield from islice(urls, _MOST_URLS)


def lures_of(reader: Reader, alert: Alert, events: Sequence[Activity]) -> tuple[Lure, ...]:
    """Return the judged messages that led to an alert on `events`, the surest first."""
    clicks = [one for one in events if one.act is Act.LINK_OPENED]
    if not clicks:
        return ()
    named = {one.message.strip("<>") for one in clicks}
    hosts = {unwrap(parse_url(one.object)).host for one in clicks}
    mail = [one for one in judged_mail(reader) if one.message_id in named or not hosts.isdisjoint(one.hosts)]
    since = alert.until - HABIT - WINDOW
    lines = Lines(activities_of(reader, {one.person for one in clicks}, since, alert.until))
    return tuple(Judged(with_urls(reader, one) for one in mail).lures(alert, lines))


def with_urls(reader: Reader, mail: JudgedMail) -> JudgedMail:
    """Return judged mail of the desk with its links, as far as the message is still there."""
    item = reader.views.message(mail.path)
    return replace(mail, urls=tuple(urls_of(reader, judgement(reader, item), set(mail.hosts)))) if item else mail
