"""A page served out of a store for files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import (
    within,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_PAGE: Final = re.compile(r"\.(?:s?html?|php|aspx?)$", re.IGNORECASE)


@check(
    id="link-stored-page",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1583.006"),
    explain={
        "en": "A link opens a web page out of a cloud store for files, where pages are rarely kept for an honest purpose.",
        "ar": "يفتح أحد الروابط صفحة من مخزن سحابي للملفات، وقلّما تُحفظ الصفحات فيه لغرض سليم.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Win", "https://storage.googleapis.com/bucket/offer.html#4juV")]),
        message(links=[("Open", "https://store.s3.us-east-1.amazonaws.com/index.html")]),
    ],
    misses=lambda: [
        message(links=[("Report", "https://storage.googleapis.com/bucket/report.pdf")]),
        message(links=[("Open", "https://sender.example/index.html")]),
    ],
)
def link_stored_page(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Pictures and papers are what such stores are for."""
    for link in sites.foreign(mail, context):
        stored = within(link.host, sites.BUCKETS) or (link.domain == "amazonaws.com" and "s3" in link.host)
        if stored and _PAGE.search(link.opened.path):
            yield evidence(link.span, url=link.opened.raw)
