"""The way to recover an account was changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="recovery-changed",
    severity=Severity.MEDIUM,
    title={
        "en": "Recovery settings were changed",
        "ar": "تغيّرت إعدادات استرداد الحساب",
    },
    explain={
        "en": "The address, telephone or question by which an account is recovered was changed. Whoever holds these can take the account at any time.",
        "ar": "تغيّر العنوان أو الهاتف أو السؤال الذي يُسترد به الحساب. من يملك هذه يستطيع الاستيلاء على الحساب في أي وقت.",
    },
    attack=("T1098",),
    form=Each(
        where=did(Act.RECOVERY_CHANGED) & (pl.col("status") != "failure"), key=("person",), quiet=timedelta(hours=1)
    ),
    facts=facts("object", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.RECOVERY_CHANGED)]],
    misses=lambda: [[failure(Act.RECOVERY_CHANGED)], [event(Act.ACCOUNT_CHANGED)]],
)
