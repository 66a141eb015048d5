"""A well-known company's name inside the name of a foreign host."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import (
    SENDING_PLATFORMS,
    within,
)
from tocsin.identify import sites
from tocsin.identify.brands import brand_labels
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_PIECE: Final = re.compile(r"[a-z0-9]{5,}")


@check(
    id="link-brand-in-host",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1583.001"),
    explain={
        "en": "A link carries a well-known company's name in front of somebody else's site.",
        "ar": "يحمل أحد الروابط اسم شركة معروفة أمام موقع يملكه غيرها.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Log in", "https://paypal.com.signin.other.test/")]),
        message(links=[("Log in", "https://netflix-billing-update.web.app/")]),
    ],
    misses=lambda: [
        message(links=[("Log in", "https://signin.paypal.com/")]),
        message(links=[("Log in", "https://signin.other.test/")]),
        message(links=[("Photos", "https://scontent.other.test/google")]),
    ],
)
def link_brand_in_host(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The labels left of what the owner registered; on hosts that many share, also what the tenant chose."""
    for link in sites.foreign(mail, context):
        left = link.host.removesuffix(link.domain)
        shared = within(link.host, sites.FREE_PAGES)
        if not left or (sites.is_known(link.host) and not shared) or within(link.host, SENDING_PLATFORMS):
            continue
        name = next(
            (piece for piece in _PIECE.findall(left) if piece in brand_labels() and piece not in sites.EVERYDAY), ""
        )
        if name and not brand_labels()[name].owns(link.host):
            yield evidence(link.span, host=link.host, name=name)
