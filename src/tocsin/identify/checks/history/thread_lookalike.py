"""A look-alike of a participant steps into the conversation."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import registrable
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, in_circle, is_shared
from tocsin.identify.lookalike import resembles
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="thread-lookalike",
    weight=Weight.DECISIVE,
    danger=Danger.CONVERSATION,
    attack=("T1656", "T1583.001"),
    explain={
        "en": "The address looks like that of somebody in this conversation, and is another one.",
        "ar": "يشبه العنوان عنوان أحد المشاركين في هذه المحادثة، وهو عنوان مختلف.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@n0rth.test>",
            subject="Re: Plan",
            context=past(
                thread={
                    "references": 1,
                    "known": 1,
                    "ours": 1,
                    "participants": ("sami@harbour.example", "vera@north.test"),
                    "personas": (("sami haddad", "sami@harbour.example"), ("vera north", "vera@north.test")),
                }
            ),
        ),
        message(
            sender="Vera North <vera@north-office.test>",
            subject="Re: Plan",
            context=past(
                thread={
                    "references": 1,
                    "known": 1,
                    "ours": 1,
                    "participants": ("sami@harbour.example", "vera@north.test"),
                    "personas": (("sami haddad", "sami@harbour.example"), ("vera north", "vera@north.test")),
                }
            ),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            subject="Re: Plan",
            context=past(
                thread={
                    "references": 1,
                    "known": 1,
                    "ours": 1,
                    "participants": ("sami@harbour.example", "vera@north.test"),
                    "personas": (("sami haddad", "sami@harbour.example"), ("vera north", "vera@north.test")),
                }
            ),
        ),
        message(
            sender="Vera South <vera@south.test>",
            subject="Re: Plan",
            context=past(
                thread={
                    "references": 1,
                    "known": 1,
                    "ours": 1,
                    "participants": ("sami@harbour.example", "vera@north.test"),
                    "personas": (("sami haddad", "sami@harbour.example"), ("vera north", "vera@north.test")),
                }
            ),
        ),
    ],
)
def thread_lookalike(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Addresses at webmail services are compared with nobody's."""
    thread = facts(context)[1]
    domain = mail.sender.domain
    if not thread.known or is_shared(mail.sender_domain) or in_circle(domain, context.profile):
        return
    known = {address.rpartition("@")[2] for address in thread.participants}
    if mail.sender_domain in {registrable(host) for host in known}:
        return
    for host in sorted(known):
        if not is_shared(registrable(host)) and resembles(domain, host):
            yield evidence(sender_span(mail), domain=domain, expected=host)
            return
