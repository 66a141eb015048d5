"""A document was opened to somebody outside."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from tocsin.identify.columns import FAILED, did
from tocsin.identify.detection import Detection, facts
from tocsin.identify.forms import Each
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act
from tocsin.model.alert import Severity

DETECTION: Final = Detection(
    id="shared-outside",
    severity=Severity.LOW,
    title={
        "en": "A document was shared with outside",
        "ar": "شورك مستند مع الخارج",
    },
    explain={
        "en": "A document or folder was opened to somebody outside of the organisation, or to anybody who has the link. That is daily work in most organisations; look at it where the document matters, or where other alerts concern the person.",
        "ar": "فُتح مستند أو مجلد لشخص من خارج المؤسسة أو لكل من لديه الرابط. هذا عمل يومي في معظم المؤسسات؛ يُنظر فيه إن كان المستند مهمًا، أو كانت للشخص إنذارات أخرى.",
    },
    attack=("T1567",),
    form=Each(
        where=did(Act.SHARED) & ~FAILED & pl.col("external").fill_null(value=True),
        key=("person",),
        quiet=timedelta(hours=1),
    ),
    facts=facts("object", "ip", "country", "agent", "actor", "detail"),
    hits=lambda: [[event(Act.SHARED, object="plan", external=True)], [event(Act.SHARED, object="plan")]],
    misses=lambda: [
        [event(Act.SHARED, object="plan", external=False)],
        [failure(Act.SHARED, object="plan", external=True)],
    ],
)
