"""Judging mail with what is known about its sender, its thread and its domain."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock

from tocsin.app.parts.history import Histories
from tocsin.app.parts.warnings import SHARED, Warnings
from tocsin.app.ports import Memories, Memory, Names, Rules
from tocsin.identify import authentication
from tocsin.identify.combine import ALERT_FROM
from tocsin.identify.engine import Engine
from tocsin.identify.mail import Mail
from tocsin.identify.traces import (
    address_key,
    is_tips,
    likeness_keys,
    name_key_of,
    plain,
    references_of,
    sender_facts,
    similar_domains,
    thread_facts,
    trusted_time,
)
from tocsin.model.context import Context, SenderFacts, ThreadFacts
from tocsin.model.profile import Profile
from tocsin.model.received import Warned
from tocsin.model.verdict import Class, Failure, Verdict


@dataclass(frozen=True, slots=True)
class Judge:
    """What judges. Several threads may have it: whoever judges a message with it holds `alone` meanwhile."""

    engine: Engine
    memories: Memories | None = None
    """Where the organisation's history is held while it is asked; None: judge without history."""
    names: Names | None = None
    rules: Rules | None = None
    histories: Histories = field(default_factory=Histories, compare=False)
    warnings: Warnings = field(default=SHARED, compare=False)
    alone: Lock = field(default_factory=Lock, compare=False)


def judge_mail(
    engine: Engine,
    mail: Mail,
    profile: Profile,
    memory: Memory | None = None,
    names: Names | None = None,
    rules: Rules | None = None,
    warned: tuple[Warned, ...] = (),
) -> tuple[Verdict, Context]:
    """Fetch the facts about a message as of its arrival and judge it; return the verdict and these facts."""
    context = context_of(mail, profile, memory, names, rules, warned)
    return engine.judge_mail(mail, context), context


def unjudged(error: Exception, checks: str) -> Verdict:
    """Return the verdict on a message that broke the judge: it is not waved through, and the failure is named.

    `checks` is the digest of the check set that could not finish.
    """
    failures = (Failure("message", type(error).__name__),)
    return Verdict(Class.SUSPICIOUS, ALERT_FROM, ALERT_FROM / 2, (), failures=failures, checks=checks)


def context_of(
    mail: Mail, profile: Profile, memory: Memory | None, names: Names | None, rules: Rules | None = None,
    warned: tuple[Warned, ...] = (),
) -> Context:  # fmt: skip
    """Answer what the checks may want to know about a message.

    About mail from or to an address for sources the memory is not even asked: that a source is a stranger is no sign.
    A message without any usable time is judged as of the end of the mailbox; it leaves no trace to meet itself.
    """
    as_of = trusted_time(mail, profile)
    dns = _records(mail, names) if names is not None else None
    yara = rules.matches(mail) if rules is not None else ()
    if memory is None or is_tips(mail, profile):
        return Context(profile=profile, as_of=as_of, dns=dns, yara=yara, warned=warned)
    before = as_of.timestamp() if as_of else float("inf")
    sender, thread = _sender(mail, memory, before), _thread(mail, memory, before)
    return Context(
        profile=profile, as_of=as_of, sender=sender, thread=thread, dns=dns, yara=yara, warned=warned
    )  # fmt: skip


def _records(mail: Mail, names: Names) -> dict[str, tuple[str, ...]]:
    answers = {query: names.text(query.removeprefix("TXT ")) for query in authentication.queries(mail.message)}
    return {query: answer for query, answer in answers.items() if answer is not None}


def _sender(mail: Mail, memory: Memory, before: float) -> SenderFacts:
    address, name, domain = address_key(mail), name_key_of(mail), plain(mail.sender_domain, 253)
    if not address:
        return SenderFacts()
    others = (other for other in memory.addresses_of_name(name, before) if other != address)
    domain_messages = memory.of_domain(domain, before)
    domains = {plain(a.domain, 253) for a in mail.reply_to[:3]} | ({domain} if not domain_messages else set())
    keys = {key for one in domains for key in likeness_keys(one)}
    similar = similar_domains(mail, memory.like_domain(keys, before)) if keys else ()
    earlier = memory.of_sender(address, before)
    since = memory.since(address, before)
    return sender_facts(earlier, since, memory.written_to(address, before), domain_messages, others, similar)


def _thread(mail: Mail, memory: Memory, before: float) -> ThreadFacts:
    address = address_key(mail)
    exchange = memory.exchange(address, before) if address else ()
    return thread_facts(mail, memory.of_ids(references_of(mail), before), exchange, *memory.size(before))
