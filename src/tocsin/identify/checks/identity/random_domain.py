"""A sender's domain that nobody chose for its meaning."""

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
    id="random-domain",
    weight=Weight.MEDIUM,
    attack=("T1583.001",),
    explain={
        "en": "The sender's domain is a random string of letters and digits.",
        "ar": "نطاق المُرسِل سلسلة عشوائية من الأحرف والأرقام.",
    },
    hits=lambda: [
        message(sender="Offer <info@xkqzvwptbr.test>"),
        message(sender="Offer <info@p4u9p7ck79o0o42ncl60.test>"),
        message(sender="Offer <info@9hx7k2q4.mail.shop.test>"),
    ],
    misses=lambda: [
        message(sender="Offer <info@rechtsanwaelte-schmidt.test>"),
        message(sender="Offer <info@mail3.sender.test>"),
        message(sender="Offer <info@a1.b2.mail.test>"),
    ],
)
def random_domain(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The label before the suffix, and sub-domains, each by itself."""
    domain = mail.sender.domain
    if not domain or domain in WEBMAIL or within(domain, SENDING_PLATFORMS):
        return
    for label in domain[: -len(domain.rpartition(".")[2]) - 1].split(".")[:6]:
        if not label.startswith("xn--") and looks_random(label):
            yield evidence(sender_span(mail), domain=domain, value=label)
