"""Parts whose limits programs read differently."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check
from tocsin.identify.defects import defect_evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_CODES: Final = frozenset({"boundary-not-found", "boundary-missing", "part-after-end"})


@check(
    id="broken-boundaries",
    weight=Weight.MEDIUM,
    attack=("T1027",),
    explain={
        "en": "The limits between its parts are broken, so that one program sees parts that another does not.",
        "ar": "الحدود الفاصلة بين أجزاء الرسالة مختلة، فيرى برنامجٌ أجزاء لا يراها غيره.",
    },
    needs="defects",
    hits=lambda: [
        Example(b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--y\n\nhello\n--y--\n"),
        Example(b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nhello\n--x--\n--x\n\nmore\n"),
        Example(b"From: a@b.example\nContent-Type: multipart/mixed\n\n--x\n\nhello\n--x--\n"),
    ],
    misses=lambda: [
        message(text="Hello", page="<p>Hello</p>"),
        Example(b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nhello\n"),
    ],
)
def broken_boundaries(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Boundary missing, not found, or parts behind the end. A missing end alone is another check's."""
    yield from defect_evidence(mail, _CODES)
