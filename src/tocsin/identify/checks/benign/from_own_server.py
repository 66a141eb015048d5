"""Sent by a machine of the sender's own domain."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import WEBMAIL, registrable
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.identify.route import sending_hop
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="from-own-server",
    weight=Weight.GOOD_HINT,
    explain={
        "en": "A machine of the sender's own domain delivered it.",
        "ar": "سلّم الرسالةَ جهازٌ من نطاق المُرسِل نفسه.",
    },
    hits=lambda: [
        message(
            headers=[("Received", "from mx1.sender.example (mx1.sender.example [192.0.2.7]) by mx.harbour.example")]
        ),
        message(headers=[("Received", "from out.mail.sender.example (192.0.2.7) by mx.harbour.example")]),
    ],
    misses=lambda: [
        message(headers=[("Received", "from box.other.test (192.0.2.7) by mx.harbour.example")]),
        message(headers=[("Received", "from mx1.sender.example (box.other.test [192.0.2.7]) by mx.harbour.example")]),
        message(
            sender="Ada <ada@gmail.com>",
            headers=[("Received", "from mail-io1.google.com (192.0.2.7) by mx.harbour.example")],
        ),
    ],
)
def from_own_server(mail: Mail, context: Context) -> Iterable[Evidence]:
    """By reverse DNS where the receiver looked it up, else by what the machine said. Mailbox providers do not count."""
    hop = sending_hop(mail)
    if hop is None or not mail.sender_domain or mail.sender.domain in WEBMAIL:
        return
    if registrable(hop.host or hop.helo) == mail.sender_domain:
        yield evidence(header_span(mail, "received"), host=hop.host or hop.helo)
