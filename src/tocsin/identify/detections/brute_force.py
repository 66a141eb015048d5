"""One account is tried with many passwords."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tocsin.identify.columns import FAILED, SIGNED_IN, because, did, told
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Many
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act, Reason
from tocsin.model.alert import Severity

_WRONG: Final = (
    Reason.WRONG_PASSWORD,
    Reason.LOCKED,
    Reason.FACTOR_WRONG,
    Reason.NO_ACCOUNT,
    Reason.OTHER,
    Reason.NONE,
)

DETECTION: Final = Detection(
    id="brute-force",
    severity=Severity.MEDIUM,
    title={
        "en": "Many failed sign-ins to one account",
        "ar": "محاولات دخول فاشلة كثيرة إلى حساب واحد",
    },
    explain={
        "en": "Sign-ins to one account fail many times within a short while: somebody guesses passwords, or a device still has the old one. It is worse where a sign-in to the account then succeeds.",
        "ar": "فشل الدخول إلى حساب واحد مرات كثيرة خلال وقت قصير: إما أن أحدهم يخمّن كلمة المرور، أو أن جهازًا ما زال يحفظ القديمة. والأمر أسوأ إن نجح الدخول إلى الحساب بعد ذلك.",
    },
    attack=("T1110.001",),
    defend=("D3-AL", "D3-MFA"),
    form=Many(
        key=("person",),
        at_least=10,
        quiet=timedelta(minutes=15),
        where=did(Act.SIGN_IN) & FAILED & because(*_WRONG) & told("person"),
        then=SIGNED_IN,
    ),
    facts=facts("ip", "country", "network", "agent", "app"),
    hits=lambda: [
        [failure(minute=i, reason=Reason.WRONG_PASSWORD) for i in range(10)],
        [*(failure(minute=i, reason=Reason.OTHER) for i in range(12)), event(minute=13)],
    ],
    misses=lambda: [
        [failure(minute=2 * i, reason=Reason.WRONG_PASSWORD) for i in range(10)],
        [failure(minute=i, person=f"p{i}@harbour.example", reason=Reason.WRONG_PASSWORD) for i in range(10)],
        [event(minute=i) for i in range(10)],
    ],
)
