"""Dated later than it arrived."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="date-in-future",
    weight=Weight.MEDIUM,
    attack=("T1070.006",),
    explain={
        "en": "It is dated later than it arrived, so that it stays on top of the mailbox.",
        "ar": "تاريخ الرسالة بعد وقت وصولها، فتبقى في أعلى صندوق البريد.",
    },
    hits=lambda: [
        message(
            date="Thu, 05 Mar 2026 10:00:00 +0000",
            headers=[("Received", "from a.test by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0000")],
        ),
        message(
            date="Fri, 03 Mar 2028 10:00:00 +0000",
            headers=[("Received", "from a.test by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0000")],
        ),
    ],
    misses=lambda: [
        message(headers=[("Received", "from a.test by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0000")]),
        message(
            date="Tue, 03 Mar 2026 20:00:00 +0000",
            headers=[("Received", "from a.test by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0000")],
        ),
        message(date="Fri, 03 Mar 2028 10:00:00 +0000"),
    ],
)
def date_in_future(mail: Mail, context: Context) -> Iterable[Evidence]:
    """More than a day after the newest stamp."""
    arrived = next((hop.time for hop in mail.hops if hop.time is not None), None)
    if arrived is not None and mail.date is not None and mail.date - arrived > timedelta(days=1):
        yield evidence(header_span(mail, "date"), date=mail.header("date"), expected=arrived.isoformat())
