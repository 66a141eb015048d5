"""A button in words of sign-in or confirmation that opens a free page."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import (
    within,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-free-page-lure",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1598.003", "T1583.006"),
    explain={
        "en": "A button to sign in, confirm or open a document leads to a free page that nobody answers for.",
        "ar": "يقود زرّ لتسجيل الدخول أو التأكيد أو فتح مستند إلى صفحة مجانية لا يُعرف المسؤول عنها.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Verify your account", "https://mail-portal.pages.dev/")]),
        message(links=[("تسجيل الدخول", "https://mail-portal.web.app/")]),
        message(links=[("Go on", "https://store.blob.core.windows.net/a/login.html")]),
    ],
    misses=lambda: [
        message(links=[("Our project page", "https://ada.github.io/")]),
        message(links=[("Verify your account", "https://sender.example/")]),
    ],
)
def link_free_page_lure(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The words of the link, or a sign-in word in its path."""
    for link in sites.foreign_links(mail, context):
        free = within(link.host, sites.FREE_PAGES) or within(link.host, sites.BUCKETS)
        if free and (sites.is_lure(link.shown) or sites.asks_to_sign_in(link.opened.path)):
            yield evidence(link.span, shown=link.shown, opened=link.host)
