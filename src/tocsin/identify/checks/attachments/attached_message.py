"""Another message is attached."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="message-attached",
    weight=Weight.NONE,
    explain={
        "en": "Another message is attached whole, as when somebody reports it; it is to be judged by itself.",
        "ar": "أُرفقت رسالة أخرى كاملة كما يحدث عند الإبلاغ عنها، ويجب الحكم عليها بمفردها.",
    },
    hits=lambda: [
        message(attachments=[("report.eml", "application/octet-stream", b"From: a@other.test\nSubject: x\n\nHi\n")]),
        message(
            attachments=[("report.msg", "application/vnd.ms-outlook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))]
        ),
    ],
    misses=lambda: [
        message(attachments=[("report.txt", "text/plain", b"From: a@other.test")]),
        message(text="From: a@other.test"),
    ],
)
def message_attached(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A fact only: staff send what they suspect to their desk, and that must raise no alarm."""
    for nested in mail.nested[:5]:
        yield evidence(None, address=nested.sender.email)
    for file in files.files(mail):
        if file.extension in ("eml", "msg"):
            yield evidence(file.span, file=file.name)
