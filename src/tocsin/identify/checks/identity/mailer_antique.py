"""It names a program that was out of use when it was sent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_ANTIQUE: Final = re.compile(
    r"microsoft outlook express|microsoft outlook(?:,| imo,) build (?:9|10)\.|phpmailer \[version 1\.\d+\]|phpmailer v1\.|"
    r"the bat! \(v?1\.|microsoft cdo for windows 2000|qualcomm windows eudora|foxmail [3-6]\.|becky! ver\.? ?1|"
    r"mozilla/4\.\d+ \[|mozilla 4\.\d|calypso version|aol \d\.\d for windows|mime-tools [45]\.|internet mail service \(5",
    re.IGNORECASE,
)
_SINCE: Final = 2014


@check(
    id="mailer-antique",
    weight=Weight.MEDIUM,
    attack=("T1036",),
    explain={
        "en": "It names a sending program that had been out of use for many years when it was sent.",
        "ar": "تذكر الرسالة برنامج إرسال كان قد توقف استعماله قبل إرسالها بسنوات طويلة.",
    },
    hits=lambda: [
        message(headers=[("X-Mailer", "Microsoft Outlook Express 6.00.2600.0000")]),
        message(headers=[("X-Mailer", "PHPMailer [version 1.73]")]),
        message(headers=[("User-Agent", "The Bat! (v1.52f) Business")]),
    ],
    misses=lambda: [
        message(
            headers=[("X-Mailer", "Microsoft Outlook Express 6.00.2600.0000")], date="Tue, 03 Sep 2002 10:00:00 +0000"
        ),
        message(headers=[("X-Mailer", "PHPMailer 6.9.1")]),
        message(headers=[("User-Agent", "Mutt/2.2.12 (2023-09-09)")]),
    ],
)
def mailer_antique(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Programs whose last release was before 2010, in mail of 2014 or later."""
    program = mail.mailer
    if program and mail.date is not None and mail.date.year >= _SINCE and _is_antique(program[:200]):
        yield evidence(None, value=program)


@lru_cache(maxsize=4096)
def _is_antique(program: str) -> bool:
    return _ANTIQUE.search(program) is not None
