"""Somebody asks to be told a one-time code."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="asks-for-code",
    weight=Weight.STRONG,
    danger=Danger.CODE,
    attack=("T1598",),
    explain={
        "en": "It asks to be sent a code that signs somebody in. Nobody honest needs that code.",
        "ar": "تطلب الرسالة إرسال رمز يتيح تسجيل الدخول، وما من جهة صادقة تحتاج إلى هذا الرمز.",
    },
    phrases={
        "en": (
            r"(send|forward|tell|give|text|read) (me|us|it to me) (back )?(the|that|your) ([\w-]+ ){0,3}code",
            r"reply with (the|your|that) ([\w-]+ ){0,3}code",
        ),
        "ar": (r"(ارسل|ارسلي|ابعث|زودنا|موافاتنا|ارسال) (لي |لنا |الينا )?(ب)?(رمز|كود) (التحقق|التاكيد|الدخول)",),
    },
    hits=lambda: [
        message(text="You will get a text. Please send me the six digit code straight away."),
        message(text="يرجى إرسال رمز التحقق الذي وصلك."),
    ],
    misses=lambda: [message(text="Never send anybody the code. Your code is on the card.")],
)
def asks_for_code(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """A phrase is enough, unless a warning against just that stands before it."""
    for hit in hits:
        if not _is_warning(mail, hit.span.start):
            yield evidence(hit.span, phrase=hit.text)


def _is_warning(mail: Mail, start: int) -> bool:
    before = mail.body.content[max(0, start - 40) : start].lower()
    return any(word in before for word in ("never", "not ", "n't", "لا ", "عدم"))
