"""A sign-in soon after the person opened a link that was judged bad."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import SIGNED_IN, SUCCEEDED, any_of, did, told
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Sequence
from tocsin.identify.stories import BO, event, failure
from tocsin.model.activity import Act, Reason
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="click-then-sign-in",
    severity=Severity.HIGH,
    title={
        "en": "Sign-in right after a click on a bad link",
        "ar": "دخول بعد النقر على رابط خبيث مباشرة",
    },
    explain={
        "en": "The person opened a link of a message that was judged bad, and soon after that somebody signed in to their account, was let through to the second factor, or gave access to an app. The password, or the session, was most likely given to the attacker.",
        "ar": "فتح الشخص رابطًا في رسالة حُكم بأنها خبيثة، وبعد قليل دخل أحدهم إلى حسابه، أو بلغ العامل الثاني، أو منح تطبيقًا حق الوصول. الأرجح أن كلمة المرور أو الجلسة صارت عند المهاجم.",
    },
    attack=("T1566.002", "T1078"),
    defend=("D3-MFA",),
    needs=("judged",),
    form=Sequence(
        key=("person",),
        after=did(Act.LINK_OPENED) & pl.col("judged") & told("person"),
        where=any_of(
            SIGNED_IN, did(Act.SIGN_IN, Act.SECOND_FACTOR) & pl.col("password_right"), did(Act.CONSENT) & SUCCEEDED
        ),
        within=timedelta(hours=1),
        quiet=timedelta(hours=1),
    ),
    facts=facts(
        "ip", "country", "network", "agent", "app", link=pl.col("before_object"), message=pl.col("before_message")
    ),
    hits=lambda: [
        [event(Act.LINK_OPENED, object="https://evil.example/login"), event(minute=3, ip="203.0.113.9")],
        [
            event(Act.LINK_OPENED, message="lure@evil.example"),
            failure(minute=30, reason=Reason.FACTOR_MISSING, password_right=True),
        ],
    ],
    misses=lambda: [
        [event(Act.LINK_OPENED, object="https://good.example/login"), event(minute=3)],
        [event(Act.LINK_OPENED, object="https://evil.example/login"), event(minute=70)],
        [event(Act.LINK_OPENED, object="https://evil.example/login"), event(minute=3, person=BO)],
        [event(minute=-3), event(Act.LINK_OPENED, object="https://evil.example/login")],
    ],
)
