"""An account was made, or a guest invited."""

from __future__ import annotations

from typing import Final

from tocsin.identify.columns import FAILED, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import BO, event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="account-made",
    severity=Severity.LOW,
    title={
        "en": "An account was made or a guest invited",
        "ar": "أُنشئ حساب أو دُعي ضيف",
    },
    explain={
        "en": "An account was made, brought back, or somebody from outside was invited as guest. Plain administration, unless nobody knows the newcomer.",
        "ar": "أُنشئ حساب أو أُعيد، أو دُعي شخص من الخارج ضيفًا. عمل إداري معتاد، ما لم يكن القادم الجديد مجهولًا للجميع.",
    },
    attack=("T1136",),
    form=Each(where=did(Act.ACCOUNT_MADE) & ~FAILED),
    facts=facts("object", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.ACCOUNT_MADE, actor=BO)]],
    misses=lambda: [[failure(Act.ACCOUNT_MADE)], [event(Act.ACCOUNT_CHANGED)]],
)
