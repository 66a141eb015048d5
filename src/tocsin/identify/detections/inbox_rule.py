"""A rule of an inbox was made or changed."""

from __future__ import annotations

from typing import Final

import polars as pl

from tocsin.identify.columns import did, words
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

_HIDES: Final = words(
    "object",
    "delete",
    "redirect",
    "forward",
    "markasread",
    "rss",
    "archive",
    "conversation history",
    "junk",
    "password",
    "invoice",
    "payment",
    "phish",
    "security",
    "mfa",
    "كلمة",
    "فاتورة",
)

DETECTION: Final = Detection(
    id="inbox-rule",
    severity=Severity.LOW,
    title={
        "en": "A rule of an inbox was made",
        "ar": "أُنشئت قاعدة في صندوق الوارد",
    },
    explain={
        "en": "A rule that moves, deletes, hides or forwards mail was made. People make such rules to keep order. Attackers make them so that the person sees no answers to what is sent in their name, nor the warnings. It is worse where the rule deletes, hides or forwards, or looks for words like *invoice* or *password*.",
        "ar": "أُنشئت قاعدة تنقل البريد أو تحذفه أو تخفيه أو تعيد توجيهه. ينشئ الناس مثلها للترتيب. وينشئها المهاجمون كي لا يرى الشخص الردود على ما يُرسَل باسمه ولا التحذيرات. والأمر أسوأ إن كانت القاعدة تحذف أو تخفي أو تعيد التوجيه، أو تبحث عن كلمات مثل «فاتورة» أو «كلمة المرور».",
    },
    attack=("T1564.008", "T1114.003"),
    form=Each(
        where=did(Act.RULE_MADE) & (pl.col("status") != "failure"),
        worse=_HIDES | pl.col("external").fill_null(value=False),
    ),
    facts=facts("object", "external", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [
        [event(Act.RULE_MADE, object="Newsletters")],
        [event(Act.RULE_MADE, object="DeleteMessage=True; SubjectContainsWords=invoice")],
    ],
    misses=lambda: [[failure(Act.RULE_MADE)], [event(Act.OTHER, object="New-InboxRule")]],
)
