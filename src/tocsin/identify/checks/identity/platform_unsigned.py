"""Sent by a mass-mailing platform that the sender's domain has not set up."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import SENDING_PLATFORMS, within
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.identify.route import family, is_signed_by_sender, sending_hop
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="platform-unsigned",
    weight=Weight.HINT,
    attack=("T1583.006",),
    explain={
        "en": "A mass-mailing platform sent it, and the sender's domain shows no sign of having ordered that.",
        "ar": "أُرسلت الرسالة عبر منصة إرسال جماعي، ولا يبدو أن نطاق المُرسِل قد فوّضها بذلك.",
    },
    hits=lambda: [
        message(
            headers=[("Received", "from o1.ptr.sendgrid.net (o1.ptr.sendgrid.net [192.0.2.7]) by mx.harbour.example")]
        ),
        message(
            headers=[
                ("Received", "from a1.smtp-out.amazonses.com (192.0.2.7) by mx.harbour.example"),
                ("DKIM-Signature", "v=1; d=amazonses.com; s=a; b=x"),
            ]
        ),
    ],
    misses=lambda: [
        message(
            headers=[
                ("Received", "from a1.smtp-out.amazonses.com (192.0.2.7) by mx.harbour.example"),
                ("DKIM-Signature", "v=1; d=sender.example; s=a; b=x"),
            ]
        ),
        message(headers=[("Received", "from mx.sender.example (192.0.2.7) by mx.harbour.example")]),
        message(
            sender="Sign <dse@docusign.net>",
            headers=[("Received", "from mail.docusign.net (192.0.2.7) by mx.harbour.example")],
        ),
    ],
)
def platform_unsigned(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Honest small senders forget the set-up too, so it weighs little."""
    hop = sending_hop(mail)
    if hop is None or is_signed_by_sender(mail) or not mail.sender_domain:
        return
    host = hop.host or hop.helo
    if within(host, SENDING_PLATFORMS) and family(host) != mail.sender_domain:
        yield evidence(sender_span(mail), host=host, domain=mail.sender_domain)
