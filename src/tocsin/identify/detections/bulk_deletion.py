"""Very many things were deleted in a short while."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tocsin.identify.columns import FAILED, WHO, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Many
from tocsin.identify.stories import event
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="bulk-deletion",
    severity=Severity.MEDIUM,
    title={
        "en": "Very many things were deleted",
        "ar": "حُذفت أشياء كثيرة جدًا",
    },
    explain={
        "en": "Within an hour very many messages, documents or accounts were deleted: somebody destroys, or covers their traces. So does whoever tidies up.",
        "ar": "حُذفت خلال ساعة رسائل أو مستندات أو حسابات كثيرة جدًا: يدمّر أحدهم أو يخفي آثاره. ويفعل ذلك أيضًا من يرتّب ملفاته.",
    },
    attack=("T1485", "T1070.008"),
    form=Many(key=(WHO,), at_least=50, quiet=timedelta(hours=1), where=did(Act.DELETED) & ~FAILED & (WHO != "")),
    facts=facts("ip", "country", "agent", "actor", "detail", "app"),
    hits=lambda: [[event(Act.DELETED, minute=i / 2, object=f"doc{i}") for i in range(50)]],
    misses=lambda: [
        [event(Act.DELETED, minute=2 * i, object=f"doc{i}") for i in range(50)],
        [event(Act.DOWNLOADED, minute=i / 2, object=f"doc{i}") for i in range(50)],
    ],
)
