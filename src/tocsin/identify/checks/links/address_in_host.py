"""A link to a rented machine by the name its provider gave it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_NUMBERED: Final = re.compile(r"(?:^|[^0-9])\d{1,3}[.-]\d{1,3}[.-]\d{1,3}[.-]\d{1,3}(?:[^0-9]|$)")


@check(
    id="link-machine-name",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1583.003"),
    explain={
        "en": "A link opens a machine under the numbered name that its provider gave it, not under a site's own name.",
        "ar": "يفتح أحد الروابط جهازًا باسمه الرقمي الذي أعطاه إياه مزوّد الخدمة، لا باسم موقع.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "http://58.113.0.203.host.provider.example/x")]),
        message(links=[("Open", "https://203-0-113-7.cloud.provider.example/x")]),
    ],
    misses=lambda: [
        message(links=[("Open", "https://release-1-2.sender.example/x")]),
        message(links=[("Open", "http://203.0.113.7/x")]),
    ],
)
def link_machine_name(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Four numbers of an address inside the name."""
    for link in sites.foreign(mail, context):
        left = link.host[: -len(link.domain)] if link.host != link.domain else ""
        if left and _NUMBERED.search(left):
            yield evidence(link.span, host=link.host)
