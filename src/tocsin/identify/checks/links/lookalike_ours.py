"""A link to a host that imitates the organisation or its circle."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import (
    to_unicode,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lookalike import resembles_profile
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-lookalike-of-ours",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1583.001"),
    explain={
        "en": "A link opens a site whose name is made to be taken for ours, or for a partner's or a service's we use.",
        "ar": "يفتح أحد الروابط موقعًا صيغ اسمه ليُظنّ أنه موقعنا أو موقع شريك لنا أو خدمة نستعملها.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("News", "https://harb0ur.example/x")]),
        message(links=[("Mail", "https://quaymail-login.test/")]),
    ],
    misses=lambda: [
        message(links=[("News", "https://www.harbour.example/x")]),
        message(links=[("News", "https://harvest.example/x")]),
    ],
)
def link_lookalike_of_ours(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Each host once."""
    if not context.profile.organisation.domains and not context.profile.partner and not context.profile.brand:
        return
    for link in sites.foreign(mail, context):
        found = resembles_profile(link.host, context.profile)
        if found is not None:
            yield evidence(link.span, host=to_unicode(link.host), protected=found.protected, reason=found.reason)
