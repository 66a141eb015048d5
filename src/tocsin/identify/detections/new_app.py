"""An app uses an account for the first time."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import SIGNED_IN, SUCCEEDED, any_of, did, told
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import FirstSeen
from tocsin.identify.stories import event, usual
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="new-app",
    severity=Severity.LOW,
    title={
        "en": "First use of this app",
        "ar": "أول استخدام لهذا التطبيق",
    },
    explain={
        "en": "The person has never used this app with their account, and enough is known to say so. Mostly somebody tries a new program. Whoever phishes for tokens often has them given to an app that the person never uses, such as a tool of developers.",
        "ar": "لم يسبق لهذا الشخص أن استخدم هذا التطبيق بحسابه، والمعروف يكفي للقول بذلك. غالبًا ما يكون ذلك تجربة برنامج جديد. ومن يتصيّد الرموز كثيرًا ما يجعلها تُمنح لتطبيق لا يستخدمه الشخص أبدًا، كأداة للمطورين.",
    },
    attack=("T1528", "T1550.001"),
    form=FirstSeen(
        value=pl.col("app"),
        where=any_of(SIGNED_IN, did(Act.TOKEN) & SUCCEEDED) & told("person"),
        quiet=timedelta(hours=1),
    ),
    facts=facts("app", "app_name", "ip", "country", "network", "agent"),
    hits=lambda: [
        [*usual(app="mail"), event(app="developer-tool")],
        [*usual(app="mail"), event(Act.TOKEN, app="developer-tool")],
    ],
    misses=lambda: [
        [*usual(app="mail"), event(app="mail")],
        [*usual(2, app="mail"), event(app="developer-tool")],
        [*usual(app="mail"), event(app="")],
    ],
)
