"""A sender's name dressed up to catch the eye or to dodge filters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_PICTURE: Final = re.compile(r"[\u2600-\u27bf\u2b50-\u2b55\U0001f300-\U0001faff]")
_STYLED: Final = re.compile(r"[\U0001d400-\U0001d7ff\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\U0001f130-\U0001f189]")
_STRAY: Final = re.compile(r"(?:[,_|~^]{2,}|[,_|~^=*#]\s*|\s[-!])$|^[*#|~^_,!]|\s{3,}\S")


@check(
    id="decorated-name",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    attack=("T1036",),
    explain={
        "en": "The sender's name is dressed up with pictures, odd letters or stray signs, as advertising traps are.",
        "ar": "اسم المُرسِل مزخرف برموز أو حروف غريبة أو علامات زائدة، كما في الإعلانات المخادعة.",
    },
    hits=lambda: [
        message(sender="🎁 Prize Team ❗️ <info@other.test>"),
        message(sender="𝐏𝐫𝐢𝐳𝐞 Team <info@other.test>"),
        message(sender="Prize Team ,_ <info@other.test>"),
    ],
    misses=lambda: [
        message(sender="Ada Writer <ada@sender.example>"),
        message(sender="Ada's Café ☕ <ada@sender.example>"),
        message(sender="می‌خواهیم بدانیم <ada@sender.example>"),
        message(sender="Ada Writer (Press) <ada@sender.example>"),
    ],
)
def decorated_name(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Two pictures or more, mathematical or full-width letters, or punctuation that no name ends in."""
    name = mail.sender.name
    if not name:
        return
    styled = _STYLED.search(name) if not name.isascii() else None
    if styled or _STRAY.search(name) or (not name.isascii() and len(_PICTURE.findall(name)) > 1):
        yield evidence(sender_span(mail), name=name)
