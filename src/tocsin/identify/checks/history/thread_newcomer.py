"""Somebody new in a known conversation."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import registrable
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, is_shared, is_stranger
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="thread-newcomer",
    weight=Weight.HINT,
    explain={
        "en": "It continues a known conversation, and this address had no part in it before.",
        "ar": "تتابع الرسالة محادثة معروفة، ولم يكن هذا العنوان طرفًا فيها من قبل.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Otto <otto@other.test>",
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
            sender="Otto <otto@mail.test>",
            subject="رد: الخطة",
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
            sender="Otto <otto@north.test>",
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
            sender="Otto <otto@lighthouse.example>",
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
def thread_newcomer(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A colleague of somebody in the conversation is no newcomer."""
    people = facts(context)[1].participants
    if not facts(context)[1].known or mail.is_list or not is_stranger(mail, context) or mail.sender.email in people:
        return
    if is_shared(mail.sender_domain) or mail.sender_domain not in {registrable(a.rpartition("@")[2]) for a in people}:
        yield evidence(sender_span(mail), address=mail.sender.email)
