"""The subject or the sender's name carries the reader's own mail address or its first part, as mass tools fill it in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Span, Weight

_READ: Final = 500
_ADDRESS: Final = re.compile(r"(?<![\w@<])[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,20}){0,3}(?![\w@])")
_OPENING: Final = re.compile(r"\W{0,5}([\w.+-]{5,40})[ ,:!]")


@check(
    id="address-in-subject",
    weight=Weight.MEDIUM,
    attack=("T1566.002",),
    explain={
        "en": "The subject or the sender's name carries the reader's own mail address or its first part, as mass tools fill it in.",
        "ar": "يحمل الموضوع أو اسم المُرسِل عنوان بريد القارئ أو أوله، كما تملؤه أدوات الإرسال الجماعي.",
    },
    hits=lambda: [
        message(subject="Password expired user@harbour.example"),
        message(to="dana.osman@harbour.example", subject="dana.osman, your parcel waits"),
    ],
    misses=lambda: [
        message(subject="Minutes @ noon"),
        message(subject="Ada, thank you", to="dana.osman@harbour.example"),
        message(sender="a@b.example", subject="Mail a@b.example from today"),
    ],
)
def address_in_subject(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Any address but the sender's in the subject; or the first part of the recipient's at its beginning."""
    for match in _ADDRESS.finditer(mail.subject[:_READ]) if "@" in mail.subject else ():
        if match[0].lower() != mail.sender.email:
            yield evidence(Span("", "header:subject", *match.span()), address=match[0])
            return
    opening = _OPENING.match(mail.subject)
    if opening and opening[1].lower() in {to.local.lower() for to in mail.to if len(to.local) > 4}:
        yield evidence(Span("", "header:subject", *opening.span(1)), name=opening[1])
