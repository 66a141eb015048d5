"""A link to a sign-in page of a site that is not the sender's."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-sign-in-elsewhere",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1598.003"),
    explain={
        "en": "A link leads to a sign-in or confirmation page on a site that is not the sender's.",
        "ar": "يقود أحد الروابط إلى صفحة تسجيل دخول أو تأكيد على موقع ليس للمُرسِل.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Here", "https://other.test/secure/login")]),
        message(links=[("Here", "https://other.test/account/verify?id=7")]),
    ],
    misses=lambda: [
        message(links=[("Here", "https://sender.example/login")]),
        message(links=[("Here", "https://other.test/loginov-interview")]),
    ],
)
def link_sign_in_elsewhere(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Known companies' own pages do not count."""
    for link in sites.foreign_links(mail, context):
        if sites.asks_to_sign_in(link.opened.path) and not sites.is_known(link.host):
            yield evidence(link.span, url=link.opened.raw)
            return
