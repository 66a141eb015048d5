"""A text part of plain ASCII in base64."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.formats.content import decode_part
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import Example
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="base64-ascii-text",
    weight=Weight.WEAK,
    attack=("T1027",),
    explain={
        "en": "The text is wrapped whole in an encoding it does not need, which hides it from simple filters.",
        "ar": "لُفّ نص الرسالة كله بترميز لا يحتاج إليه، ما يخفيه عن المرشِّحات البسيطة.",
    },
    hits=lambda: [
        Example(
            b"From: a@b.example\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
            + b"PHA+WW91ciBhY2NvdW50IGlzIGxvY2tlZCBub3c8L3A+" * 3
            + b"\n"
        ),
        Example(
            b"From: a@b.example\nContent-Transfer-Encoding: base64\n\n"
            + b"WW91ciBhY2NvdW50IGlzIGxvY2tlZCBub3cu" * 3
            + b"\n"
        ),
    ],
    misses=lambda: [
        Example(
            b"From: a@b.example\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n2YXYsdit2KjYpyDYqNmD2YUg2YXYsdit2KjYpyDYqNmD2YUg2YXYsdit2KjYpyDYqNmD2YUg2YXYsdit2KjYpw==\n"
        ),
        Example(b"From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\nYour account is locked\n"),
    ],
)
def base64_ascii_text(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Some honest platforms do it with everything they send."""
    for part in mail.body_parts[:10]:
        if part.encoding == "base64" and part.size > 60 and decode_part(part, mail.limits).isascii():
            yield evidence(None, type=part.media_type, place=part.path)
