"""The name of the sending program is no name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_STUB: Final = re.compile(r"[\d.]{1,6}|\w{1,2}|(?=\w*\d\w*[a-z])(?=\w*[A-Z])\w{4,8}")


@check(
    id="mailer-nonsense",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    attack=("T1036",),
    explain={
        "en": "The name given for the sending program is a meaningless stub.",
        "ar": "اسم برنامج الإرسال المذكور كلمة بلا معنى.",
    },
    hits=lambda: [
        message(headers=[("X-Mailer", "7")]),
        message(headers=[("X-Mailer", "k4RTz")]),
    ],
    misses=lambda: [
        message(headers=[("X-Mailer", "YMail")]),
        message(headers=[("X-Mailer", "Zimbra 9.0")]),
        message(headers=[("X-Mailer", "WhatCounts")]),
    ],
)
def mailer_nonsense(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Digits only, or up to eight letters and digits that switch without making a word."""
    program = mail.header("x-mailer")
    if program and len(program) <= 8 and _STUB.fullmatch(program):
        yield evidence(header_span(mail, "x-mailer"), value=program)
