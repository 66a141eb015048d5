"""No date of its own."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="date-missing",
    weight=Weight.WEAK,
    attack=("T1070.006",),
    explain={
        "en": "The sender gave no date, as every mail program does.",
        "ar": "لم يضع المُرسِل تاريخًا للرسالة كما تفعل برامج البريد كلها.",
    },
    hits=lambda: [
        message(date="", headers=[("Received", "from a.test by mx.harbour.example")]),
        message(
            date="",
            headers=[("Received", "from x.test (192.0.2.7) by mx.harbour.example; Tue, 03 Mar 2026 10:00:00 +0000")],
        ),
    ],
    misses=lambda: [
        message(headers=[("Received", "from a.test by mx.harbour.example")]),
        message(date=""),
    ],
)
def date_missing(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only where the message was transported; a draft has no date."""
    if mail.hops and not mail.has("date"):
        yield evidence(None, header="date")
