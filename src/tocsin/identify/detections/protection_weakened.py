"""A policy that protects all was loosened."""

from __future__ import annotations

from typing import Final

from tocsin.identify.columns import FAILED, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="protection-weakened",
    severity=Severity.MEDIUM,
    title={
        "en": "A protection was weakened",
        "ar": "أُضعفت حماية",
    },
    explain={
        "en": "A policy that protects all, or a setting of security, was removed or loosened. It may be a mistake; it opens the door either way.",
        "ar": "أُزيلت سياسة تحمي الجميع أو خُففت، أو تغيّر إعداد أمني. قد يكون ذلك خطأ؛ والباب مفتوح في الحالين.",
    },
    attack=("T1562.001", "T1556.009"),
    form=Each(where=did(Act.PROTECTION_WEAKENED) & ~FAILED),
    facts=facts("object", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.PROTECTION_WEAKENED, object="policy")]],
    misses=lambda: [[failure(Act.PROTECTION_WEAKENED)], [event(Act.ACCOUNT_CHANGED)]],
)
