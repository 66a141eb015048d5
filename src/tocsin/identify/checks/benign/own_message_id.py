"""A message id made in the sender's domain, in a known program's form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.identify.route import was_handled_by
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@", re.IGNORECASE)
_FORMS: Final = (
    (re.compile(r"apple mail|iphone mail|ipad mail|thunderbird|mozilla/5", re.IGNORECASE), _UUID),
    (re.compile(r"git-send-email|b4 ", re.IGNORECASE), re.compile(r"\d{8,14}[.\-][\w.\-]+@")),
    (
        re.compile(r"mutt|neomutt|evolution|kmail|sylpheed|claws|roundcube|k-9|alot|exmh|ximian", re.IGNORECASE),
        re.compile(r"[^@\s]{8,}@"),
    ),
)
_GMAIL: Final = re.compile(r"CA[\w+=\-]{40,90}@mail\.gmail\.com")


@check(
    id="own-message-id",
    weight=Weight.GOOD_HINT,
    explain={
        "en": "Its number was made by the sender's own mail program, in the form such programs use.",
        "ar": "أنشأ معرّفَ الرسالة برنامجُ بريد المُرسِل نفسه بالصيغة المعتادة.",
    },
    hits=lambda: [
        message(
            sender="Ada <ada@gmail.com>",
            message_id="<CAAbcdefGhijklmnopqrstuvwxyz0123456789_-ABCDEFGHIJKLMNOPQR@mail.gmail.com>",
            headers=[("Received", "from mail-io1.google.com (192.0.2.7) by mx.harbour.example")],
        ),
        message(
            message_id="<6A1F2D3C-0B1A-4C5D-9E8F-0123456789AB@sender.example>",
            headers=[("X-Mailer", "Apple Mail (2.3774.600.62)")],
        ),
        message(
            message_id="<5f0c7a1e-1111-4222-8333-444455556666@sender.example>",
            headers=[("User-Agent", "Mozilla Thunderbird")],
        ),
        message(
            message_id="<20260303100000.1234-1-ada@sender.example>", headers=[("X-Mailer", "git-send-email 2.43.0")]
        ),
    ],
    misses=lambda: [
        message(message_id="<1@sender.example>"),
        message(
            message_id="<5f0c7a1e-1111-4222-8333-444455556666@other.test>",
            headers=[("User-Agent", "Mozilla Thunderbird")],
        ),
        message(sender="Ada <ada@sender.example>", message_id="<CAAbcdefGhijklmnopqrstuvwxyz0123@mail.gmail.com>"),
    ],
)
def own_message_id(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Program and form of the number agree, and the domain is the sender's or the sender's provider's, which handled it."""
    number = mail.message_id
    if _GMAIL.fullmatch(number):
        if was_handled_by(mail, "google.com"):
            yield evidence(header_span(mail, "message-id"), value=number)
        return
    if not mail.mailer or not mail.sender_domain or not number.lower().rstrip(">").endswith(mail.sender_domain):
        return
    if any(program.search(mail.mailer) and form.match(number) for program, form in _FORMS):
        yield evidence(header_span(mail, "message-id"), value=number)
