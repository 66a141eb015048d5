"""A trusted hop says that the sender's domain did not send this."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.authentication import authentication
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="dmarc-fail",
    weight=Weight.MEDIUM,
    attack=("T1656",),
    explain={
        "en": "The receiving server checked: the domain named as sender does not vouch for this message.",
        "ar": "تحقّق خادم الاستقبال من المصدر، فتبيّن أن النطاق المذكور مُرسِلًا لا يشهد بصحة هذه الرسالة.",
    },
    hits=lambda: [
        message(headers=[("Authentication-Results", "mx.harbour.example; dmarc=fail header.from=sender.example")]),
        message(
            headers=[
                (
                    "Authentication-Results",
                    "mx.harbour.example; spf=pass;\n dmarc=fail (p=reject) header.from=sender.example",
                )
            ]
        ),
    ],
    misses=lambda: [
        message(headers=[("Authentication-Results", "mx.harbour.example; dmarc=pass header.from=sender.example")]),
        message(headers=[("Authentication-Results", "mx.elsewhere.test; dmarc=fail header.from=sender.example")]),
        message(
            headers=[
                ("Authentication-Results", "mx.harbour.example; dmarc=fail header.from=sender.example"),
                ("List-Id", "<talk.lists.example>"),
            ]
        ),
    ],
)
def dmarc_fail(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Forwarding by a list or a sealed forwarder breaks DMARC honestly; those do not count."""
    found = authentication(mail, context)
    if found.dmarc == "fail" and found.arc != "pass" and not mail.is_list:
        yield evidence(sender_span(mail), domain=mail.sender_domain, host=found.server, reason="dmarc=fail")
