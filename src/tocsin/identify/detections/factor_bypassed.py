"""A sign-in passed without its second factor."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tocsin.identify.columns import SUCCEEDED, any_of, did, words
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="factor-bypassed",
    severity=Severity.MEDIUM,
    title={
        "en": "The second factor was bypassed",
        "ar": "جرى تجاوز العامل الثاني",
    },
    explain={
        "en": "A sign-in passed by a way around the second factor: a bypass code, or an account that is exempt. Help desks give such codes; whoever talks one out of them gets in with the password alone.",
        "ar": "مرّ دخول بطريقة تتجاوز العامل الثاني: برمز تجاوز، أو لأن الحساب معفى. يعطي الدعم الفني رموزًا كهذه؛ ومن يحصل عليها بالحيلة يدخل بكلمة المرور وحدها.",
    },
    attack=("T1556.006",),
    defend=("D3-MFA",),
    form=Each(
        where=did(Act.SECOND_FACTOR, Act.SIGN_IN)
        & SUCCEEDED
        & any_of(words("detail", "bypass"), words("factor", "bypass")),
        key=("person",),
        quiet=timedelta(hours=1),
    ),
    facts=facts("factor", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.SECOND_FACTOR, detail="bypass_user")]],
    misses=lambda: [
        [failure(Act.SECOND_FACTOR, detail="bypass_user")],
        [event(Act.SECOND_FACTOR, detail="user_approved")],
    ],
)
