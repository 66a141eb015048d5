"""A link to a page on a free page service."""

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
    id="link-free-page",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1583.006"),
    explain={
        "en": "A link opens a page on a service where anybody publishes without saying who they are.",
        "ar": "يفتح أحد الروابط صفحة على خدمة ينشر فيها أيّ شخص دون أن يعرّف بنفسه.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Read", "https://harbour-news.web.app/x")]),
        message(links=[("Read", "https://a-b-c.run.app/b/?t=1")]),
    ],
    misses=lambda: [
        message(links=[("Read", "https://docs.google.com/document/d/1")]),
        message(links=[("Read", "https://other.test/")]),
    ],
)
def link_free_page(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Weak alone: small projects live there too."""
    for link in sites.foreign(mail, context):
        if within(link.host, sites.FREE_PAGES):
            yield evidence(link.span, host=link.host)
