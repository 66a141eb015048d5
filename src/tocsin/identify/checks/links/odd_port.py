"""A link to an unusual port."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_USUAL: Final = frozenset({-1, 80, 443, 8080, 8443, 8000, 3000, 5000})


@check(
    id="link-odd-port",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1571", "T1566.002"),
    explain={
        "en": "A link names an unusual port, as pages do that run beside a site's normal service.",
        "ar": "يذكر أحد الروابط منفذًا غير معتاد، كالصفحات التي تعمل بجانب الخدمة المعتادة للموقع.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "http://other.test:9173/x")]),
        message(text="http://other.test:2095/x"),
    ],
    misses=lambda: [
        message(links=[("Open", "https://other.test:443/x")]),
        message(links=[("Open", "http://sender.example:9173/x")]),
    ],
)
def link_odd_port(mail: Mail, context: Context) -> Iterable[Evidence]:
    """On foreign sites only: colleagues send each other links to test servers of their own."""
    for link in sites.foreign(mail, context):
        if link.opened.port not in _USUAL:
            yield evidence(link.span, host=link.host, value=link.opened.port)
