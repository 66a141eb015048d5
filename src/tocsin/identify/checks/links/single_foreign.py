"""The message leads to one foreign site and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-only-foreign",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002",),
    explain={
        "en": "The only site the message leads to has nothing to do with its sender.",
        "ar": "الموقع الوحيد الذي تقود إليه الرسالة لا صلة له بمُرسِلها.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Go", "https://other.test/x")]),
        message(page="<p>Hello</p>", links=[("Go", "https://other.test/x"), ("Help", "https://other.test/y")]),
    ],
    misses=lambda: [
        message(links=[("Go", "https://sender.example/x")]),
        message(links=[("Go", "https://other.test/x"), ("Us", "https://sender.example/")]),
        message(text="See https://other.test/x"),
        message(sender="Ada <ada@gmail.com>", links=[("https://paper.test/x", "https://paper.test/x")]),
    ],
)
def link_only_foreign(mail: Mail, context: Context) -> Iterable[Evidence]:
    """In formatted mail with buttons; people who paste a newspaper's address into a letter write it out."""
    hosts = sites.sites(mail)
    if not hosts or len(mail.link_domains) != 1 or not mail.page.anchors or mail.references:
        return
    link = hosts[0]
    worded = any(other.shown and "." not in other.shown for other in mail.web_links)
    if worded and sites.foreign(mail, context) and not sites.is_known(link.host) and not mail.is_list:
        yield evidence(link.span, domain=link.domain, expected=mail.sender_domain)
