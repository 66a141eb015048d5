"""What a message leaves in the memory of its mailbox, and what that memory answers about a later one.

Pure: where traces are kept is for others. A trace holds no text of the message, only addresses and short facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

from tocsin.common.hosts import WEBMAIL, tenant, within
from tocsin.common.text import fold
from tocsin.formats.header import parse_addresses
from tocsin.identify.authentication import authentication
from tocsin.identify.lookalike import name_label, resembles, skeleton
from tocsin.identify.mail import Mail
from tocsin.model.context import Context, SenderFacts, ThreadFacts
from tocsin.model.profile import Profile
from tocsin.model.trace import UNKNOWN_ZONE, Trace
from tocsin.model.verdict import Class, Danger, Verdict

MAX_REFERENCES: Final = 30
"""Message ids that are looked up for one message: the nearest ones."""
_MAX_RECIPIENTS: Final = 50
_MAX_LINKS: Final = 8
_MAX_LABEL: Final = 40
"""Letters of a domain's name beyond which it is no longer compared with others."""
_YEARS: Final = range(1971, 2200)
"""Years outside of which a stamp is nonsense rather than a time."""
_VERSION: Final = re.compile(r"[\d.]{2,}.*|\(.*")
_DELIVERED: Final = ("delivered-to", "x-original-to", "envelope-to")


def plain(text: str, length: int) -> str:
    """Return at most `length` characters of `text`, all of which can be stored (lone surrogates cannot)."""
    short = text[:length]
    return short if short.isascii() else short.encode("utf-8", "replace").decode("utf-8")


def address_key(mail: Mail) -> str:
    """Return the sender's address as it is remembered."""
    return plain(mail.sender.email, 320)


def name_key_of(mail: Mail) -> str:
    """Return the sender's display name as it is remembered: folded."""
    return plain(" ".join(fold(mail.sender.name[:200]).split()), 100)


def references_of(mail: Mail) -> tuple[str, ...]:
    """Return the message ids that it refers to, as they are remembered; the nearest 30."""
    return tuple(plain(reference, 200) for reference in mail.references[-MAX_REFERENCES:])


def trusted_time(mail: Mail, profile: Profile) -> datetime | None:
    """Return when the message arrived by the newest stamp of a trusted hop, else by the newest stamp, else its Date.

    In UTC. None where no stamp gives a time between 1971 and 2199.
    """
    stamps = (hop.time for hop in mail.hops)
    times = (received_time(mail, profile), *stamps, mail.date)
    return next((time.astimezone(UTC) for time in times if time and time.year in _YEARS), None)


def received_time(mail: Mail, profile: Profile) -> datetime | None:
    """Return when the message arrived by the newest stamp of a trusted hop, in UTC; None where there is none.

    Other stamps and the Date are the sender's word, and one that names a trusted hop falsely stands below the true one.
    """
    trusted = (hop.time for hop in mail.hops if within(hop.by, profile.organisation.trusted_hops))
    return next((time.astimezone(UTC) for time in trusted if time and time.year in _YEARS), None)


def mailer_of(mail: Mail) -> str:
    """Return the product that wrote the message, without its version; else the shape of its message id."""
    if mail.mailer:
        return plain(_VERSION.sub("", fold(mail.mailer[:200])).strip(), 60)
    local = mail.message_id.partition("@")[0][:200]
    return plain(re.sub(r"[a-z]+", "a", re.sub(r"\d+", "0", local.lower())), 40)


def greeting_of(mail: Mail) -> str:
    """Return the folded first words of the body, which people keep to."""
    first = mail.own_words.lstrip().split("\n", 1)[0][:200]
    return plain(" ".join(fold(first).split()[:2]), 40)


