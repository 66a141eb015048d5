"""A second factor was added to an account."""

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
    id="factor-added",
    severity=Severity.LOW,
    title={
        "en": "A second factor was added",
        "ar": "أُضيف عامل تحقق ثانٍ",
    },
    explain={
        "en": "A telephone, app or key was added as second factor. That is good where the person did it. Attackers in an account add their own, and stay.",
        "ar": "أُضيف هاتف أو تطبيق أو مفتاح كعامل تحقق ثانٍ. هذا جيد إن كان الشخص من فعله. ومن اقتحم حسابًا يضيف عامله هو ليبقى فيه.",
    },
    attack=("T1098.005",),
    form=Each(where=did(Act.FACTOR_ADDED) & (pl.col("status") != "failure"), key=("person",), quiet=timedelta(hours=1)),
    facts=facts("factor", "object", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.FACTOR_ADDED, factor="push")]],
    misses=lambda: [[failure(Act.FACTOR_ADDED)], [event(Act.FACTOR_REMOVED)]],
)
