"""The subject or the sender's name is filled up with spaces, which pushes the rest out of sight."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_PADDING: Final = re.compile(r"[^\S\r\n]{8,}")


@check(
    id="padded-name",
    weight=Weight.MEDIUM,
    attack=("T1036",),
    explain={
        "en": "The subject or the sender's name is filled up with spaces, which pushes the rest out of sight.",
        "ar": "الموضوع أو اسم المُرسِل محشو بفراغات تدفع الباقي بعيدًا عن النظر.",
    },
    hits=lambda: [
        message(subject="Save now            22560"),
        message(sender="Mail alert \u2003\u2003\u2003\u2003\u2003\u2003\u2003\u2003\u2003 x <a@sender.example>"),
    ],
    misses=lambda: [
        message(subject="Re: minutes of  the meeting"),
        message(text="a            table"),
    ],
)
def padded_name(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Eight spaces or more in a row."""
    for text in mail.texts[:2]:
        for match in _PADDING.finditer(text.content):
            yield evidence(text.span(*match.span()), count=len(match[0]))
