"""A link to a host that imitates a well-known company."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import (
    to_unicode,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lookalike import resembles_brand
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-lookalike-of-brand",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1583.001"),
    explain={
        "en": "A link opens a site whose name looks like that of a well-known company and is not the company's.",
        "ar": "يفتح أحد الروابط موقعًا يشبه اسمُه اسم شركة معروفة وليس موقعها.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Log in", "https://paypa1.test/signin")]),
        message(links=[("Log in", "https://netflix-account.test/")]),
    ],
    misses=lambda: [
        message(links=[("Log in", "https://www.paypal.com/signin")]),
        message(links=[("Log in", "https://payroll.test/signin")]),
    ],
)
def link_lookalike_of_brand(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Each host once; the sender's own site is for the check of the sender."""
    for link in sites.foreign(mail, context):
        found = resembles_brand(link.host)
        if found is not None:
            yield evidence(link.span, host=to_unicode(link.host), protected=found.protected, reason=found.reason)
