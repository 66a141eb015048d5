"""A header field that may stand once stands twice and differs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_SHOWN: Final = frozenset(
    "from sender reply-to to subject date message-id content-type content-transfer-encoding".split()
)


@check(
    id="duplicate-fields",
    weight=Weight.WEAK,
    attack=("T1036",),
    explain={
        "en": (
            "A header field that may stand only once stands twice with different contents, so that programs disagree "
            "on what it says."
        ),
        "ar": "حقل لا يجوز أن يرد إلا مرة واحدة ورد مرتين بمحتوى مختلف، فتختلف البرامج في قراءته.",
    },
    hits=lambda: [
        message(headers=[("Subject", "Another subject")]),
        message(headers=[("Date", "Mon, 02 Mar 2026 10:00:00 +0000")]),
    ],
    misses=lambda: [
        message(headers=[("Subject", "Hello")]),
        message(headers=[("Received", "from a.test by b.test"), ("Received", "from c.test by a.test")]),
    ],
)
def duplicate_fields(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Fields that only lists and archives repeat do not count."""
    for defect in mail.message.defects:
        if defect.code == "duplicate-header" and defect.detail in _SHOWN:
            yield evidence(header_span(mail, defect.detail), header=defect.detail)
