"""Plain words without anything to open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_TELEPHONE: Final = re.compile(r"\+?\d[\d ()./\-]{8,}\d")


@check(
    id="plain-personal",
    weight=Weight.GOOD_HINT,
    explain={
        "en": "It is plain text with nothing to click or open.",
        "ar": "نص عادي ليس فيه ما يُنقر عليه أو يُفتح.",
    },
    hits=lambda: [
        message(
            text="Dear Sami,\n\nthank you for the talk yesterday. I will write again next week with the names.\n\nAda"
        ),
        message(text="عزيزي سامي،\n\nشكرًا على حديث الأمس، وسأكتب إليك بالأسماء الأسبوع القادم إن شاء الله.\n\nآدا"),
    ],
    misses=lambda: [
        message(text="See https://other.test/x for the names, and write to me when you have read them all."),
        message(text="Ok"),
        message(page="<p>Dear Sami, thank you for the talk yesterday. I will write again.</p>"),
        message(
            text="Dear Sami, thank you for the talk yesterday.", attachments=[("a.pdf", "application/pdf", b"%PDF")]
        ),
    ],
)
def plain_personal(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Patient attackers begin so as well; therefore next to no weight."""
    if mail.body.layer != "text" or mail.links or mail.attachments or mail.page.text:
        return
    if 60 <= len(mail.body.content.strip()) <= 20_000 and not _TELEPHONE.search(mail.body.content):
        yield evidence(None, type="text/plain")
