"""An account was locked or suspended."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tocsin.identify.columns import FAILED, any_of, because, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act, Reason
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="account-stopped",
    severity=Severity.LOW,
    title={
        "en": "An account was locked or suspended",
        "ar": "أُقفل حساب أو عُلّق",
    },
    explain={
        "en": "An account was locked after too many attempts, or suspended. It may be the end of an attack, or the way to keep somebody out of their own account.",
        "ar": "أُقفل حساب بعد محاولات كثيرة أو عُلّق. قد يكون ذلك نهاية هجوم، أو وسيلة لإبعاد شخص عن حسابه.",
    },
    attack=("T1531", "T1110"),
    defend=("D3-AL",),
    form=Each(
        where=any_of(
            did(Act.ACCOUNT_STOPPED) & ~FAILED,
            did(Act.ACCOUNT_STOPPED, Act.SIGN_IN, Act.SECOND_FACTOR) & because(Reason.LOCKED),
        ),
        key=("person",),
        quiet=timedelta(hours=1),
    ),
    facts=facts("ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.ACCOUNT_STOPPED)], [failure(reason=Reason.LOCKED)]],
    misses=lambda: [[failure(Act.ACCOUNT_STOPPED)], [failure(reason=Reason.WRONG_PASSWORD)]],
)
