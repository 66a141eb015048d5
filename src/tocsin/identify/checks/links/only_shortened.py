"""A message whose only links are shortened."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import (
    SHORTENERS,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-only-shortened",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1608.005"),
    explain={
        "en": "The message leads nowhere but through a shortening service: its sender hides every destination.",
        "ar": "لا تقود الرسالة إلا عبر خدمة تقصير روابط، فمُرسِلها يخفي كل وجهاتها.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("View", "https://bit.ly/3abcd"), ("Unsubscribe", "https://bit.ly/3abce")]),
        message(page="<p>Hi</p>", links=[("تسجيل الدخول", "https://t.co/abc")]),
    ],
    misses=lambda: [
        message(links=[("View", "https://bit.ly/3abcd"), ("Us", "https://sender.example/")]),
        message(text="See https://bit.ly/3abcd"),
    ],
)
def link_only_shortened(mail: Mail, context: Context) -> Iterable[Evidence]:
    """In a formatted message; somebody who types one short link into plain text is a person."""
    hosts = sites.sites(mail)
    if hosts and mail.page.anchors and all(link.domain in SHORTENERS for link in hosts):
        yield evidence(hosts[0].span, host=hosts[0].host, url=hosts[0].opened.raw)
