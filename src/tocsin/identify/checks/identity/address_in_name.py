"""The display name is an address other than the real one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import registrable
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_ADDRESS: Final = re.compile(r"[\w.+\-]{1,64}@((?:[\w\-]{1,63}\.){1,6}[a-z]{2,24})", re.IGNORECASE)


@check(
    id="address-in-name",
    weight=Weight.STRONG,
    attack=(
        "T1656",
        "T1036",
    ),
    explain={
        "en": "The name shown is itself an e-mail address, and the real address is another one.",
        "ar": "الاسم الظاهر هو نفسه عنوان بريد إلكتروني، أما العنوان الحقيقي فمختلف.",
    },
    hits=lambda: [
        message(sender='"dana@office.example" <x@other.test>'),
        message(sender='"Service (service@office.example)" <box@mail.test>'),
    ],
    misses=lambda: [
        message(sender='"ada@sender.example" <ada@mail.sender.example>'),
        message(sender='"ada@sender.example via Talk" <talk@lists.example>'),
        message(sender='"Ada @ Sender" <ada@sender.example>'),
    ],
)
def address_in_name(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Lists that show "somebody@x via List" are left alone, and so is another address of the same domain."""
    name = mail.sender.name
    if "@" not in name or " via " in name or mail.has("list-id"):
        return
    match = _ADDRESS.search(name[:500])
    if match and registrable(match[1].lower()) != mail.sender_domain:
        yield evidence(sender_span(mail), shown=match[0], address=mail.sender.email)
