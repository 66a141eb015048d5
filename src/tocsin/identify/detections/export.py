"""Everything of an account or organisation was taken out at once."""

from __future__ import annotations

from typing import Final

from tocsin.identify.columns import FAILED, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="export",
    severity=Severity.HIGH,
    title={
        "en": "Everything was exported at once",
        "ar": "صُدّر كل شيء دفعة واحدة",
    },
    explain={
        "en": "An export of all data of an account or organisation was begun (a takeout, an eDiscovery export, a list of all users). Few people ever do so; ask whoever did.",
        "ar": "بدأ تصدير كل بيانات حساب أو مؤسسة (تنزيل شامل، أو تصدير eDiscovery، أو قائمة بكل المستخدمين). قلّما يفعل أحد ذلك؛ يُسأل من فعله.",
    },
    attack=("T1530", "T1048"),
    defend=("D3-UDTA",),
    form=Each(where=did(Act.EXPORTED) & ~FAILED),
    facts=facts("object", "app", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.EXPORTED)]],
    misses=lambda: [[failure(Act.EXPORTED)], [event(Act.DOWNLOADED)]],
)
