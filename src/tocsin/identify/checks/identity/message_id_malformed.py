"""A message id that no mail program makes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_WHOLE: Final = re.compile(
    rb"\s*(?:\([^)]{0,200}\)\s*)?<(?:[^<>\s@]+|\"[^\"<>]+\")@[^<>\s@]+>\s*(?:\([^)]{0,200}\))?\s*(?:;.*)?"
)


@check(
    id="message-id-malformed",
    weight=Weight.MEDIUM,
    attack=("T1036",),
    explain={
        "en": "The identifying number is written as no mail program writes it.",
        "ar": "كُتب معرّف الرسالة بصيغة لا يستعملها أي برنامج بريد.",
    },
    hits=lambda: [
        message(message_id="<0123ABCD4567EF>"),
        message(message_id="<abc.def+user@harbour.example=110@other.test>"),
        message(message_id="20260303@sender.example"),
        message(message_id="<0000abcd$0000ef01@>"),
    ],
    misses=lambda: [
        message(message_id="<CAAbcdefGhijk1@mail.gmail.com>"),
        message(message_id="<20260303.1@[192.0.2.7]>"),
        message(message_id=""),
    ],
)
def message_id_malformed(mail: Mail, context: Context) -> Iterable[Evidence]:
    """RFC 5322, section 3.6.4: one left part, one @, one right part, in angle brackets."""
    raw = mail.message.root.header("message-id")
    if raw and not _WHOLE.fullmatch(raw[:2000]):
        yield evidence(header_span(mail, "message-id"), value=mail.header("message-id"))
