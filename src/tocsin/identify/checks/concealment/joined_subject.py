"""The words of the subject or the sender's name are joined or framed by signs instead of spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_READ: Final = 200
_JOINED: Final = re.compile(r"\W{0,3}_?[^\W_]{1,30}(?:_+[^\s_]{1,30}){2,20}_?\W{0,3}$")
_FRAMED: Final = re.compile(
    r"^[#*~|\\_]{1,3}[^\s#*~|\\][^#*~|\\]{2,40}[#*~|\\_]{1,3}\W{0,2}$|[|/\\*~=#]{3,}.{0,60}[|/\\*~=#]{3,}|\\_|\\\|"
)
_FILE: Final = re.compile(r"\.\w{2,4}\W?$|\(\)")


@check(
    id="joined-subject",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    explain={
        "en": "The words of the subject or the sender's name are joined or framed by signs instead of spaces.",
        "ar": "كلمات الموضوع أو اسم المُرسِل موصولة أو محاطة بعلامات بدل الفراغات.",
    },
    hits=lambda: [
        message(subject="_Get_rid_of_pain_easily_"),
        message(sender="#Harbour_Rewards# <a@sender.example>", subject="Hello"),
    ],
    misses=lambda: [
        message(subject="minutes_of_the_meeting_2026.pdf"),
        message(subject="Re: net_device_ops in the driver"),
        message(subject="[PATCH 1/3] mm: __alloc_pages()"),
    ],
)
def joined_subject(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Underscores for spaces, or a frame of signs; file names are left out."""
    for text in mail.texts[:2]:
        content = text.content[:_READ]
        match = _JOINED.match(content) or _FRAMED.search(content)
        if match and not _FILE.search(content):
            yield evidence(text.span(*match.span()), value=match[0][:80])
