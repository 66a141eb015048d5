"""Things were deleted."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tocsin.identify.columns import FAILED, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="deletion",
    severity=Severity.INFORMATIONAL,
    title={
        "en": "Something was deleted",
        "ar": "حُذف شيء",
    },
    explain={
        "en": "A document, an account, an app or a part of the service was deleted. Plain administration mostly; beside other alerts it tells what is gone.",
        "ar": "حُذف مستند أو حساب أو تطبيق أو جزء من الخدمة. هو عمل إداري في الغالب؛ ومع إنذارات أخرى يدل على ما فُقد.",
    },
    attack=("T1485",),
    form=Each(where=did(Act.DELETED) & ~FAILED, key=("person",), quiet=timedelta(hours=1)),
    facts=facts("object", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.DELETED, object="doc")]],
    misses=lambda: [[failure(Act.DELETED, object="doc")], [event(Act.ACCOUNT_STOPPED)]],
)
