"""An account that was not used for long is used again."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import SIGNED_IN, told
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Previous
from tocsin.identify.stories import BO, event, failure
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="dormant-account",
    severity=Severity.MEDIUM,
    title={
        "en": "A forgotten account is used",
        "ar": "استُخدم حساب منسي",
    },
    explain={
        "en": "An account signs in after it was not used for a season. Accounts of people who left, and of projects that ended, are watched by nobody.",
        "ar": "سُجّل دخول إلى حساب لم يُستخدم منذ أشهر. حسابات من غادروا ومشاريع انتهت لا يراقبها أحد.",
    },
    attack=("T1078",),
    form=Previous(
        key=("person",),
        where=SIGNED_IN & told("person"),
        when=pl.col("time") - pl.col("before_time") > timedelta(days=90),
        memory=timedelta(days=1825),
    ),
    facts=facts("ip", "country", "network", "agent", before_time=pl.col("before_time").dt.strftime("%Y-%m-%d")),
    hits=lambda: [[event(), event(minute=1440 * 91)]],
    misses=lambda: [
        [event(), event(minute=1440 * 89)],
        [event(), event(minute=1440 * 91, person=BO)],
        [event(), failure(minute=1440 * 91)],
    ],
)
