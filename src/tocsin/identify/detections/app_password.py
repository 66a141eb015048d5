"""A password or key was made that asks for no second factor."""

from __future__ import annotations

from typing import Final

import polars as pl

from tocsin.identify.columns import did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="app-password",
    severity=Severity.MEDIUM,
    title={
        "en": "A password for an app was made",
        "ar": "أُنشئت كلمة مرور لتطبيق",
    },
    explain={
        "en": "A password, key or secret was made for an app, with which it gets in without a second factor, and which a change of the password may leave valid.",
        "ar": "أُنشئت كلمة مرور أو مفتاح أو سر لتطبيق، يدخل به دون عامل ثانٍ، وقد يبقى صالحًا بعد تغيير كلمة المرور.",
    },
    attack=("T1098.001",),
    form=Each(where=did(Act.APP_PASSWORD) & (pl.col("status") != "failure")),
    facts=facts("object", "app_name", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.APP_PASSWORD)]],
    misses=lambda: [[failure(Act.APP_PASSWORD)], [event(Act.PASSWORD_CHANGED)]],
)
