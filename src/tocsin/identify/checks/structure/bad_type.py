"""A content type or encoding that does not exist."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.defects import defect_evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_ENCODINGS: Final = frozenset(
    {"", "7bit", "8bit", "binary", "base64", "quoted-printable", "uuencode", "x-uuencode", "x-uue"}
)
_CODES: Final = frozenset({"bad-content-type"})


@check(
    id="bad-type",
    weight=Weight.WEAK,
    attack=("T1027",),
    explain={
        "en": "It declares a kind of content, or a way of encoding, that does not exist.",
        "ar": "تصرّح الرسالة بنوع محتوى أو بطريقة ترميز لا وجود لها.",
    },
    hits=lambda: [
        Example(b"From: a@b.example\nContent-Type: text/plain html\n\nhello\n"),
        Example(b"From: a@b.example\nContent-Type: text/html\nContent-Transfer-Encoding: hexa\n\nhello\n"),
    ],
    misses=lambda: [
        message(text="Hello"),
        Example(b"From: a@b.example\nContent-Type: text/html\nContent-Transfer-Encoding: 8BIT\n\nhello\n"),
    ],
)
def bad_type(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Unreadable Content-Type, or a transfer encoding unknown to RFC 2045 and to uuencode."""
    yield from defect_evidence(mail, _CODES)
    for part in mail.message.parts[:200]:
        if part.encoding not in _ENCODINGS:
            yield evidence(None, type=part.encoding)
