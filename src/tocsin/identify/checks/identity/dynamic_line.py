"""Delivered straight from a subscriber's line."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.identify.route import is_dynamic, sending_hop
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="dynamic-line",
    weight=Weight.MEDIUM,
    attack=("T1584.005",),
    explain={
        "en": "It was delivered straight from a household's internet line and not by a mail server.",
        "ar": "سُلِّمت الرسالة مباشرة من خط إنترنت منزلي لا من خادم بريد.",
    },
    hits=lambda: [
        message(
            headers=[
                (
                    "Received",
                    "from adsl-203-0-113-9.dsl.carrier.test (adsl-203-0-113-9.dsl.carrier.test [203.0.113.9]) by mx.harbour.example",
                )
            ]
        ),
        message(
            headers=[("Received", "from pc (cpe-203-0-113-9.pool.carrier.test [203.0.113.9]) by mx.harbour.example")]
        ),
    ],
    misses=lambda: [
        message(
            headers=[
                ("Received", "from mail.poolside.example (mail.poolside.example [203.0.113.9]) by mx.harbour.example")
            ]
        ),
        message(
            headers=[
                ("Received", "from smtp.dyn.carrier.test (smtp.dyn.carrier.test [203.0.113.9]) by mx.harbour.example")
            ]
        ),
    ],
)
def dynamic_line(mail: Mail, context: Context) -> Iterable[Evidence]:
    """By the name that the address has in reverse DNS, at the hop into the receiver's house."""
    hop = sending_hop(mail)
    if hop is not None and is_dynamic(hop.host or hop.helo):
        yield evidence(header_span(mail, "received"), host=hop.host or hop.helo, address=hop.address)
