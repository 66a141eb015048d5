"""It names a mail program that would have left other traces."""

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

_OUTLOOK: Final = re.compile(r"microsoft (?:office )?outlook(?! express mac)|windows (?:live )?mail", re.IGNORECASE)
_APPLE: Final = re.compile(r"(?:iphone|ipad|apple) mail", re.IGNORECASE)
_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@", re.IGNORECASE)
_APPLE_UUID_SINCE: Final = 2003


@check(
    id="mailer-forged",
    weight=Weight.MEDIUM,
    attack=("T1036",),
    explain={
        "en": "It claims to be written with a mail program that always leaves traces which are not there.",
        "ar": "تدّعي الرسالة أنها كُتبت ببرنامج بريد يترك دائمًا آثارًا لا وجود لها هنا.",
    },
    hits=lambda: [
        message(headers=[("X-Mailer", "Microsoft Outlook Express 6.00.2600.0000")]),
        message(
            headers=[("X-Mailer", "Microsoft Outlook, Build 10.0.2616"), ("X-Mailer-Info", "x")],
            date="Tue, 03 Mar 2026 10:00:00 +0000",
            message_id="<a@b.example>",
        ),
        message(headers=[("X-Mailer", "iPhone Mail (20A362)")], message_id="<0123456789@other.test>"),
    ],
    misses=lambda: [
        message(
            headers=[
                ("X-Mailer", "Microsoft Outlook Express 6.00.2600.0000"),
                ("X-MimeOLE", "Produced By Microsoft MimeOLE"),
            ]
        ),
        message(
            headers=[("X-Mailer", "iPhone Mail (20A362)")],
            message_id="<6A1F2D3C-0B1A-4C5D-9E8F-0123456789AB@sender.example>",
        ),
        message(headers=[("X-Mailer", "Mutt 2.2")]),
        message(headers=[("X-Mailer", "Microsoft Outlook Express 6.00"), ("References", "<0@list.example>")]),
    ],
)
def mailer_forged(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Outlook Express always writes X-MimeOLE, Outlook such or a thread index, Apple's programs a UUID. Lists strip fields."""
    program = mail.header("x-mailer")
    if not program or mail.is_list or mail.references:
        return
    if _OUTLOOK.match(program):
        forged = not {"x-mimeole", "thread-index", "x-ms-has-attach", "x-originatororg"} & mail.header_names
    else:
        recent = mail.date is not None and mail.date.year >= _APPLE_UUID_SINCE
        forged = bool(_APPLE.match(program)) and recent and not _UUID.match(mail.message_id)
    if forged:
        yield evidence(header_span(mail, "x-mailer"), value=program)
