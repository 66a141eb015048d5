"""Very many files were downloaded in a short while."""

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
    id="mass-download",
    severity=Severity.MEDIUM,
    title={
        "en": "Very many files were downloaded",
        "ar": "نُزّلت ملفات كثيرة جدًا",
    },
    explain={
        "en": "Within an hour far more files were opened or downloaded than a person reads. A program that synchronises folders does so on its first day; so does whoever takes the files away.",
        "ar": "فُتحت أو نُزّلت خلال ساعة ملفات أكثر بكثير مما يقرؤه إنسان. يفعل ذلك برنامج مزامنة في يومه الأول، ويفعله من يأخذ الملفات.",
    },
    attack=("T1530", "T1213"),
    defend=("D3-UDTA",),
    form=Many(
        key=(WHO,),
        at_least=100,
        quiet=timedelta(hours=1),
        where=did(Act.DOWNLOADED, Act.FILE_READ) & ~FAILED & (WHO != ""),
    ),
    facts=facts("ip", "country", "network", "agent", "app"),
    hits=lambda: [
        [event(Act.DOWNLOADED, minute=i / 4, object=f"doc{i}") for i in range(100)],
        [event(Act.DOWNLOADED, minute=i, count=50) for i in range(2)],
    ],
    misses=lambda: [
        [event(Act.DOWNLOADED, minute=i, object=f"doc{i}") for i in range(100)],
        [event(Act.DOWNLOADED, minute=i / 4, person=f"p{i}@harbour.example") for i in range(100)],
    ],
)
