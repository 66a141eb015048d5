"""The text that is shown is a block of encoded characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_READ: Final = 2_500
_LINE: Final = 60
_BLOB: Final = re.compile(r"(?:[A-Za-z0-9+/]{60,80}\r?\n){6,}")
_KNOWN: Final = re.compile(
    r"-----BEGIN |ssh-rsa|GIT binary patch|^begin \d{3} |^Content-Transfer-Encoding:", re.MULTILINE
)


@check(
    id="encoded-blob",
    weight=Weight.WEAK,
    attack=("T1027",),
    explain={
        "en": "The text that is shown is a block of encoded characters.",
        "ar": "النص الظاهر كتلة من محارف مُرمَّزة.",
    },
    hits=lambda: [
        message(text=("A" * 30 + "b9/" * 12 + "\n") * 8),
        message(text="Hi\n" + ("QWxs" * 16 + "\n") * 8),
    ],
    misses=lambda: [
        message(text="-----BEGIN PGP MESSAGE-----\n" + ("QWxs" * 16 + "\n") * 8),
        message(text=("The council met on Monday and talked about the roads.\n") * 8),
    ],
)
def encoded_blob(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Base64 lines as readable text, outside of signatures, keys and patches."""
    for text in mail.texts:
        content = text.content[:_READ]
        if text.layer in ("text", "visible") and any(
            len(line) >= _LINE and " " not in line for line in content.split("\n")
        ):
            match = _BLOB.search(content)
            if match and not _KNOWN.search(content):
                yield evidence(text.span(*match.span()), value=match[0][:40])
