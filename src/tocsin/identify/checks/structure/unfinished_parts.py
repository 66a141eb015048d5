"""The last part has no end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check
from tocsin.identify.defects import defect_evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_CODES: Final = frozenset({"boundary-not-closed"})


@check(
    id="unfinished-parts",
    weight=Weight.HINT,
    explain={
        "en": "The message ends in the middle of a part: it was cut off, or carelessly made by a script.",
        "ar": "تنتهي الرسالة في منتصف أحد أجزائها: إما أنها قُطعت وإما أن برنامجًا رديئًا أنشأها.",
    },
    needs="defects",
    hits=lambda: [
        Example(b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nhello\n"),
        Example(
            b"From: a@b.example\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>a\n"
        ),
    ],
    misses=lambda: [
        message(text="Hello", page="<p>Hello</p>"),
        message(text="Hello"),
    ],
)
def unfinished_parts(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Cut mail is common, so this weighs little."""
    yield from defect_evidence(mail, _CODES)
