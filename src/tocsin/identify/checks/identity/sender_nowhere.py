"""The sender's domain appears nowhere on the way."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import WEBMAIL, registrable
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.identify.route import is_signed_by_sender, number_domain, sending_hop, was_handled_by
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="sender-nowhere",
    weight=Weight.HINT,
    attack=("T1656",),
    explain={
        "en": "The sender's domain appears nowhere on the message's way, in its signatures or in its number.",
        "ar": "لا أثر لنطاق المُرسِل في مسار الرسالة ولا في تواقيعها ولا في معرّفها.",
    },
    hits=lambda: [
        message(
            message_id="<1@box.other.test>",
            headers=[("Received", "from box.other.test (192.0.2.9) by mx.harbour.example")],
        ),
        message(
            message_id="",
            headers=[
                ("Received", "from box.other.test (192.0.2.9) by mx.harbour.example"),
                ("DKIM-Signature", "v=1; d=other.test; s=a; b=x"),
            ],
        ),
    ],
    misses=lambda: [
        message(headers=[("Received", "from box.other.test (192.0.2.9) by mx.harbour.example")]),
        message(
            message_id="<1@box.other.test>",
            headers=[("Received", "from mx.sender.example (192.0.2.9) by mx.harbour.example")],
        ),
        message(message_id="<1@box.other.test>"),
    ],
)
def sender_nowhere(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Small organisations with their mail at a provider look so too, therefore it weighs little."""
    domain = mail.sender_domain
    if not domain or mail.is_list or mail.sender.domain in WEBMAIL or sending_hop(mail) is None:
        return
    named = registrable(number_domain(mail))
    if named != domain and not was_handled_by(mail, domain) and not is_signed_by_sender(mail):
        yield evidence(sender_span(mail), domain=domain)
