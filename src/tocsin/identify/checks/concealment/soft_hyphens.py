"""Soft hyphens, which are not seen, cut words into pieces."""

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

_SOFT: Final = frozenset("\u00ad")
_CUT: Final = re.compile(r"\w?\u00ad\w{1,2}\u00ad\w")


@check(
    id="soft-hyphens",
    weight=Weight.MEDIUM,
    attack=("T1027.013",),
    explain={
        "en": "Soft hyphens, which are not seen, cut words into pieces.",
        "ar": "واصلات غير مرئية تقطّع الكلمات.",
    },
    needs="beyond-ascii",
    hits=lambda: [
        message(text="Your p\u00ada\u00ads\u00adsword"),
        message(subject="V\u00ade\u00adrify"),
    ],
    misses=lambda: [
        message(text="Die Donau\u00addampf\u00adschiff\u00adfahrt"),
        message(text="A well-known e-mail"),
    ],
)
def soft_hyphens(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Two within four letters: a typesetter's soft hyphens stand between syllables."""
    for text, content in texts_with(mail, _SOFT):
        for match in _CUT.finditer(content):
            yield evidence(text.span(*match.span()), shown=match[0].replace("\u00ad", ""))
