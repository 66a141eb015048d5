"""A sign-in by a code that was typed in elsewhere."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import FAILED, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="device-code",
    severity=Severity.MEDIUM,
    title={
        "en": "Sign-in by a device code",
        "ar": "دخول برمز جهاز",
    },
    explain={
        "en": "Somebody signed in by a code that is shown on one device and typed in on another, as televisions do. Attackers send people such a code and ask them to type it in: the session is then theirs, second factor and all.",
        "ar": "دخل أحدهم برمز يظهر على جهاز ويُكتب على آخر، كما في أجهزة التلفاز. يرسل المهاجمون رمزًا كهذا ويطلبون كتابته، فتصبح الجلسة لهم مع العامل الثاني.",
    },
    attack=("T1566", "T1528"),
    defend=("D3-MFA",),
    form=Each(
        where=did(Act.SIGN_IN, Act.TOKEN) & ~FAILED & (pl.col("protocol") == "device-code"),
        key=("person", "app"),
        quiet=timedelta(hours=1),
    ),
    facts=facts("app", "app_name", "ip", "country", "network", "agent"),
    hits=lambda: [[event(protocol="device-code")]],
    misses=lambda: [[failure(protocol="device-code")], [event(protocol="browser")]],
)
