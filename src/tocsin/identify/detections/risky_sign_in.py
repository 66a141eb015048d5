"""A sign-in that the provider thinks risky."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tocsin.identify.columns import because, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act, Reason
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="risky-sign-in",
    severity=Severity.MEDIUM,
    title={
        "en": "A sign-in that the provider thinks risky",
        "ar": "دخول يراه المزوّد خطرًا",
    },
    explain={
        "en": "The provider thought a sign-in too risky and stopped it, or asked for more. It does not say that the account is lost: it says that somebody tried.",
        "ar": "رأى المزوّد أن دخولًا خطر فأوقفه أو طلب المزيد. لا يعني ذلك أن الحساب ضاع، بل أن أحدهم حاول.",
    },
    attack=("T1078",),
    form=Each(
        where=did(Act.SIGN_IN, Act.SECOND_FACTOR, Act.TOKEN) & because(Reason.RISK),
        key=("person",),
        quiet=timedelta(hours=1),
    ),
    facts=facts("detail", "ip", "country", "network", "agent", "app"),
    hits=lambda: [[failure(reason=Reason.RISK)]],
    misses=lambda: [[failure(reason=Reason.POLICY)], [event()]],
)
