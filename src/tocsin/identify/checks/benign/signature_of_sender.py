"""A signature in the sender's domain, not verified here."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.authentication import authentication
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.identify.route import is_signed_by_sender
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="signature-of-sender",
    weight=Weight.GOOD_HINT,
    explain={
        "en": "It carries a signature in the sender's own domain, which was not checked here.",
        "ar": "تحمل الرسالة توقيعًا باسم نطاق المُرسِل، ولم يُتحقق منه هنا.",
    },
    hits=lambda: [
        message(headers=[("DKIM-Signature", "v=1; a=rsa-sha256; d=sender.example; s=a; b=x")]),
        message(
            headers=[
                ("DKIM-Signature", "v=1; d=platform.test; s=a; b=x"),
                ("DKIM-Signature", "v=1; d=mail.sender.example; s=a; b=x"),
            ]
        ),
    ],
    misses=lambda: [
        message(headers=[("DKIM-Signature", "v=1; d=platform.test; s=a; b=x")]),
        message(
            headers=[
                ("DKIM-Signature", "v=1; d=sender.example; s=a; b=x"),
                ("Authentication-Results", "mx.harbour.example; dkim=fail header.d=sender.example"),
            ]
        ),
        message(),
    ],
)
def signature_of_sender(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Where a trusted hop or a given key has checked it, that answer counts and not this."""
    if is_signed_by_sender(mail) and not authentication(mail, context).known:
        yield evidence(header_span(mail, "dkim-signature"), domain=mail.sender_domain)
