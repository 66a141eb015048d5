"""A message id made where the message never was."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import SENDING_PLATFORMS, is_host, registrable, within
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.identify.route import PROVIDERS, family, number_domain, sending_hop, signers, was_handled_by
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="message-id-elsewhere",
    weight=Weight.HINT,
    attack=("T1036",),
    explain={
        "en": "The identifying number was made at a place that is neither the sender's nor on the way.",
        "ar": "أُنشئ معرّف الرسالة في جهة ليست جهة المُرسِل ولا تقع في مسار الرسالة.",
    },
    hits=lambda: [
        message(
            message_id="<1@third.test>",
            headers=[("Received", "from mx.sender.example (192.0.2.9) by mx.harbour.example")],
        ),
        message(
            message_id="<1@mail.third.test>",
            headers=[("Received", "from box.other.test (192.0.2.9) by mx.harbour.example")],
        ),
    ],
    misses=lambda: [
        message(headers=[("Received", "from box.other.test (192.0.2.9) by mx.harbour.example")]),
        message(
            message_id="<1@box.other.test>",
            headers=[("Received", "from mta.other.test (192.0.2.9) by mx.harbour.example")],
        ),
        message(message_id="<1@third.test>"),
        message(
            message_id="<1@geopod-ismtpd-2>",
            headers=[("Received", "from o1.sendgrid.net (192.0.2.9) by mx.harbour.example")],
        ),
    ],
)
def message_id_elsewhere(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Laptops and platforms do so honestly, hence the small weight; bare machine names are ignored."""
    domain = number_domain(mail)
    if mail.is_list or mail.references or not is_host(domain) or sending_hop(mail) is None:
        return
    place = registrable(domain)
    known = {mail.sender_domain, *(registrable(signer) for signer in signers(mail))}
    if place in known or family(place) in PROVIDERS or within(domain, SENDING_PLATFORMS):
        return
    if not was_handled_by(mail, place):
        yield evidence(header_span(mail, "message-id"), value=mail.message_id, domain=mail.sender_domain)
