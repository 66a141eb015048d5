"""A stored password, key or secret was shown to somebody."""

from __future__ import annotations

from typing import Final

from tocsin.identify.columns import FAILED, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="secret-read",
    severity=Severity.MEDIUM,
    title={
        "en": "A secret was read",
        "ar": "قُرئ سر",
    },
    explain={
        "en": "A stored password, a key or a code was shown to somebody, or listed. Whoever has it needs no sign-in of a person any more.",
        "ar": "عُرضت على أحدهم كلمة مرور محفوظة أو مفتاح أو رمز، أو سُردت. من يملكها لم يعد يحتاج إلى دخول شخص.",
    },
    attack=("T1552", "T1555.006"),
    form=Each(where=did(Act.SECRET_READ) & ~FAILED),
    facts=facts("object", "app_name", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.SECRET_READ, object="key")]],
    misses=lambda: [[failure(Act.SECRET_READ, object="key")], [event(Act.FILE_READ, object="key")]],
)
