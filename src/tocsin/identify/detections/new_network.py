"""A person signs in through a network that is new for them."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import SIGNED_IN, told
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import FirstSeen
from tocsin.identify.stories import event, usual
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="new-network",
    severity=Severity.LOW,
    title={
        "en": "First sign-in through this network",
        "ar": "أول دخول عبر هذه الشبكة",
    },
    explain={
        "en": "The person has never signed in through this provider of networks (AS number). Alone it says little: a café, a new telephone. Beside other alerts it says who came.",
        "ar": "لم يسبق لهذا الشخص أن دخل عبر شبكة هذا المزوّد (رقم AS). وحدها لا تعني الكثير: مقهى أو هاتف جديد. ومع إنذارات أخرى تدل على من دخل.",
    },
    attack=("T1078",),
    defend=("D3-UGLPA",),
    needs=("asn",),
    form=FirstSeen(
        value=pl.when(pl.col("asn") != 0).then(pl.col("asn")),
        where=SIGNED_IN & told("person"),
        quiet=timedelta(hours=1),
    ),
    facts=facts("asn", "network", "country", "ip", "agent"),
    hits=lambda: [[*usual(), event(ip="203.0.113.9", asn=64511)]],
    misses=lambda: [
        [*usual(), event(ip="203.0.113.9", asn=64496)],
        [*usual(), event(ip="203.0.113.9")],
        [*usual(2), event(asn=64511)],
    ],
)
