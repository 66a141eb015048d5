"""A comma cuts the sender's name from the address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_SURNAME_FIRST: Final = re.compile(r"[^\W\d_][\w'’.\-]*(?: [^\W\d_][\w'’.\-]*)?")


@check(
    id="name-cut-from-address",
    weight=Weight.MEDIUM,
    attack=("T1036",),
    explain={
        "en": (
            "The sender's name is cut from the address by a comma, so that checks on the sender read something else "
            "than a person does."
        ),
        "ar": "تفصل فاصلةٌ اسمَ المُرسِل عن العنوان، فتقرأ أنظمة التحقق غير ما يقرؤه الناس.",
    },
    hits=lambda: [
        message(sender="PayPal, <x@other.test>"),
        message(sender="Prize Team, Prize Team <x@other.test>"),
    ],
    misses=lambda: [
        message(sender='"Writer, Ada" <ada@sender.example>'),
        message(sender="Ada <ada@sender.example>, Ben <ben@sender.example>"),
        message(sender="Writer, Ada <ada@sender.example>"),
    ],
)
def name_cut_from_address(mail: Mail, context: Context) -> Iterable[Evidence]:
    """An unquoted "Surname, Name" is a common slip of honest programs and is left alone."""
    if len(mail.senders) < 2 or mail.senders[0].email or not any(address.email for address in mail.senders):
        return
    first, second = mail.senders[0], mail.senders[1]
    slip = (
        second.name != first.name
        and second.name
        and all(_SURNAME_FIRST.fullmatch(address.name) for address in (first, second))
    )
    if not slip:
        yield evidence(sender_span(mail), name=mail.sender.name, address=mail.sender.email)
