"""A sign-in by a protocol that asks for no second factor."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act, Reason
from tocsin.model.alert import Severity

_OLD: Final = ("imap", "pop3", "smtp", "activesync", "basic")

DETECTION: Final = Detection(
    id="legacy-protocol",
    severity=Severity.LOW,
    title={
        "en": "Sign-in by an old protocol",
        "ar": "دخول ببروتوكول قديم",
    },
    explain={
        "en": "Somebody signed in by an old protocol (IMAP, POP, SMTP or basic authentication), which asks for no second factor. Old mail programs and scanners use these; so does whoever has only the password.",
        "ar": "دخل أحدهم ببروتوكول قديم (IMAP أو POP أو SMTP أو التحقق الأساسي) لا يطلب عاملًا ثانيًا. تستخدم ذلك برامج بريد قديمة وماسحات ضوئية، ومن ليس معه إلا كلمة المرور.",
    },
    attack=("T1078.004",),
    defend=("D3-MFA",),
    form=Each(
        where=did(Act.SIGN_IN, Act.TOKEN) & (pl.col("status") != "failure") & pl.col("protocol").is_in(_OLD),
        key=("person", "protocol"),
        quiet=timedelta(hours=24),
    ),
    facts=facts("protocol", "ip", "country", "network", "agent", "app"),
    hits=lambda: [[event(protocol="imap")], [event(protocol="basic"), event(minute=60 * 25, protocol="basic")]],
    misses=lambda: [[event(protocol="browser")], [failure(protocol="imap", reason=Reason.PROTOCOL)], [event()]],
)
