"""The domain in From is authenticated."""

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
    id="sender-authenticated",
    weight=Weight.GOOD_HINT,
    explain={
        "en": (
            "The receiving server, or a verified signature, confirms the sender's domain. It says who sent it, not "
            "that they mean well."
        ),
        "ar": (
            "أكّد خادم الاستقبال، أو توقيعٌ جرى التحقق منه، نطاق المُرسِل. وهذا يدل على الجهة المُرسِلة لا على حسن نيتها."
        ),
    },
    hits=lambda: [
        message(headers=[("Authentication-Results", "mx.harbour.example; dmarc=pass header.from=sender.example")]),
        message(headers=[("Authentication-Results", "mx.harbour.example; dkim=pass header.d=mail.sender.example")]),
    ],
    misses=lambda: [
        message(headers=[("Authentication-Results", "mx.harbour.example; dkim=pass header.d=platform.test")]),
        message(headers=[("Authentication-Results", "mx.forged.test; dmarc=pass header.from=sender.example")]),
    ],
)
def sender_authenticated(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Attackers authenticate their own domains too, so this weighs little."""
    found = authentication(mail, context)
    if found.aligned:
        yield evidence(sender_span(mail), domain=mail.sender_domain, host=found.server)
