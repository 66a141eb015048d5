"""Plain ASCII wrapped in base64."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.formats.header import lenient_base64
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_WORD: Final = re.compile(rb"=\?[^?\s]{1,40}\?[bB]\?([A-Za-z0-9+/=]{8,2000})\?=")
_STATEFUL: Final = (b"iso-2022", b"hz-gb", b"utf-7")


@check(
    id="needless-encoding",
    weight=Weight.WEAK,
    attack=("T1027",),
    explain={
        "en": "Plain letters are wrapped in an encoding they do not need, which hides them from simple filters.",
        "ar": "لُفَّت حروف عادية بترميز لا حاجة لها به، ما يخفيها عن المرشِّحات البسيطة.",
    },
    hits=lambda: [
        Example(b"From: a@b.example\nSubject: =?utf-8?B?WW91ciBhY2NvdW50IGlzIGxvY2tlZA==?=\n\nhello\n"),
        Example(b"From: =?utf-8?b?QmFuayBTZXJ2aWNl?= <a@b.example>\n\nhello\n"),
    ],
    misses=lambda: [
        message(subject="Grüße aus dem Hafen"),
        message(subject="Your account"),
        Example(b"From: a@b.example\nSubject: =?utf-8?Q?Your_account?=\n\nhello\n"),
    ],
)
def needless_encoding(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Subject and sender; encoded words in base64 all of which hold nothing but ASCII."""
    for name in ("from", "subject"):
        value = mail.message.root.header(name)
        words = _WORD.findall(value[:4000]) if b"=?" in value else []
        if not words or any(charset in value.lower() for charset in _STATEFUL):
            continue
        if all(lenient_base64(word).isascii() for word in words):
            yield evidence(header_span(mail, name), header=name)
