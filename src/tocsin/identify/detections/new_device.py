"""A person signs in with a device that is new for them."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import SIGNED_IN, told
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import FirstSeen
from tocsin.identify.stories import event, usual
from tocsin.model.alert import Severity

_KIND: Final = pl.col("agent").str.to_lowercase().str.replace_all(r"[0-9][0-9._]*", "")
_DEVICE: Final = pl.when(pl.col("device") != "").then(pl.col("device")).otherwise(_KIND)

DETECTION: Final = Detection(
    id="new-device",
    severity=Severity.LOW,
    title={
        "en": "First sign-in with this device",
        "ar": "أول دخول بهذا الجهاز",
    },
    explain={
        "en": "The person has never signed in with this device; where the log names no devices, with this kind of program and system, versions aside.",
        "ar": "لم يسبق لهذا الشخص أن دخل بهذا الجهاز؛ وإن لم يذكر السجل الأجهزة فبهذا النوع من البرامج والأنظمة بصرف النظر عن إصداراتها.",
    },
    attack=("T1078",),
    defend=("D3-UGLPA",),
    form=FirstSeen(
        value=_DEVICE,
        where=SIGNED_IN & told("person"),
        quiet=timedelta(hours=1),
    ),
    facts=facts("device", "agent", "ip", "country", "network"),
    hits=lambda: [
        [*usual(), event(agent="Mozilla/5.0 (Windows NT 10.0) Chrome/140.0")],
        [*usual(device="d1"), event(device="d2")],
    ],
    misses=lambda: [
        [*usual(), event(agent="Mozilla/5.0 (X11; Linux x86_64) Firefox/141.0")],
        [*usual(device="d1"), event(device="d1", agent="other")],
        [*usual(2), event(agent="curl/8")],
    ],
)
