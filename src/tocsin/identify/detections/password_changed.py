"""A password was changed."""

from __future__ import annotations

from typing import Final

import polars as pl

from tocsin.identify.columns import BY_ANOTHER, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import BO, event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="password-changed",
    severity=Severity.INFORMATIONAL,
    title={
        "en": "A password was changed",
        "ar": "تغيّرت كلمة مرور",
    },
    explain={
        "en": "A password was changed or reset. It is plain administration unless nobody asked for it; it is worse where somebody else did it.",
        "ar": "تغيّرت كلمة مرور أو أُعيد ضبطها. هذا عمل إداري معتاد ما لم يطلبه أحد؛ والأمر أهم إن فعله شخص آخر.",
    },
    attack=("T1098",),
    form=Each(where=did(Act.PASSWORD_CHANGED) & (pl.col("status") != "failure"), worse=BY_ANOTHER),
    facts=facts("ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.PASSWORD_CHANGED)], [event(Act.PASSWORD_CHANGED, actor=BO)]],
    misses=lambda: [[failure(Act.PASSWORD_CHANGED)], [event(Act.RECOVERY_CHANGED)]],
)
