"""An address whose local part nobody chose."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import SENDING_PLATFORMS, WEBMAIL, within
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.identify.randomness import looks_random
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="random-address",
    weight=Weight.WEAK,
    attack=("T1585.002",),
    explain={
        "en": "The part before the sender's domain is a random string.",
        "ar": "الجزء الذي يسبق نطاق المُرسِل سلسلة عشوائية من الأحرف.",
    },
    hits=lambda: [
        message(sender="Team <xkqzvwptbr@other.test>"),
        message(sender="Team <bq7x2k9f4@other.test>"),
    ],
    misses=lambda: [
        message(sender="Team <newsletter@other.test>"),
        message(sender="Team <bounce+a8f3k2q9z1=user=harbour.example@other.test>"),
        message(sender="Team <a8f3k2q9z1b7c6@em.sendgrid.net>"),
    ],
)
def random_address(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Addresses built by lists and platforms to recognise answers are left alone."""
    local, domain = mail.sender.local, mail.sender.domain
    if not local or len(local) > 40 or domain in WEBMAIL or set("+=#*._-") & set(local):
        return
    if not within(domain, SENDING_PLATFORMS) and not mail.is_list and looks_random(local):
        yield evidence(sender_span(mail), address=mail.sender.email)
