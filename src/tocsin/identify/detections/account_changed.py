"""Settings of an account were changed."""

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
    id="account-changed",
    severity=Severity.INFORMATIONAL,
    title={
        "en": "Settings of an account were changed",
        "ar": "تغيّرت إعدادات حساب",
    },
    explain={
        "en": "Settings of an account were changed that neither protect it nor recover it. Plain administration.",
        "ar": "تغيّرت في حساب إعدادات لا تحميه ولا يُسترد بها. عمل إداري معتاد.",
    },
    attack=("T1098",),
    form=Each(where=did(Act.ACCOUNT_CHANGED) & ~FAILED, key=("person",), quiet=timedelta(hours=1)),
    facts=facts("object", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.ACCOUNT_CHANGED)]],
    misses=lambda: [[failure(Act.ACCOUNT_CHANGED)], [event(Act.ACCOUNT_MADE)]],
)
