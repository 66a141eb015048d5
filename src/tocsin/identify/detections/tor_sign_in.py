"""Sign-in through Tor."""

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
    id="tor-sign-in",
    severity=Severity.HIGH,
    title={
        "en": "Sign-in through Tor",
        "ar": "دخول عبر شبكة Tor",
    },
    explain={
        "en": "The person signs in through an exit of Tor, which they did not do of late. Some people do so for their safety: ask them. Whoever has stolen a password does so to hide.",
        "ar": "دخل الشخص عبر مخرج من شبكة Tor، ولم يكن ذلك من عادته في الآونة الأخيرة. يفعل بعض الناس ذلك حمايةً لأنفسهم: يُسألون. ويفعله من سرق كلمة مرور كي يختفي.",
    },
    attack=("T1078", "T1090.003"),
    defend=("D3-NTA",),
    needs=("tor",),
    form=FirstSeen(
        value=pl.when(pl.col("tor")).then(pl.lit("yes")),
        where=SIGNED_IN & told("person") & pl.col("tor"),
        history=0,
        learning=timedelta(0),
        memory=timedelta(days=30),
        quiet=timedelta(hours=1),
    ),
    facts=facts("ip", "country", "network", "asn", "agent"),
    hits=lambda: [
        [event(ip="198.51.100.66")],
        [event(ip="198.51.100.66"), event(minute=60 * 24 * 31, ip="198.51.100.66")],
    ],
    misses=lambda: [[event(ip="192.0.2.10")], [failure(ip="198.51.100.66")]],
)
