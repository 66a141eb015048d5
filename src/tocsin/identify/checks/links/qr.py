"""A QR code that opens a site."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import (
    within,
)
from tocsin.identify import samples, sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.qr import codes
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="qr-code",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1027"),
    explain={
        "en": "A picture holds a code for the telephone's camera that opens a site other than the sender's.",
        "ar": "في صورة رمزٌ لكاميرا الهاتف يفتح موقعًا غير موقع المُرسِل.",
    },
    hits=lambda: [
        message(text="Hello", attachments=[("a.png", "image/png", samples.qr("https://other.test/x"))]),
        message(text="مرحبا", attachments=[("a.png", "image/png", samples.qr("HTTPS://OTHER.TEST/X"))]),
    ],
    misses=lambda: [
        message(text="Hello", attachments=[("a.png", "image/png", samples.qr("https://sender.example/x"))]),
        message(text="Hello", attachments=[("a.png", "image/png", samples.qr("WIFI:S:net;;"))]),
    ],
)
def qr_code(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Weak alone: tickets and posters carry them."""
    for link in codes(mail):
        if link.domain != mail.sender_domain and not within(link.host, sites.circle(context.profile)):
            yield evidence(link.span, url=link.url.raw, opened=link.host)
