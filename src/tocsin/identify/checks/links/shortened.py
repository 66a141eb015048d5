"""A link through a shortener."""

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
    id="link-shortened",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1608.005"),
    explain={
        "en": "A link goes through a shortening service, so where it ends cannot be seen.",
        "ar": "يمرّ أحد الروابط بخدمة تقصير، فلا تُعرف وجهته.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("View", "https://bit.ly/3abcd")]),
        message(text="انظر https://tinyurl.com/abc"),
    ],
    misses=lambda: [
        message(links=[("View", "https://other.test/3abcd")]),
        message(links=[("Follow", "https://linktr.ee/harbour")]),
    ],
)
def link_shortened(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Weak: newsletters and colleagues shorten too. Pages of links under a chosen name are not short links."""
    for link in sites.foreign(mail, context):
        if link.domain in SHORTENERS and link.domain != "linktr.ee":
            yield evidence(link.span, host=link.host, url=link.opened.raw)
