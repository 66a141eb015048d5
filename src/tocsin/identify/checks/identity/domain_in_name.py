"""The display name is a site other than the sender's."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import is_host, registrable
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="domain-in-name",
    weight=Weight.MEDIUM,
    attack=(
        "T1656",
        "T1036",
    ),
    explain={
        "en": "The name shown is that of one website, and the message comes from another domain.",
        "ar": "الاسم الظاهر هو اسم موقع، والرسالة واردة من نطاق آخر.",
    },
    hits=lambda: [
        message(sender='"Shop.example" <offer@other.test>'),
        message(sender='"service.shop.example" <0713@mail.other.test>'),
    ],
    misses=lambda: [
        message(sender='"Shop.example" <offer@mail.shop.example>'),
        message(sender='"Dr. A.Writer" <ada@sender.example>'),
        message(sender="ada.wang <ada.wang@sender.example>"),
        message(sender='"Ada via shop.example" <talk@lists.example>', headers=[("List-Id", "<talk.lists.example>")]),
    ],
)
def domain_in_name(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The whole name or its first word is a host name of a known suffix, with another registrable domain than the sender's."""
    words = mail.sender.name.strip(" \"'<>[]").split()
    if not words or "." not in words[0] or "@" in words[0] or mail.has("list-id"):
        return
    shown = words[0].strip(".,:;!").lower()
    foreign = shown.isascii() and is_host(shown) and registrable(shown) != mail.sender_domain
    if foreign and shown != mail.sender.local:
        yield evidence(sender_span(mail), shown=shown, domain=mail.sender.domain)
