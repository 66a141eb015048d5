"""What the history checks share: who is a stranger here, and which habits of a known sender a message breaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from weakref import WeakKeyDictionary

from tocsin.common.hosts import SHARED_HOSTS, WEBMAIL, tenant, within
from tocsin.common.text import fold
from tocsin.identify.lookalike import protected_domains
from tocsin.identify.mail import Attachment, Link, Mail
from tocsin.identify.traces import greeting_of, hour_of, is_ours, mailer_of, name_key_of, zone_of
from tocsin.model.context import Context, SenderFacts, ThreadFacts
from tocsin.model.profile import Profile
from tocsin.model.trace import UNKNOWN_ZONE

_ENOUGH_MAIL = 20
"""Messages a mailbox must hold before never having seen somebody says anything."""
_SETTLED = 5
"""Earlier messages from which on a sender has habits."""
_FAR_HOURS = 5
"""Hours from every earlier hour of writing that make an hour unusual."""
_FAR_ZONE = 120
"""Minutes of UTC offset from every earlier one: twice what summer time changes."""
_NEW_DAYS = 60
ACTIVE_SUFFIXES = frozenset(
    """htm html shtml xhtml svg zip rar 7z gz tar iso img vhd vhdx js jse vbs wsf hta lnk exe scr msi bat cmd ps1 chm
    one docm dotm xlsm xlsb xll pptm jar url eml cab""".split()
)
"""Suffixes of files that run, unpack or open in a browser."""
_CALM_SUFFIXES = frozenset("jpg jpeg png gif ics vcf asc sig p7s txt".split())


def facts(context: Context) -> tuple[SenderFacts, ThreadFacts]:
    """Return what is known of sender and thread; empty facts where a history is kept but knows nothing."""
    return context.sender or SenderFacts(), context.thread or ThreadFacts()


def is_stranger(mail: Mail, context: Context) -> bool:
    """Whether a mailbox that has seen some mail has neither had mail from this address nor written to it."""
    sender, thread = facts(context)
    if sender.messages or sender.written_to or thread.mailbox < _ENOUGH_MAIL or not mail.sender.email:
        return False
    return not is_ours(mail, context.profile) and not in_circle(mail.sender.domain, context.profile)


def in_circle(host: str, profile: Profile) -> bool:
    """Whether a host belongs to the organisation, a partner or a service of the profile."""
    return bool(host) and within(host, protected_domains(profile))


def is_new(context: Context) -> bool:
    """Whether the sender has been known for less than two months: what a patient attacker takes to build trust."""
    first = facts(context)[0].first_seen
    return first is None or context.as_of is None or (context.as_of - first).days < _NEW_DAYS


def is_prepared(context: Context) -> bool:
    """Whether earlier mail of this conversation or sender was an approach, and the sender is still new here."""
    return "conversation" in facts(context)[1].dangers and is_new(context)


def settled(context: Context) -> SenderFacts | None:
    """Return the facts of a sender who has written often enough to have habits, or None."""
    sender = context.sender
    return sender if sender is not None and sender.messages >= _SETTLED else None


_BROKEN: Final[WeakKeyDictionary[Mail, tuple[SenderFacts, tuple[tuple[str, str, str], ...]]]] = WeakKeyDictionary()


def broken_habits(mail: Mail, sender: SenderFacts) -> tuple[tuple[str, str, str], ...]:
    """Return (kind, now, before) for each habit of a settled sender that the message breaks; worked out once.

    Kinds: `name`, `mailer`, `zone`, `hour`, `language`, `greeting`. Only what was steady before can be broken.
    """
    known = _BROKEN.get(mail)
    if known is None or known[0] is not sender:
        known = _BROKEN[mail] = (sender, tuple(_broken(mail, sender)))
    return known[1]


def _broken(mail: Mail, sender: SenderFacts) -> Iterator[tuple[str, str, str]]:
    name, mailer, greeting, language = name_key_of(mail), mailer_of(mail), greeting_of(mail), mail.language
    zone, hour = zone_of(mail), hour_of(mail)
    if name and len(sender.names) == 1 and not set(name.split()) & set(sender.names[0].split()):
        yield "name", name, sender.names[0]
    if mailer and 1 <= len(sender.mailers) <= 2 and mailer not in sender.mailers:
        yield "mailer", mailer, sender.mailers[-1]
    if zone != UNKNOWN_ZONE and _far(zone, sender.zones[:4], _FAR_ZONE, 24 * 60) and len(sender.zones) <= 3:
        yield "zone", _offset(zone), _offset(sender.zones[0])
    if hour >= 0 and _far(hour, sender.hours, _FAR_HOURS, 24):
        yield "hour", f"{hour:02}:00 UTC", f"{sender.hours[0]:02}:00 UTC"
    if language and len(sender.languages) == 1 and language not in sender.languages:
        yield "language", language, sender.languages[0]
    if greeting and 1 <= len(sender.greetings) <= 2 and greeting not in sender.greetings:
        yield "greeting", greeting, sender.greetings[0]


def _offset(minutes: int) -> str:
    """A UTC offset as people write it: +03:30."""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def broken_habit(mail: Mail, context: Context, kind: str) -> tuple[str, str] | None:
    """Return (now, before) of one kind of habit, if a settled sender who is no mailing list breaks it."""
    sender = settled(context)
    if sender is None or mail.is_list:
        return None
    return next(((now, before) for found, now, before in broken_habits(mail, sender) if found == kind), None)


def foreign_links(mail: Mail, context: Context) -> Iterator[Link]:
    """Yield web links that open neither the sender's own site, nor one of our circle, nor one seen from them before."""
    sender, thread = facts(context)
    known = {*sender.link_domains, *thread.link_domains}
    for link in mail.web_links[:50]:
        own = link.domain == mail.sender_domain and mail.sender_domain not in WEBMAIL
        if not own and not in_circle(link.host, context.profile) and tenant(link.host) not in known:
            yield link


def risky_files(mail: Mail) -> Iterator[Attachment]:
    """Yield attached files other than pictures, contacts, dates, signatures and plain text."""
    return (a for a in mail.attachments if not a.inline and a.extension not in _CALM_SUFFIXES)


def is_shared(domain: str) -> bool:
    """Whether anybody may have an address or a page under a domain, so that it says nothing about its users."""
    return not domain or domain in WEBMAIL or domain in SHARED_HOSTS


def is_reply(mail: Mail) -> bool:
    """Whether the subject says that it answers."""
    subject = fold(mail.subject[:12]).strip()
    return subject.startswith(("re:", "re :", "aw:", "sv:", "رد:", "رد :", fold("پاسخ:"), "השב:", "תגובה:"))


def _far(now: int, before: tuple[int, ...], distance: int, circle: int) -> bool:
    """Whether `now` is at least `distance` from everything before, on a circle (of 24 hours, say)."""
    return bool(before) and all(min((now - old) % circle, (old - now) % circle) >= distance for old in before)
