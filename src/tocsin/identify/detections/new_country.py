"""A person signs in from a country where they never were."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import SIGNED_IN, told
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import FirstSeen
from tocsin.identify.stories import BO, event, failure, usual
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="new-country",
    severity=Severity.MEDIUM,
    title={
        "en": "First sign-in from this country",
        "ar": "أول دخول من هذا البلد",
    },
    explain={
        "en": "The person has never signed in from this country, and enough of their sign-ins are known to say so. It may be a journey or a VPN: ask them by another way.",
        "ar": "لم يسبق لهذا الشخص أن دخل من هذا البلد، والمعروف من مرات دخوله يكفي للقول بذلك. قد يكون في سفر أو يستخدم VPN: يُسأل عبر قناة أخرى.",
    },
    attack=("T1078",),
    defend=("D3-UGLPA",),
    needs=("country",),
    form=FirstSeen(
        value=pl.col("country"),
        where=SIGNED_IN & told("person"),
        quiet=timedelta(hours=1),
    ),
    facts=facts("country", "city", "ip", "network", "agent"),
    hits=lambda: [[*usual(), event(ip="203.0.113.9", country="AU")]],
    misses=lambda: [
        [*usual(), event(ip="203.0.113.9", country="IS")],
        [*usual(2), event(ip="203.0.113.9", country="AU")],
        [*usual(), failure(country="AU")],
        [*usual(), event(country="AU", person=BO)],
    ],
)
