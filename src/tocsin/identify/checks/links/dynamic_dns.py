"""A link to a dynamic DNS name."""

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
    id="link-dynamic-name",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1568"),
    explain={
        "en": "A link opens a name that follows a changing address, free of charge and without a known owner.",
        "ar": "يفتح أحد الروابط اسمًا مجانيًا يتبع عنوانًا متغيّرًا ولا يُعرف مالكه.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "https://mail-harbour.duckdns.org/")]),
        message(links=[("Open", "http://files.hopto.org/a")]),
    ],
    misses=lambda: [
        message(links=[("Docs", "https://www.duckdns.org/about")]),
        message(links=[("Open", "https://files.other.test/")]),
    ],
)
def link_dynamic_name(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Names below the services; their own sites are not meant."""
    for link in sites.foreign(mail, context):
        if within(link.host, sites.DYNAMIC) and link.host.removeprefix("www.") not in sites.DYNAMIC:
            yield evidence(link.span, host=link.host)
