"""Sign-in from a network of rented machines."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import SIGNED_IN, told
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import FirstSeen
from tocsin.identify.stories import event, failure
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="hosting-network",
    severity=Severity.MEDIUM,
    title={
        "en": "Sign-in from a network of rented machines",
        "ar": "دخول من شبكة أجهزة مستأجرة",
    },
    explain={
        "en": "The person signs in from a network that rents out machines, which they did not do of late. People sit at home, in offices or with a mobile carrier; programs, VPN services and attackers come from rented machines.",
        "ar": "دخل الشخص من شبكة تؤجّر الأجهزة، ولم يكن ذلك من عادته في الآونة الأخيرة. يتصل الناس من بيوتهم أو مكاتبهم أو هواتفهم؛ أما البرامج وخدمات VPN والمهاجمون فيأتون من أجهزة مستأجرة.",
    },
    attack=("T1078", "T1583.003"),
    defend=("D3-NTA",),
    needs=("hosting",),
    form=FirstSeen(
        value=pl.when(pl.col("hosting")).then(pl.lit("yes")),
        where=SIGNED_IN & told("person") & pl.col("hosting"),
        history=0,
        learning=timedelta(0),
        memory=timedelta(days=30),
        quiet=timedelta(hours=1),
    ),
    facts=facts("ip", "country", "network", "asn", "agent"),
    hits=lambda: [
        [event(ip="203.0.113.9", asn=64500)],
        [event(ip="203.0.113.9", asn=64500), event(minute=60 * 24 * 31, ip="203.0.113.9", asn=64500)],
    ],
    misses=lambda: [[event(ip="203.0.113.9", asn=64496)], [failure(ip="203.0.113.9", asn=64500)]],
)
