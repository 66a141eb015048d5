"""Somebody else was let into a mailbox or account."""

from __future__ import annotations

from typing import Final

import polars as pl

from tocsin.identify.columns import did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import BO, event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="delegate-added",
    severity=Severity.MEDIUM,
    title={
        "en": "Somebody else was let into a mailbox or account",
        "ar": "أُدخل شخص آخر إلى صندوق بريد أو حساب",
    },
    explain={
        "en": "Another account may now read, send from, or act as this one. Assistants and support staff get such rights; attackers give them to an account that they hold.",
        "ar": "صار لحساب آخر أن يقرأ بريد هذا الحساب أو يرسل منه أو يتصرف باسمه. يُمنح ذلك للمساعدين وموظفي الدعم؛ ويمنحه المهاجمون لحساب في أيديهم.",
    },
    attack=("T1098.002",),
    defend=("D3-UAP",),
    form=Each(where=did(Act.DELEGATE_ADDED) & (pl.col("status") != "failure")),
    facts=facts("object", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.DELEGATE_ADDED, object=BO)]],
    misses=lambda: [[failure(Act.DELEGATE_ADDED, object=BO)], [event(Act.ROLE_GIVEN, object=BO)]],
)
