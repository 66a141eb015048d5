"""Received stamps whose times run backwards."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="stamps-backwards",
    weight=Weight.HINT,
    attack=("T1070.006",),
    explain={
        "en": "The times that the servers noted on the way run backwards: some of them may be invented.",
        "ar": "الأوقات التي سجّلتها الخوادم في الطريق تسير إلى الوراء، وقد يكون بعضها مختلقًا.",
    },
    hits=lambda: [
        message(
            headers=[
                ("Received", "from a.test by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0000"),
                ("Received", "from b.test by a.test; Tue, 03 Mar 2026 14:00:00 +0000"),
            ]
        ),
        message(
            headers=[
                ("Received", "from a.test by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0100"),
                ("Received", "from b.test by a.test; Wed, 04 Mar 2026 10:00:00 +0100"),
            ]
        ),
    ],
    misses=lambda: [
        message(
            headers=[
                ("Received", "from a.test by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0000"),
                ("Received", "from b.test by a.test; Tue, 03 Mar 2026 10:20:00 +0000"),
            ]
        ),
        message(
            headers=[
                ("Received", "from a.test by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0000"),
                ("Received", "from b.test by a.test; Tue, 03 Mar 2026 11:00:00 +0200"),
            ]
        ),
    ],
)
def stamps_backwards(mail: Mail, context: Context) -> Iterable[Evidence]:
    """More than two hours, since honest clocks and zones are often an hour wrong."""
    times = [hop.time for hop in mail.hops[:20] if hop.time is not None]
    for later, earlier in pairwise(times):
        if earlier - later > timedelta(hours=2):
            yield evidence(header_span(mail, "received"), date=earlier.isoformat(), other=later.isoformat())
            return
