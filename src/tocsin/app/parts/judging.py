"""One message judged, and the record of that for the vault."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.identify import Judge, judge_mail, unjudged
from tocsin.app.parts.warnings import told
from tocsin.app.ports import Memory
from tocsin.common.text import fold
from tocsin.formats.header import parse_addresses
from tocsin.formats.mime import parse
from tocsin.identify.excerpts import excerpts_of
from tocsin.identify.mail import Mail
from tocsin.identify.observed import observed_of
from tocsin.identify.traces import is_tips, plain, received_time, trace_of, trusted_time
from tocsin.identify.traits import traits_of
from tocsin.model.context import Context
from tocsin.model.profile import Profile
from tocsin.model.received import Warned
from tocsin.model.record import MessageRecord
from tocsin.model.trace import Trace
from tocsin.model.verdict import Class, Verdict
from tocsin.share.known import Known
from tocsin.share.observed import of_mail

_UNKNOWN: Final = datetime.max.replace(tzinfo=UTC)
_FEW: Final = 40
"""Letters below which two messages may have the same words by chance."""
_MOST: Final = 50
"""Recipients that are looked up."""


class Judged(Struct, frozen=True):
    """A message with its verdict. Of mail for sources there is no record."""

    raw: bytes
    verdict: Verdict
    record: MessageRecord | None = None
    trace: Trace | None = None
    received_at: datetime | None = None
    """As in `tocsin.model.event.MailJudged`, but as the trusted hop's clock has it."""
    met: tuple[Warned, ...] = ()
    """What partners warn of and it shows, also what must not stand with the verdict."""


def judge(
    by: Judge,
    raw: bytes,
    profile: Profile,
    memory: Memory | None,
    known: Known | None = None,
    now: datetime | None = None,
) -> Judged:
    """Judge a message. What breaks the judge is suspicious, and only its bytes are known."""
    try:
        return _judge(by, raw, profile, memory, known, now)
    except Exception as error:  # noqa: BLE001 - one message must not end a batch; the verdict names the failure
        verdict = unjudged(error, by.engine.digest)
        if _may_be_for_sources(by, raw, profile):
            return Judged(raw, verdict)
        return Judged(raw, verdict, MessageRecord(sha256=hashlib.sha256(raw).hexdigest(), verdict=verdict))


def _may_be_for_sources(by: Judge, raw: bytes, profile: Profile) -> bool:
    """Whether a message that broke the judge went to an address for sources, or cannot be shown not to have."""
    if not any(person.tips for person in profile.person):
        return False
    try:
        limits = by.engine.limits
        return is_tips(Mail(parse(raw[: limits.max_message_bytes], limits), limits), profile)
    except Exception:  # noqa: BLE001 - then nothing of it is kept
        return True


def _judge(
    by: Judge, raw: bytes, profile: Profile, memory: Memory | None, known: Known | None, now: datetime | None
) -> Judged:
    limits = by.engine.limits
    mail = Mail(parse(raw[: limits.max_message_bytes], limits), limits)
    tips = is_tips(mail, profile)
    arrived = received_time(mail, profile)
    seen = None if tips else observed_of(mail, arrived or trusted_time(mail, profile) or now or _UNKNOWN)
    met = known.warned(of_mail(seen)) if known and seen else ()
    with by.alone:
        verdict, context = judge_mail(by.engine, mail, profile, memory, by.names, by.rules, told(met))
    if tips:
        return Judged(raw, replace(verdict, findings=tuple(replace(f, evidence=()) for f in verdict.findings)))
    trace = trace_of(mail, verdict, context)
    record = replace(_record(mail, raw, verdict, context, trace), observed=seen)
    return Judged(raw, verdict, record, trace, arrived, met)


def _record(mail: Mail, raw: bytes, verdict: Verdict, context: Context, trace: Trace | None) -> MessageRecord:
    return MessageRecord(
        sender=plain(mail.sender.email, 320),
        sender_name=plain(mail.sender.name, 200),
        subject=plain(mail.subject, 500),
        recipients=_recipients(mail),
        message_id=plain(mail.message_id, 200),
        time=context.as_of,
        language=mail.language,
        sha256=hashlib.sha256(raw).hexdigest(),
        body=_body(mail),
        verdict=verdict,
        excerpts=excerpts_of(mail, verdict.findings) if verdict.verdict is not Class.CLEAN else (),
        context=replace(context, profile=Profile()),
        trace=trace,
        traits=traits_of("", mail, verdict, context) if verdict.verdict is not Class.CLEAN else None,
    )


def _recipients(mail: Mail) -> tuple[str, ...]:
    delivered = [
        address for name in ("delivered-to", "x-original-to", "envelope-to")
        for address in parse_addresses(b", ".join(mail.message.values(name)))
    ]  # fmt: skip
    found = (plain(address.email, 320) for address in (*delivered, *mail.recipients) if address.email)
    return tuple(dict.fromkeys(found))[:_MOST]


def _body(mail: Mail) -> str:
    """The digest of words and files; empty where there is too little to tell messages apart."""
    words = plain(" ".join(fold(mail.body.content).split()), len(mail.body.content) * 4)
    files = sorted(file.sha256 for file in mail.attachments if not file.inline)
    if len(words) < _FEW and not files:
        return ""
    return hashlib.sha256("\n".join((words, *files)).encode()).hexdigest()
