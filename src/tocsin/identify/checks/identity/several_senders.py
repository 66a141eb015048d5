"""More than one sender."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import registrable
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="several-senders",
    weight=Weight.MEDIUM,
    attack=("T1036",),
    explain={
        "en": "It names more than one sender, so that different programs show different ones.",
        "ar": "تذكر الرسالة أكثر من مُرسِل، فيعرض كل برنامج بريد مُرسِلًا مختلفًا.",
    },
    hits=lambda: [
        message(headers=[("From", "Bank <service@bank.example>")]),
        message(sender="Bank <service@bank.example>, x <x@other.test>"),
    ],
    misses=lambda: [
        message(sender="Ada Writer <ada@sender.example>"),
        message(sender='"Writer, Ada" <ada@sender.example>'),
        message(sender="Ada <ada@sender.example>, Ben <ben@sender.example>"),
    ],
)
def several_senders(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Addresses in From (one field or several) of more than one domain. Co-authors in one house do not count."""
    domains = {registrable(address.domain) for address in mail.senders if address.domain}
    if len(domains) > 1:
        for address in mail.senders[:5]:
            yield evidence(sender_span(mail), address=address.email)
