"""Settings that concern all were changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tocsin.identify.columns import FAILED, did, words
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

_CHANGED: Final = "add|creat|updat|chang|modif|remov|delet|revok|set[-_ ]"
_SETTING: Final = "setting|policy|policies|role|domain|application|integration|api_token|federation|zone"

DETECTION: Final = Detection(
    id="settings-changed",
    severity=Severity.INFORMATIONAL,
    title={
        "en": "Settings that concern all were changed",
        "ar": "تغيّرت إعدادات تخص الجميع",
    },
    explain={
        "en": "A policy, a role, a trusted domain, an app or another setting of the whole organisation was made, changed or removed, and the log does not say whether that weakens anything. Plain administration; beside other alerts it tells what to look at.",
        "ar": "أُنشئت أو تغيّرت أو أُزيلت سياسة أو دور أو نطاق موثوق أو تطبيق أو إعداد آخر للمؤسسة كلها، ولا يقول السجل هل أضعف ذلك شيئًا. عمل إداري معتاد؛ ومع إنذارات أخرى يدل على ما ينبغي النظر فيه.",
    },
    attack=("T1484",),
    form=Each(
        where=did(Act.OTHER) & ~FAILED & words("detail", _CHANGED) & words("detail", _SETTING),
        key=("actor", "detail"),
        quiet=timedelta(hours=1),
    ),
    facts=facts("object", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.OTHER, detail="CREATE_ROLE")], [event(Act.OTHER, detail="policy_update")]],
    misses=lambda: [
        [failure(Act.OTHER, detail="policy_update")],
        [event(Act.OTHER, detail="policy.evaluate_sign_on")],
        [event(Act.OTHER, detail="profile_update")],
    ],
)
