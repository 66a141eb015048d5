"""Delivered by a rented machine that nobody has named."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.identify.route import is_rented, sending_hop
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="rented-machine",
    weight=Weight.WEAK,
    attack=("T1583.003",),
    explain={
        "en": "It was delivered by a rented cloud machine without a name of its own.",
        "ar": "سُلِّمت الرسالة من خادم سحابي مستأجر ليس له اسم خاص به.",
    },
    hits=lambda: [
        message(
            headers=[
                (
                    "Received",
                    "from vmi123456.contaboserver.net (vmi123456.contaboserver.net [203.0.113.9]) by mx.harbour.example",
                )
            ]
        ),
        message(
            headers=[("Received", "from ec2-203-0-113-9.compute-1.amazonaws.com (203.0.113.9) by mx.harbour.example")]
        ),
    ],
    misses=lambda: [
        message(
            headers=[
                (
                    "Received",
                    "from a1.smtp-out.amazonses.com (a1.smtp-out.amazonses.com [203.0.113.9]) by mx.harbour.example",
                )
            ]
        ),
        message(
            headers=[("Received", "from vps.sender.example (vps.sender.example [203.0.113.9]) by mx.harbour.example")]
        ),
    ],
)
def rented_machine(mail: Mail, context: Context) -> Iterable[Evidence]:
    """By the names that hosting companies give until the customer sets one."""
    hop = sending_hop(mail)
    if hop is not None and is_rented(hop.host or hop.helo):
        yield evidence(header_span(mail, "received"), host=hop.host or hop.helo, address=hop.address)
