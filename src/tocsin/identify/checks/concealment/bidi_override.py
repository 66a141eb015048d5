"""A control character turns the order of the letters around, so that what is read is not what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.disguise import texts_with
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_OVERRIDES: Final = frozenset("\u202d\u202e")
_OVERRIDE: Final = re.compile("[\u202d\u202e]")


@check(
    id="bidi-override",
    weight=Weight.STRONG,
    attack=("T1036.002",),
    explain={
        "en": "A control character turns the order of the letters around, so that what is read is not what stands there.",
        "ar": "محرف تحكم يقلب ترتيب الحروف، فيُقرأ غير المكتوب فعلًا.",
    },
    needs="beyond-ascii",
    hits=lambda: [
        message(subject="Report \u202efdp.exe"),
        message(text="open \u202dthis\u202c"),
    ],
    misses=lambda: [
        message(text="\u2067مرحبا\u2069 and \u200eHarbour"),
        message(text="\u202bשלום\u202c"),
    ],
)
def bidi_override(mail: Mail, context: Context) -> Iterable[Evidence]:
    """U+202D and U+202E; embeddings, isolates and marks are orthography in right-to-left text."""
    for text, content in texts_with(mail, _OVERRIDES):
        for match in _OVERRIDE.finditer(content):
            yield evidence(text.span(*match.span()), code=f"U+{ord(match[0]):04X}")