def zone_of(mail: Mail) -> int:
    """Return the UTC offset of the Date header in minutes, or UNKNOWN_ZONE."""
    offset = mail.date.utcoffset() if mail.date else None
    return int(offset.total_seconds() // 60) if offset is not None else UNKNOWN_ZONE


def hour_of(mail: Mail) -> int:
    """Return the UTC hour of the Date header, or -1."""
    return int(mail.date.timestamp() // 3600) % 24 if mail.date else -1


def link_tenants(mail: Mail) -> tuple[str, ...]:
    """Return the domains that its links open, customers of shared hosts apart; at most 8."""
    return tuple(dict.fromkeys(plain(tenant(link.host), 100) for link in mail.web_links[:50] if link.host))[:_MAX_LINKS]


def trace_of(mail: Mail, verdict: Verdict, context: Context) -> Trace | None:
    """Return what the mailbox shall remember of a message that was judged.

    None for mail from or to an address for sources, which leaves no trace, and for mail of which nobody knows when it
    came, since it cannot be said what it was earlier than.
    """
    if context.as_of is None or is_tips(mail, context.profile):
        return None
    found = [f for f in verdict.findings if f.weight > 0 or f.danger is not Danger.NONE]
    return Trace(
        time=context.as_of.timestamp(),
        sender=address_key(mail),
        name=name_key_of(mail),
        domain=plain(mail.sender_domain, 253),
        ours=is_ours(mail, context.profile),
        bad=verdict.verdict is not Class.CLEAN,
        message_id=plain(mail.message_id, 200),
        recipients=tuple(plain(a.email, 320) for a in mail.recipients[:_MAX_RECIPIENTS] if a.email),
        mailer=mailer_of(mail),
        zone=zone_of(mail),
        hour=hour_of(mail),
        language=mail.language,
        reply_to=plain(mail.reply_to[0].email, 320) if mail.reply_to else "",
        greeting=greeting_of(mail),
        authenticated=authentication(mail, context).aligned,
        findings=tuple(f.id for f in found),
        dangers=tuple(sorted({f.danger.value for f in found} - {Danger.NONE.value})),
        links=link_tenants(mail),
        files=any(not attachment.inline for attachment in mail.attachments),
    )


def is_ours(mail: Mail, profile: Profile) -> bool:
    """Whether the message says it comes from the organisation or one of its people (their private addresses too)."""
    if profile.own_domains and mail.from_domain(profile.own_domains):
        return True
    return any(mail.sender.email in (*p.addresses, *p.private_addresses) for p in profile.person)


def is_tips(mail: Mail, profile: Profile) -> bool:
    """Whether it came to, or was sent from, an address for sources: who writes there is nobody's business."""
    sources = [person for person in profile.person if person.tips]
    tips = {address for person in sources for address in (*person.addresses, *person.private_addresses)}
    if not tips:
        return False
    delivered = (a for name in _DELIVERED for a in parse_addresses(b", ".join(mail.message.values(name))))
    return any(a.email in tips for a in (mail.sender, *mail.recipients, *delivered))


def likeness_keys(domain: str) -> frozenset[str]:
    """Return keys of which two domains that resemble each other share at least one; none for webmail."""
    label = name_label(domain)[:_MAX_LABEL]
    if domain in WEBMAIL or not label:
        return frozenset()
    seen = skeleton(label)
    words = {skeleton(word) for word in label.split("-") if len(word) >= 5}
    return frozenset({seen, *words} | {seen[:i] + seen[i + 1 :] for i in range(len(seen)) if len(seen) > 5})


def similar_domains(mail: Mail, candidates: Iterable[str]) -> tuple[str, ...]:
    """Return which of the known domains the sender's or the Reply-To domain resembles without being one of them."""
    hosts = [a.domain for a in (mail.sender, *mail.reply_to[:3]) if a.domain and a.domain not in WEBMAIL]
    return tuple(sorted({known for known in candidates for host in hosts if resembles(host, known)}))[:5]


def sender_facts(
    earlier: Sequence[Trace],
    since: float | None,
    written_to: int,
    domain_messages: int,
    addresses_of_name: Iterable[str] = (),
    similar: tuple[str, ...] = (),
) -> SenderFacts:
    """Sum up the latest good messages of one address, the oldest first, which has written since `since`."""
    return SenderFacts(
        messages=len(earlier),
        first_seen=_when(since) if since is not None else None,
        last_seen=_when(earlier[-1].time) if earlier else None,
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
        link_domains=_distinct(domain for t in earlier for domain in t.links),
        files=sum(t.files for t in earlier),
        similar_domains=similar,
    )


def thread_facts(
    mail: Mail, referred: Sequence[Trace], exchange: Sequence[Trace], mailbox: int = 0, sent: int = 0
) -> ThreadFacts:
    """Sum up the conversation: messages that this one refers to, and earlier ones with the same sender (any verdict).

    What our own side wrote or quoted prepares nothing.
    """
    together = tuple(dict.fromkeys((*referred, *exchange)))
    theirs = [t for t in together if not t.ours or t.bad]
    people = {address for t in referred for address in (t.sender, *t.recipients) if address}
    return ThreadFacts(
        references=len(mail.references),
        known=len({t.message_id for t in referred}),
        ours=sum(t.ours and not t.bad for t in referred),
        participants=tuple(sorted(people))[:50],
        findings=_distinct(finding for t in theirs for finding in t.findings),
        dangers=_distinct(danger for t in theirs for danger in t.dangers),
        link_domains=_distinct(domain for t in theirs for domain in t.links),
        personas=tuple(sorted({(t.name, t.sender) for t in referred if t.name}))[:50],
        messages=len(together),
        mailbox=mailbox,
        sent=sent,
    )


def _when(time: float) -> datetime:
    return datetime.fromtimestamp(time, UTC)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))[:50]
