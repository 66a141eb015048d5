"""A header block that ends or continues wrongly."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check
from tocsin.identify.defects import defect_evidence
from tocsin.identify.examples import Example
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_CODES: Final = frozenset({"header-without-end", "junk-in-header"})


@check(
    id="broken-header",
    weight=Weight.WEAK,
    attack=("T1027",),
    explain={
        "en": "The header is broken: lines that are no fields stand in it, or it never ends.",
        "ar": "ترويسة الرسالة معطوبة: فيها أسطر ليست حقولًا أو أنها لا تنتهي.",
    },
    needs="defects",
    hits=lambda: [
        Example(b"From: a@b.example\nthis is no field\nSubject: Hello\n\nhello\n"),
        Example(b"From: a@b.example\nSubject: Hello\nhello world, this is the text\n"),
    ],
    misses=lambda: [
        Example(b"From: a@b.example\nSubject: Hello\n\nhello\n"),
        Example(b"From archive Tue Mar  3 10:00:00 2026\nFrom: a@b.example\nSubject: Hello\n\nhello\n"),
    ],
)
def broken_header(mail: Mail, context: Context) -> Iterable[Evidence]:
    """As the parser met it; an mbox separator is no defect."""
    yield from defect_evidence(mail, _CODES)
