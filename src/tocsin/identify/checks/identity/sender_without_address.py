"""From names no address."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="sender-without-address",
    weight=Weight.STRONG,
    attack=("T1036",),
    explain={
        "en": "It does not say from which address it comes: the sender's address is missing or empty.",
        "ar": "لا تذكر الرسالة العنوان الذي وردت منه، فعنوان المُرسِل غائب أو فارغ.",
    },
    hits=lambda: [
        message(sender="Kundenservice <>"),
        message(sender="Gewinner"),
    ],
    misses=lambda: [
        message(sender="Kundenservice <service@company.example>"),
        message(sender="root@localhost"),
    ],
)
def sender_without_address(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A From field without a mailbox, or none at all; drafts and exports without any transport header are left alone."""
    if mail.sender.email or (not mail.has("from") and not mail.hops):
        return
    if mail.has("from"):
        yield evidence(sender_span(mail), name=mail.sender.name)
    else:
        yield evidence(None, header="from")
