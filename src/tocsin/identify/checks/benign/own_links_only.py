"""Every link leads to the sender's own site."""

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
    id="own-links-only",
    weight=Weight.GOOD_HINT,
    explain={
        "en": "Every link leads to the sender's own site.",
        "ar": "كل الروابط تقود إلى موقع المُرسِل نفسه.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Order", "https://www.sender.example/o"), ("Help", "https://help.sender.example/")]),
        message(text="See https://sender.example/minutes and https://sender.example/names"),
    ],
    misses=lambda: [
        message(links=[("Order", "https://www.sender.example/o"), ("Help", "https://other.test/")]),
        message(sender="Ada <ada@gmail.com>", links=[("Look", "https://gmail.com/x")]),
        message(text="Nothing to click."),
    ],
)
def own_links_only(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Of a domain of the sender's own; social networks do not count. Attackers with a domain of their own do so too."""
    if not mail.web_links or not mail.sender_domain or mail.sender.domain in WEBMAIL:
        return
    if not within(mail.sender.domain, SHARED_HOSTS) and own_link_share(mail) == 1.0:
        yield evidence(sender_span(mail), domain=mail.sender_domain)
