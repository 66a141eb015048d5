"""A log or an alert was switched off."""

from __future__ import annotations

from typing import Final

from tocsin.identify.columns import FAILED, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="logging-stopped",
    severity=Severity.HIGH,
    title={
        "en": "A log or an alert was switched off",
        "ar": "أُوقف سجل أو إنذار",
    },
    explain={
        "en": "A log or an alert was switched off, deleted or sent elsewhere. From then on silence says nothing.",
        "ar": "أُوقف سجل أو إنذار أو حُذف أو حُوّل إلى مكان آخر. ومن تلك اللحظة لا يدل الصمت على شيء.",
    },
    attack=("T1562.008",),
    form=Each(where=did(Act.LOGGING_STOPPED) & ~FAILED),
    facts=facts("object", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.LOGGING_STOPPED, object="audit log")]],
    misses=lambda: [[failure(Act.LOGGING_STOPPED)], [event(Act.DELETED, object="doc")]],
)
