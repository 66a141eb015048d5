"""What a message leaves in the memory of its mailbox, and what that memory answers about a later one.

Pure: where traces are kept is for others. A trace holds no text of the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

from msgspec import Struct

from tocsin.common.hosts import within
from tocsin.common.text import fold
from tocsin.identify.mail import Mail
from tocsin.model.context import Context, SenderFacts, ThreadFacts
from tocsin.model.profile import Profile
from tocsin.model.verdict import Class, Verdict


class Trace(Struct, frozen=True, array_like=True):
    """What is remembered of one message. Times are UTC seconds since 1970; 0 where none is known."""

    time: float
    sender: str
    name: str
    """Folded display name."""
    domain: str
    """Registrable domain of the sender."""
    ours: bool
    """Whether our side sent it."""
    bad: bool
    """Judged malicious, suspicious or unwanted: it builds no trust."""
    message_id: str
    references: tuple[str, ...]
    recipients: tuple[str, ...]
    mailer: str
    zone: int
    """UTC offset of the Date header in minutes; UNKNOWN_ZONE where there is none."""
    hour: int
    """UTC hour of the Date header, -1 where there is none."""
    language: str
    reply_to: str
    greeting: str
    authenticated: bool
    findings: tuple[str, ...]
    """Ids of what was found on it: what it may have prepared."""


UNKNOWN_ZONE: Final = 10_000
_MAX_RECIPIENTS: Final = 50
_MAX_REFERENCES: Final = 30
_VERSION: Final = re.compile(r"[\d.]{2,}.*|\(.*")


def trusted_time(mail: Mail, profile: Profile) -> datetime | None:
    """Return when the message arrived by the newest stamp of a trusted hop, else by the newest stamp, else its Date."""
    hops = mail.hops
    trusted = [hop for hop in hops if hop.time and within(hop.by, profile.organisation.trusted_hops)]
    stamp = (trusted or [hop for hop in hops if hop.time] or [None])[0]
    return stamp.time if stamp is not None else mail.date


def mailer_of(mail: Mail) -> str:
    """Return the product that wrote the message, without its version; else the shape of its message id."""
    if mail.mailer:
        return _VERSION.sub("", fold(mail.mailer)).strip()[:60]
    local = mail.message_id.partition("@")[0]
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "0", local.lower()))[:40]


def greeting_of(mail: Mail) -> str:
    """Return the folded first words of the body, which people keep to."""
    first = mail.own_words.strip().split("\n", 1)[0]
    return " ".join(fold(first).split()[:2])[:40]


def trace_of(mail: Mail, verdict: Verdict, context: Context) -> Trace:
    """Return what the mailbox shall remember of a message that was judged."""
    time = context.as_of
    date = mail.date
    offset = date.utcoffset() if date else None
    profile = context.profile
    return Trace(
        time=time.timestamp() if time else 0.0,
        sender=mail.sender.email,
        name=fold(mail.sender.name).strip()[:100],
        domain=mail.sender_domain,
        ours=is_ours(mail, profile),
        bad=verdict.verdict is not Class.CLEAN,
        message_id=mail.message_id[:200],
        references=mail.references[-_MAX_REFERENCES:],
        recipients=tuple(a.email for a in mail.recipients[:_MAX_RECIPIENTS] if a.email),
        mailer=mailer_of(mail),
        zone=int(offset.total_seconds() // 60) if offset is not None else UNKNOWN_ZONE,
        hour=date.astimezone(UTC).hour if date else -1,
        language=mail.language,
        reply_to=mail.reply_to[0].email if mail.reply_to else "",
        greeting=greeting_of(mail),
        authenticated=any(f.id == "authentication-aligned" for f in verdict.findings),
        findings=tuple(f.id for f in verdict.findings if f.weight > 0 or f.danger != "none"),
    )


def is_ours(mail: Mail, profile: Profile) -> bool:
    """Whether the message says it comes from the organisation or one of its people (their private addresses too)."""
    if profile.own_domains and mail.from_domain(profile.own_domains):
        return True
    return any(mail.sender.email in (*p.addresses, *p.private_addresses) for p in profile.person)


def is_tips(mail: Mail, profile: Profile) -> bool:
    """Whether it is addressed to an address for sources: such mail leaves no trace."""
    tips = {address for person in profile.person if person.tips for address in person.addresses}
    return bool(tips) and any(a.email in tips for a in mail.recipients)


def sender_facts(
    earlier: Sequence[Trace], written_to: int, domain_messages: int, addresses_of_name: Iterable[str]
) -> SenderFacts:
    """Sum up the earlier good messages of one address, the oldest first."""
    return SenderFacts(
        messages=len(earlier),
        first_seen=_when(earlier[0]) if earlier else None,
        last_seen=_when(earlier[-1]) if earlier else None,
        written_to=written_to,
        domain_messages=domain_messages,
        names=_distinct(t.name for t in earlier),
        addresses_of_name=tuple(sorted(set(addresses_of_name)))[:20],
        mailers=_distinct(t.mailer for t in earlier),
        zones=tuple(sorted({t.zone for t in earlier if t.zone != UNKNOWN_ZONE})),
        hours=tuple(sorted({t.hour for t in earlier if t.hour >= 0})),
        languages=_distinct(t.language for t in earlier),
        reply_to=_distinct(t.reply_to for t in earlier),
        authenticated=sum(t.authenticated for t in earlier),
        greetings=_distinct(t.greeting for t in earlier),
    )


def thread_facts(mail: Mail, referred: Sequence[Trace], exchange: Sequence[Trace]) -> ThreadFacts:
    """Sum up the conversation: messages that this one refers to, and earlier ones with the same sender (any verdict)."""
    together = {t.message_id: t for t in (*referred, *exchange)}.values()
    people = {address for t in referred for address in (t.sender, *t.recipients) if address}
    return ThreadFacts(
        references=len(mail.references),
        known=len({t.message_id for t in referred}),
        ours=sum(t.ours for t in referred),
        participants=tuple(sorted(people))[:50],
        findings=_distinct(finding for t in together for finding in t.findings),
        messages=len(together),
    )


def _when(trace: Trace) -> datetime | None:
    return datetime.fromtimestamp(trace.time, UTC) if trace.time else None


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))[:50]
