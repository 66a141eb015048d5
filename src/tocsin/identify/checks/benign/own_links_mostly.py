"""Many links, most of them to the sender's own site."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import SHARED_HOSTS, WEBMAIL, within
from tocsin.identify.bulk import own_link_share
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="own-links-mostly",
    weight=Weight.GOOD_HINT,
    explain={
        "en": "Most of its many links lead to the sender's own site.",
        "ar": "في الرسالة روابط كثيرة، يقود معظمها إلى موقع المُرسِل نفسه.",
    },
    needs="links",
    hits=lambda: [
        message(
            links=[(f"Story {n}", f"https://www.sender.example/{n}") for n in range(6)]
            + [("Sponsor", "https://other.test/")]
        ),
        message(links=[(f"Story {n}", f"https://news.sender.example/{n}") for n in range(9)]),
    ],
    misses=lambda: [
        message(links=[("Story", "https://www.sender.example/1"), ("Sponsor", "https://other.test/")]),
        message(links=[(f"Story {n}", f"https://other.test/{n}") for n in range(6)]),
    ],
)
def own_links_mostly(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Five different pages or more, two thirds of the links."""
    if len(mail.web_links) < 5 or mail.sender.domain in WEBMAIL or within(mail.sender.domain, SHARED_HOSTS):
        return
    pages = {link.url.path for link in mail.web_links if link.url.domain == mail.sender_domain}
    if len(pages) >= 5 and own_link_share(mail) >= 2 / 3:
        yield evidence(sender_span(mail), domain=mail.sender_domain, count=len(pages))
