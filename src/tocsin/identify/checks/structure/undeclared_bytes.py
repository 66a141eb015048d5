"""Eight-bit text that the message says is not there."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.message import Part
from tocsin.model.verdict import Evidence, Weight


@check(
    id="undeclared-bytes",
    weight=Weight.WEAK,
    explain={
        "en": "Its text holds other bytes than it declares, as hand-made scripts do.",
        "ar": "في نص الرسالة بايتات غير التي تصرّح بها، كما تفعل البرامج المصنوعة على عجل.",
    },
    hits=lambda: [
        Example("From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n<p>Bestätigung</p>\n".encode()),
        Example(
            "From: a@b.example\nContent-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 8bit\n\nBestätigung\n".encode()
        ),
    ],
    misses=lambda: [
        message(text="Bestätigung"),
        Example(
            "From: a@b.example\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nBestätigung\n".encode()
        ),
    ],
)
def undeclared_bytes(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Raw eight-bit text under a declared or implied 7bit, or as US-ASCII."""
    for part in mail.body_parts[:10]:
        if part.encoding not in ("", "7bit", "8bit"):
            continue
        declared = part.params.get("charset", "").lower()
        if (part.encoding != "8bit" or declared in ("us-ascii", "ascii")) and not _is_ascii(part):
            yield evidence(None, type=part.media_type, value=declared)


def _is_ascii(part: Part) -> bool:
    return part.source[part.start : min(part.end, part.start + 200_000)].isascii()
