"""Judging mail with what is known about its sender, its thread and its domain."""

from __future__ import annotations

import msgspec

from tocsin.app.ports import Memory, Names
from tocsin.identify.engine import Engine
from tocsin.identify.mail import Mail
from tocsin.identify.traces import Trace, sender_facts, thread_facts, trace_of, trusted_time
from tocsin.common.text import fold
from tocsin.model.context import Context
from tocsin.model.message import Message
from tocsin.model.profile import Profile
from tocsin.model.verdict import Verdict


def judge_mail(
    engine: Engine,
    message: Message,
    profile: Profile,
    memory: Memory | None = None,
    names: Names | None = None,
) -> tuple[Verdict, Trace, Context]:
    """Fetch the facts about a message as of its arrival, judge it, and return verdict, trace and context."""
    mail = Mail(message, engine.limits)
    context = context_of(mail, profile, memory, names)
    verdict = engine.judge_mail(mail, context)
    return verdict, trace_of(mail, verdict, context), context


def context_of(mail: Mail, profile: Profile, memory: Memory | None, names: Names | None) -> Context:
    """Answer what the checks may want to know about a message."""
    as_of = trusted_time(mail, profile)
    context = Context(profile=profile, as_of=as_of)
    if names is not None:
        from tocsin.identify import authentication

        answers = {f"TXT {name}": names.text(name) for name in authentication.queries(mail.message)}
        known = {query: answer for query, answer in answers.items() if answer is not None}
        context = msgspec.structs.replace(context, dns=known)
    if memory is None:
        return context
    before = as_of.timestamp() if as_of else float("inf")
    address = mail.sender.email
    sender = sender_facts(
        memory.of_sender(address, before),
        memory.written_to(address, before),
        memory.of_domain(mail.sender_domain, before),
        memory.addresses_of_name(fold(mail.sender.name).strip()[:100], before) if mail.sender.name else (),
    )
    thread = thread_facts(mail, memory.of_ids(mail.references, before), memory.exchange(address, before))
    return msgspec.structs.replace(context, sender=sender, thread=thread)
