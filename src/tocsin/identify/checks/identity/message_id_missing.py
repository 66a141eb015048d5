"""The sender gave the message no number."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.identify.route import is_stamped_by_receiver
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="message-id-missing",
    weight=Weight.MEDIUM,
    attack=("T1036",),
    explain={
        "en": "The sender gave the message no identifying number, as every real mail program does.",
        "ar": "لم يضع المُرسِل للرسالة معرّفًا كما تفعل برامج البريد الحقيقية كلها.",
    },
    hits=lambda: [
        message(message_id="", headers=[("Received", "from a.test (192.0.2.7) by mx.harbour.example")]),
        message(
            message_id="<01234567-89ab-4cde-8f01-23456789abcd@XX1EUR01FT001.eop-eur01.prod.protection.outlook.com>"
        ),
        message(message_id="<0123.0456.0789.abcdSMTPIN_ADDED_MISSING@mx.google.com>"),
    ],
    misses=lambda: [
        message(headers=[("Received", "from a.test (192.0.2.7) by mx.harbour.example")]),
        message(message_id="<XX0PR01MB0001ABCDEF0123456789@XX0PR01MB0001.namprd01.prod.outlook.com>"),
        message(message_id=""),
    ],
)
def message_id_missing(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Missing after transport, or put there by the receiving server because it was missing."""
    if not mail.message_id and not mail.header("message-id"):
        if mail.hops:
            yield evidence(None, header="message-id")
    elif is_stamped_by_receiver(mail):
        yield evidence(header_span(mail, "message-id"), value=mail.message_id)
