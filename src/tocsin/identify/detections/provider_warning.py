"""The provider itself warns."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tocsin.identify.columns import did, words
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

_GRAVE: Final = words(
    "detail", "gov", "state", "leak", "breached_credential", "nation", "token.*reuse", "reuse", "anonymousip", "attack"
)

DETECTION: Final = Detection(
    id="provider-warning",
    severity=Severity.MEDIUM,
    title={
        "en": "The provider warns",
        "ar": "تحذير من مزوّد الخدمة",
    },
    explain={
        "en": "The provider of the account itself says that something is wrong: a suspicious sign-in, a leaked password, a device that behaves oddly. It is worse where it warns of an attack by a state or of a leaked password.",
        "ar": "يقول مزوّد الحساب نفسه إن هناك خطبًا ما: دخول مريب، أو كلمة مرور مسرّبة، أو جهاز يتصرف على نحو غريب. والأمر أسوأ إن حذّر من هجوم تقف خلفه دولة أو من كلمة مرور مسرّبة.",
    },
    attack=("T1078",),
    form=Each(where=did(Act.WARNING), worse=_GRAVE, key=("person", "detail"), quiet=timedelta(hours=1)),
    facts=facts("object", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.WARNING, detail="suspicious_login")], [event(Act.WARNING, detail="gov_attack_warning")]],
    misses=lambda: [[event(Act.OTHER, detail="suspicious_login")]],
)
