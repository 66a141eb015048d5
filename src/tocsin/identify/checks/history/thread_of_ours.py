"""An answer from somebody we wrote to."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, is_prepared
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="thread-of-ours",
    weight=Weight.GOOD,
    explain={
        "en": "It answers a message that our side sent to this very address.",
        "ar": "هي رد على رسالة أُرسلت من جانبنا إلى هذا العنوان نفسه.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            subject="Re: Plan",
            context=past(
                sender={"written_to": 1},
                thread={
                    "references": 1,
                    "known": 1,
                    "ours": 1,
                    "participants": ("sami@harbour.example", "vera@north.test"),
                    "personas": (("sami haddad", "sami@harbour.example"), ("vera north", "vera@north.test")),
                },
            ),
        ),
        message(
            sender="Vera North <vera@north.test>",
            subject="رد: الخطة",
            context=past(
                3,
                sender={"written_to": 2},
                thread={
                    "references": 1,
                    "known": 1,
                    "ours": 1,
                    "participants": ("sami@harbour.example", "vera@north.test"),
                    "personas": (("sami haddad", "sami@harbour.example"), ("vera north", "vera@north.test")),
                },
            ),
        ),
    ],
    misses=lambda: [
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
            sender="Vera North <vera@north.test>",
            subject="Re: Plan",
            context=past(1, thread={"references": 1, "known": 1, "participants": ("vera@north.test",)}),
        ),
        message(
            sender="Vera North <vera@north.test>",
            subject="Re: Plan",
            context=past(
                1,
                days=3,
                sender={"written_to": 1},
                thread={
                    "references": 1,
                    "known": 1,
                    "ours": 1,
                    "participants": ("vera@north.test",),
                    "dangers": ("conversation",),
                },
            ),
        ),
    ],
)
def thread_of_ours(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Not where the conversation began with an approach: an attacker gets answers too."""
    sender, thread = facts(context)
    if thread.ours and sender.written_to and mail.sender.email in thread.participants and not is_prepared(context):
        yield evidence(sender_span(mail), address=mail.sender.email)
