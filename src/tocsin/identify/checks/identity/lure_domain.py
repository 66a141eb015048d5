"""A sender's domain made of nothing but the words of a sign-in."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lure_names import lure_label
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="lure-domain",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1583.001", "T1656"),
    explain={
        "en": "The sender's domain is made of the words of a sign-in page and names no company.",
        "ar": "نطاق المُرسِل مؤلَّف من كلمات صفحات تسجيل الدخول، ولا يحمل اسم أي شركة.",
    },
    hits=lambda: [
        message(sender="IT Support <support@login-check.test>"),
        message(sender="Mail team <noreply@mail.verifyaccount-24.test>"),
    ],
    misses=lambda: [
        message(sender="Ada <ada@secure-harbour.test>"),
        message(sender="Help <help@support.test>"),
        message(sender="Check <info@checkmate.test>"),
    ],
)
def lure_domain(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The label that was registered, not what stands in front of it."""
    domain = mail.sender.domain
    if domain and lure_label(domain) and not sites.is_known(domain):
        yield evidence(sender_span(mail), domain=domain)
