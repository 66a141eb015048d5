"""A date that no mail program writes."""

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
    id="date-malformed",
    weight=Weight.MEDIUM,
    attack=("T1070.006",),
    explain={
        "en": "The date is written as no mail program writes it.",
        "ar": "كُتب التاريخ بصيغة لا يستعملها أي برنامج بريد.",
    },
    hits=lambda: [
        message(date="02-07-2026"),
        message(date="2026/09/14 Sat 02:29:32"),
        message(date="Tue, 03 Mar 2026 10:00:00 -2200"),
    ],
    misses=lambda: [
        message(date="Tue, 03 Mar 2026 10:00:00 +0330"),
        message(date="3 Mar 26 10:00 GMT"),
        message(date=""),
    ],
)
def date_malformed(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Unreadable, or with an offset that no place on earth has (beyond 14 hours, or not in quarters of an hour)."""
    if not mail.has("date"):
        return
    date = mail.date
    offset = date.utcoffset() if date is not None else None
    if offset is None or abs(offset) > timedelta(hours=14) or offset % timedelta(minutes=15):
        yield evidence(header_span(mail, "date"), date=mail.header("date"))
