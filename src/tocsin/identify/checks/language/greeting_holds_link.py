"""Where the reader's name should stand in the greeting, there is a link."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_READ: Final = 1_500
_GREETING: Final = re.compile(
    r"^[ \t]{0,10}(?:hi|hello|hey|dear|welcome|good (?:morning|day)|hallo|guten tag|bonjour|hola|olá|prezad[oa]|"
    r"مرحبًا|مرحبا|أهلًا|عزيزي|عزيزتي|سلام|שלום)\b(?:[^\n,!]|,\d){0,80}?"
    r"((?:https?://)?(?:[a-z0-9-]{1,40}\.){1,3}[a-z]{2,12}/\w[^\s,]{1,60})[^\n,!]{0,40}[,!:]",
    re.IGNORECASE | re.MULTILINE,
)


@check(
    id="greeting-holds-link",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.003", "T1656"),
    explain={
        "en": "A link stands in the greeting in place of the reader's name: somebody signed up elsewhere with it as a name.",
        "ar": "يحلّ رابط محلّ اسم القارئ في التحية، أي أن أحدًا سجّل في خدمة أخرى وجعل الرابط اسمًا.",
    },
    hits=lambda: [
        message(text="Hi ✅ +$4,811 ➡️ pay.test/rCQE1,\n\nOne last step to confirm your account!"),
        message(text="مرحبًا اربح الآن https://pay.test/x1y،!\n"),
    ],
    misses=lambda: [
        message(text="Hi Ada, see https://sender.example/minutes, thanks."),
        message(text="Hello all: the minutes are at https://sender.example/minutes"),
        message(text="Dear editors,\nhttps://sender.example/letter, as promised."),
    ],
)
def greeting_holds_link(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Before the comma that ends the greeting. Service mail is abused so: the provider itself sends it, rightly signed."""
    for text in mail.texts:
        match = _GREETING.search(text.content[:_READ]) if "/" in text.content[:_READ] else None
        if match:
            yield evidence(text.span(*match.span(1)), url=match[1])
            return
