"""A rule of the organisation stopped somebody who had the right password."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import because, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import failure
from tocsin.model.activity import Act, Reason
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="policy-stopped",
    severity=Severity.MEDIUM,
    title={
        "en": "Stopped by a rule after the right password",
        "ar": "أوقفته قاعدة بعد كلمة المرور الصحيحة",
    },
    explain={
        "en": "The password was right, and a rule of the organisation (network, country, device, app) stopped the sign-in. Unless it was the person on a journey, somebody else has the password: it has to be changed.",
        "ar": "كانت كلمة المرور صحيحة وأوقفت قاعدة من قواعد المؤسسة (الشبكة أو البلد أو الجهاز أو التطبيق) الدخول. ما لم يكن الشخص في سفر فلدى غيره كلمة المرور: يلزم تغييرها.",
    },
    attack=("T1078",),
    defend=("D3-ANET",),
    form=Each(
        where=did(Act.SIGN_IN, Act.SECOND_FACTOR) & because(Reason.POLICY, Reason.RISK) & pl.col("password_right"),
        key=("person", "ip"),
        quiet=timedelta(hours=1),
    ),
    facts=facts("detail", "ip", "country", "network", "agent", "app"),
    hits=lambda: [[failure(reason=Reason.POLICY, password_right=True)]],
    misses=lambda: [[failure(reason=Reason.POLICY)], [failure(reason=Reason.WRONG_PASSWORD, password_right=False)]],
)
