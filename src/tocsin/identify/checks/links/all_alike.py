"""All links, whatever they say, open one and the same page."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="links-all-alike",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002",),
    explain={
        "en": "Every link opens the same page, whatever it says it is for.",
        "ar": "تفتح كل الروابط الصفحة نفسها، أيًا كان ما يقوله كل منها.",
    },
    needs="links",
    hits=lambda: [
        message(
            links=[
                ("Log in", "https://other.test/x"),
                ("Help", "https://other.test/x"),
                ("Unsubscribe", "https://other.test/x"),
            ]
        ),
        message(
            links=[
                ("دخول", "https://other.test/x"),
                ("مساعدة", "https://other.test/x"),
                ("إلغاء", "https://other.test/x"),
            ]
        ),
    ],
    misses=lambda: [
        message(
            links=[
                ("Log in", "https://other.test/x"),
                ("Help", "https://other.test/y"),
                ("Unsubscribe", "https://other.test/z"),
            ]
        ),
        message(links=[("Read", "https://other.test/x"), ("Read", "https://other.test/x")]),
        message(
            links=[
                ("A", "https://sender.example/x"),
                ("B", "https://sender.example/x"),
                ("C", "https://sender.example/x"),
            ]
        ),
    ],
)
def links_all_alike(mail: Mail, context: Context) -> Iterable[Evidence]:
    """At least three wordings, one page, not the sender's."""
    hosts = sites.sites(mail)
    if len(hosts) != 1 or len(mail.web_links) < 3 or not sites.foreign(mail, context):
        return
    wordings = {link.shown.strip().lower() for link in mail.web_links if link.shown.strip()}
    pages = {link.opened.raw for link in mail.web_links}
    if len(pages) == 1 and len(wordings) >= 3:
        yield evidence(hosts[0].span, url=hosts[0].opened.raw, count=len(mail.web_links))
