"""A link that rings a telephone number."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="link-telephone",
    weight=Weight.NONE,
    explain={
        "en": "A link calls a telephone number.",
        "ar": "يتصل أحد الروابط برقم هاتف.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Call us", "tel:+1-555-0100")]),
        message(links=[("اتصل", "tel:+15550100")]),
    ],
    misses=lambda: [
        message(text="Call us at +1-555-0100"),
        message(links=[("Call us", "https://sender.example/call")]),
    ],
)
def link_telephone(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A fact: it belongs to callback lures and to the signatures of honest people alike."""
    for link in mail.links:
        if link.url.scheme in ("tel", "callto", "sms"):
            yield evidence(link.span, value=link.url.path[:40])
