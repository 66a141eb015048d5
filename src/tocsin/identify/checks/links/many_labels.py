"""A link to a host of very many labels."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import (
    SENDING_PLATFORMS,
    SHARED_HOSTS,
    within,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-many-labels",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1036"),
    explain={
        "en": "The name of a linked site is so long that its owner, who stands at the end, falls out of view.",
        "ar": "اسم الموقع في أحد الروابط طويل حتى إن صاحبه المذكور في آخره يغيب عن النظر.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "https://signin.mail.account.session.portal.other.test/")]),
        message(links=[("Open", "https://" + "secure-session-" * 3 + "account-portal-login.other.test/")]),
    ],
    misses=lambda: [
        message(links=[("Open", "https://www.mail.portal.other.test/")]),
        message(links=[("Open", "https://a.b.c.d.e.f.sendgrid.net/")]),
    ],
)
def link_many_labels(mail: Mail, context: Context) -> Iterable[Evidence]:
    """More than four labels left of the owner's domain, or more than forty letters of words."""
    for link in sites.foreign(mail, context):
        left = link.host.removesuffix(link.domain)
        if len(left) < 12 or within(link.host, SENDING_PLATFORMS) or within(link.host, SHARED_HOSTS):
            continue
        if left.count(".") > 4 or (len(left) > 40 and left.count("-") >= 3):
            yield evidence(link.span, host=link.host)
