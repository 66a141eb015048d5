"""An address with a serial number, as programs make them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import WEBMAIL
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_NUMBERED: Final = re.compile(r"[a-z][a-z._\-]{2,}[._\-]?\d{5,12}")


@check(
    id="numbered-address",
    weight=Weight.WEAK,
    danger=Danger.SPAM,
    attack=("T1585.002",),
    explain={
        "en": "The sender's address ends in a long number, as addresses made by the thousand do.",
        "ar": "ينتهي عنوان المُرسِل برقم طويل، كما في العناوين التي تُنشأ آليًا بالجملة.",
    },
    hits=lambda: [
        message(sender="Survey <offer_78490@shop.test>"),
        message(sender="Aviso <notificacao024041@other.test>"),
    ],
    misses=lambda: [
        message(sender="Carla <carla1984@gmail.com>"),
        message(sender="Desk <ticket+78490@desk.example>"),
        message(sender="Survey <offers@shop.test>"),
    ],
)
def numbered_address(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Free mailboxes are left alone, since people put years and numbers there, and so are answer addresses of desks."""
    if mail.sender.domain not in WEBMAIL and not mail.is_list and _NUMBERED.fullmatch(mail.sender.local):
        yield evidence(sender_span(mail), address=mail.sender.email)
