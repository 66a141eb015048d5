"""Nobody here knows this address yet."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import is_stranger
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="first-contact",
    weight=Weight.HINT,
    explain={
        "en": "This address has never written here before, and nobody here has written to it. That is also how new friends and sources begin.",
        "ar": "لم يسبق أن وردت رسالة من هذا العنوان ولا أُرسلت إليه رسالة من هنا. وهكذا يبدأ أيضًا المعارف الجدد والمصادر.",
    },
    history=True,
    hits=lambda: [
        message(context=past()),
        message(sender="Vera <vera@mail.test>", text="مرحبا", context=past(thread={"mailbox": 30})),
    ],
    misses=lambda: [
        message(context=past(2)),
        message(context=past(thread={"mailbox": 3})),
        message(context=past(sender={"written_to": 1})),
        message(sender="Sami Haddad <sami@harbour.example>", context=past()),
    ],
)
def first_contact(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only where the mailbox has seen enough mail for its silence to mean something."""
    if is_stranger(mail, context):
        yield evidence(sender_span(mail), address=mail.sender.email)
