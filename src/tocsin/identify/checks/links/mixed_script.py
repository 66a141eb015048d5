"""A link to a host that mixes scripts in one word."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import (
    to_unicode,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lookalike import mixed_scripts
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-mixed-script",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1583.001"),
    explain={
        "en": "The name of a linked site mixes letters of different alphabets that look alike.",
        "ar": "يخلط اسم الموقع الذي يفتحه الرابط حروفًا متشابهة من أبجديات مختلفة.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "https://sаmple.test/")]),
        message(links=[("Open", "https://mаil-portal.test/")]),
    ],
    misses=lambda: [
        message(links=[("Open", "https://sample.test/")]),
        message(links=[("Open", "https://новости.test/")]),
    ],
)
def link_mixed_script(mail: Mail, context: Context) -> Iterable[Evidence]:
    """One label, two scripts."""
    for link in sites.sites(mail):
        if "xn--" in link.host and (scripts := mixed_scripts(link.host)):
            yield evidence(link.span, host=link.host, shown=to_unicode(link.host), value=", ".join(scripts))
