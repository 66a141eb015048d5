"""A colleague's private account, for the first time."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="private-account-first-use",
    weight=Weight.HINT,
    danger=Danger.CONVERSATION,
    attack=("T1586.002",),
    explain={
        "en": "The private account of one of our people writes to the office for the first time. Better to ask them in person whether it was them.",
        "ar": "يكتب الحساب الشخصي لأحد أفراد الفريق إلى المكتب للمرة الأولى، والأفضل التأكد منه شخصيًا أنه هو المُرسِل.",
    },
    history=True,
    hits=lambda: [
        message(sender="Dana Osman <dana.osman@private.example>", to="sami@harbour.example", context=past()),
        message(
            sender="دانا عثمان <dana.osman@private.example>",
            to="sami@harbour.example",
            context=past(thread={"mailbox": 25}),
        ),
    ],
    misses=lambda: [
        message(sender="Dana Osman <dana.osman@private.example>", to="sami@harbour.example", context=past(2)),
        message(sender="Dana Osman <dana@harbour.example>", to="sami@harbour.example", context=past()),
    ],
)
def private_account_first_use(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Official accounts only is the rule of the house; private ones are also taken over more easily."""
    sender, thread = facts(context)
    private = {address for person in context.profile.person for address in person.private_addresses}
    if mail.sender.email in private and not sender.messages and not sender.written_to and thread.mailbox >= 20:
        yield evidence(sender_span(mail), address=mail.sender.email)
