"""Somebody was given a role with power over others."""

from __future__ import annotations

from typing import Final

from tocsin.identify.columns import FAILED, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import BO, event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="role-given",
    severity=Severity.MEDIUM,
    title={
        "en": "A powerful role was given",
        "ar": "مُنح دور ذو صلاحيات",
    },
    explain={
        "en": "An account or app was given a role. Whoever administers can reset passwords, read mail and switch logs off; attackers give such roles to an account of theirs.",
        "ar": "مُنح حساب أو تطبيق دورًا. من يملك الإدارة يستطيع إعادة ضبط كلمات المرور وقراءة البريد وإيقاف السجلات؛ ويمنح المهاجمون مثل هذه الأدوار لحساب في أيديهم.",
    },
    attack=("T1098.003",),
    defend=("D3-UAP",),
    form=Each(where=did(Act.ROLE_GIVEN) & ~FAILED),
    facts=facts("object", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.ROLE_GIVEN, object="Global Administrator", actor=BO)]],
    misses=lambda: [[failure(Act.ROLE_GIVEN, object="Global Administrator")], [event(Act.ACCOUNT_CHANGED)]],
)
