"""A message id in a provider's name, on a message that the provider never handled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import within
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.identify.route import PROVIDERS, family, is_stamped_by_receiver, number_domain, sending_hop, was_handled_by
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_MAILBOXES: Final = tuple(domain for domains in PROVIDERS.values() for domain in domains)


@check(
    id="message-id-borrowed",
    weight=Weight.STRONG,
    attack=("T1036",),
    explain={
        "en": "The identifying number pretends to come from a large provider that never handled the message.",
        "ar": "يوحي معرّف الرسالة بأنها صادرة عن مزوّد كبير لم تمرّ به أصلًا.",
    },
    hits=lambda: [
        message(
            message_id="<CAAbcdefGh@mail.gmail.com>",
            headers=[("Received", "from box.other.test (192.0.2.9) by mx.harbour.example")],
        ),
        message(
            message_id="<1.2.3@mail.yahoo.com>",
            headers=[("Received", "from box.other.test (192.0.2.9) by mx.harbour.example")],
        ),
    ],
    misses=lambda: [
        message(
            message_id="<CAAbcdefGh@mail.gmail.com>",
            headers=[("Received", "from mail-io1.google.com (192.0.2.9) by mx.harbour.example")],
        ),
        message(message_id="<CAAbcdefGh@mail.gmail.com>"),
        message(
            sender="Carla <carla@gmail.com>",
            message_id="<b1@gmail.com>",
            headers=[("Received", "from box.other.test (192.0.2.9) by mx.harbour.example")],
        ),
    ],
)
def message_id_borrowed(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Not where sender and number agree: programs build numbers from the sender's address."""
    domain = number_domain(mail)
    provider = family(domain) if "." in domain and within(domain, _MAILBOXES) else ""
    if provider not in PROVIDERS or mail.is_list or sending_hop(mail) is None:
        return
    if any(family(address.domain) == provider for address in (mail.sender, *mail.reply_to[:5])):
        return
    if not was_handled_by(mail, provider) and not is_stamped_by_receiver(mail):
        yield evidence(header_span(mail, "message-id"), value=mail.message_id, domain=mail.sender_domain)
