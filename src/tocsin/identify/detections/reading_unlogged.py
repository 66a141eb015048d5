"""So much was read that the log leaves lines out."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="reading-unlogged",
    severity=Severity.HIGH,
    title={
        "en": "More was read than the log tells",
        "ar": "قُرئ أكثر مما يذكره السجل",
    },
    explain={
        "en": "The log itself says that it leaves out lines for this mailbox, since more was read than it writes down. It must be supposed that all of the mailbox was read.",
        "ar": "يقول السجل نفسه إنه يُسقط أسطرًا لهذا الصندوق، لأن ما قُرئ أكثر مما يدوّنه. يجب افتراض أن الصندوق كله قد قُرئ.",
    },
    attack=("T1114.002",),
    form=Each(where=pl.col("throttled"), key=("person",), quiet=timedelta(hours=24)),
    facts=facts("ip", "country", "network", "agent", "app"),
    hits=lambda: [[event(Act.MAIL_READ, throttled=True)]],
    misses=lambda: [[event(Act.MAIL_READ, count=400)]],
)
