"""Dated long before it was sent."""

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
    id="date-long-ago",
    weight=Weight.WEAK,
    attack=("T1070.006",),
    explain={
        "en": "It is dated long before the first server saw it.",
        "ar": "تاريخ الرسالة أقدم بكثير من وقت وصولها إلى أول خادم.",
    },
    hits=lambda: [
        message(
            date="Sun, 01 Feb 2026 10:00:00 +0000",
            headers=[("Received", "from a.test by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0000")],
        ),
        message(
            date="Sat, 01 Jan 2005 10:00:00 +0000",
            headers=[("Received", "from a.test by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0000")],
        ),
    ],
    misses=lambda: [
        message(
            date="Mon, 02 Mar 2026 10:00:00 +0000",
            headers=[("Received", "from a.test by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0000")],
        ),
        message(date="Sat, 01 Jan 2005 10:00:00 +0000"),
    ],
)
def date_long_ago(mail: Mail, context: Context) -> Iterable[Evidence]:
    """More than four days before the oldest stamp: outboxes of travellers and queues wait that long."""
    stamps = [hop.time for hop in mail.hops if hop.time is not None]
    if stamps and mail.date is not None and stamps[-1] - mail.date > timedelta(days=4):
        yield evidence(header_span(mail, "date"), date=mail.header("date"), expected=stamps[-1].isoformat())
