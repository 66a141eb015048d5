"""Two sign-ins of a person, too far apart for the time between."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import SIGNED_IN, SUCCEEDED, any_of, did, told
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Previous
from tocsin.identify.origins import kilometres
from tocsin.identify.stories import BO, event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

_FASTEST: Final = 900
"""km/h: the cruising speed of an airliner."""
_NEAR: Final = 500
"""km by which addresses of one city and its carriers may be off."""
_COUNTRY: Final = 2_000
"""km by which the middle of a country may be off from a place in it; a few countries are larger."""
_IS_EXACT: Final = pl.col("exact") & pl.col("before_exact")
_WAY: Final = kilometres() - pl.when(_IS_EXACT).then(0).otherwise(_COUNTRY)
_HOURS: Final = (pl.col("time") - pl.col("before_time")).dt.total_seconds() / 3600

DETECTION: Final = Detection(
    id="impossible-travel",
    severity=Severity.HIGH,
    title={
        "en": "Signed in from two places too far apart",
        "ar": "دخول من مكانين متباعدين أكثر مما يسمح به الوقت",
    },
    explain={
        "en": "Between two sign-ins of a person lies more way than an aircraft makes in the time. Somebody else may use the account. A VPN, or a mobile carrier whose addresses are counted to another country, looks the same: see whether the two addresses were usual before. Where only the countries are known, their size is allowed for.",
        "ar": "المسافة بين دخولين للشخص نفسه أطول مما تقطعه طائرة في الوقت بينهما. قد يكون شخص آخر يستخدم الحساب. وتبدو شبكة VPN، أو شركة اتصالات تُحسب عناوينها على بلد آخر، على النحو نفسه: يُنظر هل كان العنوانان معتادين من قبل. وحين لا يُعرف إلا البلدان يُراعى اتساعهما.",
    },
    attack=("T1078",),
    defend=("D3-UGLPA",),
    needs=("country",),
    form=Previous(
        key=("person",),
        where=any_of(SIGNED_IN, did(Act.TOKEN) & SUCCEEDED) & told("person", "ip") & pl.col("latitude").is_not_null(),
        when=(pl.col("ip") != pl.col("before_ip")) & (_WAY > _NEAR) & (_WAY > _FASTEST * _HOURS),
        memory=timedelta(days=2),
        quiet=timedelta(hours=12),
    ),
    facts=facts(
        "ip",
        "country",
        "network",
        "agent",
        before_ip=pl.col("before_ip"),
        before_country=pl.col("before_country"),
        kilometres=kilometres().round(0).cast(pl.Int64),
    ),
    hits=lambda: [
        [event(ip="192.0.2.1", country="IS"), event(minute=60, ip="203.0.113.9", country="AU")],
        [
            event(ip="192.0.2.1", latitude=64.1, longitude=-21.9),
            event(minute=20, ip="198.51.100.7", latitude=52.5, longitude=13.4),
        ],
    ],
    misses=lambda: [
        [event(ip="192.0.2.1", country="IS"), event(minute=2000, ip="203.0.113.9", country="AU")],
        [event(ip="192.0.2.1", country="BE"), event(minute=5, ip="203.0.113.9", country="NL")],
        [event(ip="192.0.2.1", country="IS"), event(minute=60, ip="203.0.113.9", country="AU", person=BO)],
        [event(ip="192.0.2.1", country="IS"), failure(minute=60, ip="203.0.113.9", country="AU")],
        [event(ip="192.0.2.1"), event(minute=60, ip="203.0.113.9")],
    ],
)
