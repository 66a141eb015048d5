"""Office business moves to a private account."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, in_circle
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="thread-leaves-office",
    weight=Weight.NONE,
    explain={
        "en": "A conversation that was held on official accounts now goes to a private account of one of our people.",
        "ar": "محادثة كانت تجري على الحسابات الرسمية تنتقل الآن إلى حساب شخصي لأحد أفراد الفريق.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            to="dana.osman@private.example",
            subject="Re: Plan",
            context=past(
                2,
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
            sender="Sami Haddad <sami@harbour.example>",
            to="Dana <dana.osman@private.example>",
            subject="Re: Plan",
            context=past(
                9,
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
            sender="Vera North <vera@north.test>",
            to="dana@harbour.example",
            subject="Re: Plan",
            context=past(
                2,
                thread={
                    "references": 1,
                    "known": 1,
                    "ours": 1,
                    "participants": ("sami@harbour.example", "vera@north.test"),
                    "personas": (("sami haddad", "sami@harbour.example"), ("vera north", "vera@north.test")),
                },
            ),
        ),
        message(sender="Vera North <vera@north.test>", to="dana.osman@private.example", context=past(2)),
        message(
            sender="Vera North <vera@north.test>",
            to="dana.osman@private.example",
            context=past(
                2, thread={"known": 1, "participants": ("dana.osman@private.example", "sami@harbour.example")}
            ),
        ),
    ],
)
def thread_leaves_office(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A fact for the one concerned, and no sign of attack."""
    people = facts(context)[1].participants
    if not any(in_circle(address.rpartition("@")[2], context.profile) for address in people):
        return
    private = {address for person in context.profile.person for address in person.private_addresses}
    for recipient in mail.recipients[:50]:
        if recipient.email in private and recipient.email not in people:
            yield evidence(header_span(mail, "to"), address=recipient.email)
