"""One source tries a few passwords on many accounts."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import SIGNED_IN, any_of, because, did, told
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Many
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act, Reason
from tocsin.model.alert import Severity

_TRIED: Final = (
    did(Act.SIGN_IN) & because(Reason.WRONG_PASSWORD, Reason.NO_ACCOUNT, Reason.LOCKED) & told("ip", "person")
)

DETECTION: Final = Detection(
    id="password-spray",
    severity=Severity.HIGH,
    title={
        "en": "One source tries passwords on many accounts",
        "ar": "مصدر واحد يجرّب كلمات مرور على حسابات كثيرة",
    },
    explain={
        "en": "From one address, sign-ins to many different accounts fail within an hour. Somebody tries a few common passwords on everybody, so that no account is locked. An office behind one address may look alike on the morning after passwords were changed. It is worse where the same address then gets in.",
        "ar": "فشلت خلال ساعة محاولات دخول إلى حسابات مختلفة كثيرة من عنوان واحد. يجرّب أحدهم بضع كلمات مرور شائعة على الجميع كي لا يُقفل أي حساب. وقد يبدو مكتب كامل خلف عنوان واحد على هذا النحو صباح تغيير كلمات المرور. والأمر أسوأ إن نجح العنوان نفسه بعد ذلك في الدخول.",
    },
    attack=("T1110.003",),
    defend=("D3-ANET", "D3-MFA"),
    form=Many(
        key=("ip",),
        of="person",
        at_least=8,
        quiet=timedelta(hours=1),
        where=_TRIED,
        then=told("ip") & any_of(SIGNED_IN, did(Act.SIGN_IN) & pl.col("password_right")),
    ),
    facts=facts("ip", "country", "network", "agent", "app"),
    hits=lambda: [
        [
            failure(minute=i, person=f"p{i}@harbour.example", ip="203.0.113.5", reason=Reason.WRONG_PASSWORD)
            for i in range(8)
        ],
        [
            *(
                failure(minute=i, person=f"p{i}@harbour.example", ip="203.0.113.5", reason=Reason.NO_ACCOUNT)
                for i in range(9)
            ),
            event(minute=10, ip="203.0.113.5"),
        ],
    ],
    misses=lambda: [
        [failure(minute=i, ip="203.0.113.5", reason=Reason.WRONG_PASSWORD) for i in range(8)],
        [
            failure(minute=9 * i, person=f"p{i}@harbour.example", ip="203.0.113.5", reason=Reason.WRONG_PASSWORD)
            for i in range(8)
        ],
        [failure(minute=i, person=f"p{i}@harbour.example", reason=Reason.WRONG_PASSWORD) for i in range(8)],
        [failure(minute=i, person=f"p{i}@harbour.example", ip="203.0.113.5", reason=Reason.POLICY) for i in range(8)],
    ],
)
