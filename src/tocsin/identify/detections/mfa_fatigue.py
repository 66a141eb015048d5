"""A person is flooded with requests to confirm a sign-in."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import SIGNED_IN, SUCCEEDED, any_of, because, did, told
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Many
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act, Reason
from tocsin.model.alert import Severity

_IS_PUSH: Final = did(Act.SECOND_FACTOR) | (pl.col("factor") == "push") | (pl.col("detail") == "500121")
"""Some logs tell every question for a second factor; only one that reached the person and ran out says something."""

DETECTION: Final = Detection(
    id="mfa-fatigue",
    severity=Severity.HIGH,
    title={
        "en": "Flood of requests to confirm a sign-in",
        "ar": "سيل من طلبات تأكيد الدخول",
    },
    explain={
        "en": "The person is asked again and again to confirm a sign-in, and does not answer or says no. Whoever asks has the password already, and hopes that the person gives in. It is worse where one request is then accepted.",
        "ar": "يُطلب من الشخص مرة بعد مرة تأكيد دخول، فلا يجيب أو يرفض. من يطلب ذلك لديه كلمة المرور، ويأمل أن يستسلم الشخص. والأمر أسوأ إن قُبل أحد الطلبات بعد ذلك.",
    },
    attack=("T1621",),
    defend=("D3-MFA",),
    form=Many(
        key=("person",),
        at_least=5,
        quiet=timedelta(minutes=30),
        where=did(Act.SECOND_FACTOR, Act.SIGN_IN)
        & because(Reason.FACTOR_DENIED, Reason.FACTOR_MISSING)
        & told("person"),
        then=any_of(did(Act.SECOND_FACTOR) & SUCCEEDED, SIGNED_IN),
    ),
    facts=facts("factor", "ip", "country", "network", "agent", "app"),
    hits=lambda: [
        [failure(Act.SECOND_FACTOR, minute=i, factor="push", reason=Reason.FACTOR_MISSING) for i in range(5)],
        [
            *(failure(Act.SECOND_FACTOR, minute=i, factor="push", reason=Reason.FACTOR_DENIED) for i in range(6)),
            event(Act.SECOND_FACTOR, minute=7, factor="push"),
        ],
    ],
    misses=lambda: [
        [failure(Act.SECOND_FACTOR, minute=8 * i, factor="push", reason=Reason.FACTOR_MISSING) for i in range(5)],
        [failure(Act.SECOND_FACTOR, minute=i, factor="code", reason=Reason.FACTOR_WRONG) for i in range(5)],
        [event(Act.SECOND_FACTOR, minute=i, factor="push") for i in range(5)],
    ],
)
