"""A mail server's report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_KINDS: Final = frozenset(
    {"message/delivery-status", "message/disposition-notification", "message/global-delivery-status"}
)


@check(
    id="delivery-report",
    weight=Weight.GOOD_WEAK,
    explain={
        "en": "It is a mail server's report on a message.",
        "ar": "الرسالة تقرير من خادم بريد عن رسالة أخرى.",
    },
    hits=lambda: [
        Example(
            b"From: MAILER-DAEMON@sender.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n\nfailed\n--x\nContent-Type: message/delivery-status\n\nAction: failed\n--x--\n"
        ),
        Example(
            b"From: Mail Delivery Subsystem <mailer-daemon@sender.example>\nContent-Type: multipart/report; report-type=disposition-notification; boundary=x\n\n--x\n\nread\n--x\nContent-Type: message/disposition-notification\n\nx: y\n--x--\n"
        ),
    ],
    misses=lambda: [
        message(
            sender="Mail Delivery Subsystem <x@other.test>", text="Your message failed. Log in at https://other.test/"
        ),
        Example(
            b"From: MAILER-DAEMON@sender.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nfailed\n--x--\n"
        ),
    ],
)
def delivery_report(mail: Mail, context: Context) -> Iterable[Evidence]:
    """By the structure of RFC 3464 and 8098, since the words are easily imitated."""
    if mail.message.root.media_type == "multipart/report":
        kinds = {part.media_type for part in mail.message.parts} & _KINDS
        if kinds:
            yield evidence(None, type=min(kinds))
