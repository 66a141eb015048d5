"""A link to an internationalised host name."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import (
    to_unicode,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-punycode",
    weight=Weight.HINT,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002",),
    explain={
        "en": "A link opens a site whose name is written with letters beyond the English ones.",
        "ar": "يفتح أحد الروابط موقعًا كُتب اسمه بحروف غير الحروف الإنجليزية.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "https://bücher.test/")]),
        message(links=[("Open", "https://xn--bcher-kva.test/")]),
    ],
    misses=lambda: [
        message(links=[("Open", "https://buecher.test/")]),
        message(sender="Ada <ada@xn--bcher-kva.test>", links=[("Open", "https://xn--bcher-kva.test/")]),
    ],
)
def link_punycode(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Honest in itself; look-alikes and mixed scripts have checks of their own."""
    for link in sites.foreign(mail, context):
        if "xn--" in link.host:
            yield evidence(link.span, host=link.host, shown=to_unicode(link.host))
