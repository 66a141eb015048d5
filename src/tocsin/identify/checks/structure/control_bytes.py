"""Control bytes where text belongs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check
from tocsin.identify.defects import defect_evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_CODES: Final = frozenset({"nul-in-header", "bare-cr-in-header", "bare-carriage-returns"})


@check(
    id="control-bytes",
    weight=Weight.MEDIUM,
    attack=("T1027",),
    explain={
        "en": "Header fields contain control bytes, by which text is hidden from one program and shown by another.",
        "ar": "في حقول الترويسة بايتات تحكّم تُخفي النص عن برنامج وتُظهره في آخر.",
    },
    needs="defects",
    hits=lambda: [
        Example(b"From: a@b.example\nSubject: Hel\x00lo\n\nhello\n"),
        Example(b"From: a@b.example\nSubject: Hello\r X-Hidden: y\n\nhello\n"),
        Example(b"From: a@b.example\rSubject: Hello\r\rhello\r"),
    ],
    misses=lambda: [
        Example(b"From: a@b.example\r\nSubject: Hello\r\n\r\nhello\r\n"),
        message(subject="Hello"),
    ],
)
def control_bytes(mail: Mail, context: Context) -> Iterable[Evidence]:
    """NUL and bare carriage returns."""
    yield from defect_evidence(mail, _CODES)
