"""A link to a domain made of nothing but the words of a sign-in."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import within
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lure_names import lure_label
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-lure-domain",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1583.001"),
    explain={
        "en": "A link leads to a domain made of the words of a sign-in page, which names no company.",
        "ar": "يقود أحد الروابط إلى نطاق مؤلَّف من كلمات صفحات تسجيل الدخول، ولا يحمل اسم أي شركة.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "https://harbour.login-check.test/x")]),
        message(links=[("Open", "https://account-verification.web.app/")]),
    ],
    misses=lambda: [
        message(links=[("Open", "https://login.other.test/account/verify")]),
        message(links=[("Open", "https://accounts.google.com/")]),
    ],
)
def link_lure_domain(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Also the name that a tenant of a shared host chose."""
    for link in sites.sites(mail):
        if lure_label(link.host) and (within(link.host, sites.FREE_PAGES) or not sites.is_known(link.host)):
            yield evidence(link.span, host=link.host)
