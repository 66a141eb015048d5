"""A well-known company's address, on a message that shows no trace of the company."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import WEBMAIL, within
from tocsin.identify.authentication import authentication
from tocsin.identify.brands import brands_of
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.identify.route import sending_hop, signers
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="brand-sender-unproven",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1656",),
    explain={
        "en": (
            "The address is that of a well-known company, and nothing on the way or in its signatures belongs to the "
            "company."
        ),
        "ar": "العنوان لشركة معروفة، لكن لا شيء في مسار الرسالة ولا في تواقيعها يعود إلى تلك الشركة.",
    },
    hits=lambda: [
        message(
            sender="PayPal <service@paypal.com>",
            headers=[("Received", "from vps.other.test (vps.other.test [192.0.2.9]) by mx.harbour.example")],
        ),
        message(
            sender="Bradesco <aviso@bradesco.com.br>",
            headers=[
                ("Received", "from box.other.test (192.0.2.9) by mx.harbour.example"),
                ("DKIM-Signature", "v=1; d=other.test; s=a; b=x"),
            ],
        ),
    ],
    misses=lambda: [
        message(
            sender="PayPal <service@paypal.com>",
            headers=[("Received", "from mx1.paypal.com (mx1.paypal.com [192.0.2.9]) by mx.harbour.example")],
        ),
        message(
            sender="PayPal <service@paypal.com>",
            headers=[
                ("Received", "from mta.platform.test (mta.platform.test [192.0.2.9]) by mx.harbour.example"),
                ("DKIM-Signature", "v=1; d=paypal.com; s=a; b=x"),
            ],
        ),
        message(sender="PayPal <service@paypal.com>"),
        message(
            sender="Ada <ada@gmail.com>",
            headers=[("Received", "from box.other.test (192.0.2.9) by mx.harbour.example")],
        ),
    ],
)
def brand_sender_unproven(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only where the message tells its way at all; mailbox providers' addresses are another check's matter."""
    domain = mail.sender.domain
    brands = brands_of(domain) if domain and not within(domain, WEBMAIL) else ()
    hop = sending_hop(mail) if brands else None
    if hop is None or authentication(mail, context).aligned:
        return
    names = {name for stamp in mail.hops for name in (stamp.helo, stamp.host, stamp.by)} | set(signers(mail))
    if not any(brand.owns(name) for brand in brands for name in names if "." in name):
        yield evidence(sender_span(mail), domain=domain, host=hop.host or hop.helo)
