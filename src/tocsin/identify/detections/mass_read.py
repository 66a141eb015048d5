"""Very many messages of a mailbox were read in a short while."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from tocsin.identify.columns import WHO, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Many
from tocsin.identify.stories import event
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="mass-read",
    severity=Severity.MEDIUM,
    title={
        "en": "Very many messages were read",
        "ar": "قُرئت رسائل كثيرة جدًا",
    },
    explain={
        "en": "Within an hour more messages of a mailbox were read than a person reads. A mail program that is set up anew does so; so does whoever copies the mailbox.",
        "ar": "قُرئ من صندوق بريد خلال ساعة أكثر مما يقرؤه إنسان. يفعل ذلك برنامج بريد يُهيّأ من جديد، ويفعله من ينسخ الصندوق.",
    },
    attack=("T1114.002",),
    form=Many(key=(WHO,), at_least=500, quiet=timedelta(hours=1), where=did(Act.MAIL_READ) & (WHO != "")),
    facts=facts("ip", "country", "network", "agent", "app"),
    hits=lambda: [[event(Act.MAIL_READ, minute=i, count=100) for i in range(5)]],
    misses=lambda: [
        [event(Act.MAIL_READ, minute=i, count=90) for i in range(5)],
        [event(Act.MAIL_READ, minute=20 * i, count=100) for i in range(5)],
        [event(Act.FILE_READ, minute=i, count=100) for i in range(5)],
    ],
)
