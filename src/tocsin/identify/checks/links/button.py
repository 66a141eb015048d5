"""A button in words of sign-in or confirmation that opens a foreign site."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-lure-elsewhere",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1598.003"),
    explain={
        "en": "A button to sign in, confirm or open something leads to a site that is not the sender's.",
        "ar": "يقود زرّ لتسجيل الدخول أو التأكيد أو الفتح إلى موقع ليس للمُرسِل.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Verify your account", "https://other.test/x")]),
        message(links=[("تأكيد الحساب", "https://other.test/x")]),
        message(links=[("ورود به سامانه", "https://other.test/x")]),
    ],
    misses=lambda: [
        message(links=[("Verify your account", "https://www.sender.example/x")]),
        message(links=[("Read the story", "https://other.test/x")]),
    ],
)
def link_lure_elsewhere(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Known companies, and trackers that serve most links of a message, do not count."""
    for link in sites.foreign_links(mail, context):
        if sites.is_lure(link.shown) and not sites.is_known(link.host) and not sites.is_tracker(mail, link):
            yield evidence(link.span, shown=link.shown, opened=link.host)
            return
