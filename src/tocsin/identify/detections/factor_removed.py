"""A second factor was removed, switched off or bypassed."""

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
    id="factor-removed",
    severity=Severity.MEDIUM,
    title={
        "en": "A second factor was removed",
        "ar": "أُزيل عامل تحقق ثانٍ",
    },
    explain={
        "en": "A second factor of an account was removed, switched off, reset or bypassed. Help desks do so for people with a lost telephone; attackers do so, or talk a help desk into it, to get in with the password alone. It is worse where somebody else did it.",
        "ar": "أُزيل عامل التحقق الثاني لحساب، أو أُوقف، أو أُعيد ضبطه، أو جرى تجاوزه. يفعل الدعم الفني ذلك لمن فقد هاتفه؛ ويفعله المهاجمون، أو يقنعون الدعم به، للدخول بكلمة المرور وحدها. والأمر أسوأ إن فعله شخص آخر.",
    },
    attack=("T1556.006",),
    defend=("D3-MFA",),
    form=Each(where=did(Act.FACTOR_REMOVED) & (pl.col("status") != "failure"), worse=BY_ANOTHER),
    facts=facts("factor", "object", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.FACTOR_REMOVED)], [event(Act.FACTOR_REMOVED, actor=BO)]],
    misses=lambda: [[failure(Act.FACTOR_REMOVED)], [event(Act.FACTOR_ADDED)]],
)
