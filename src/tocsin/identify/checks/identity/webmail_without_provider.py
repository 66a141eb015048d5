"""A large provider's address, and the provider never handled the message."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.identify.route import PROVIDERS, is_signed_by_sender, sending_hop, was_handled_by
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="webmail-without-provider",
    weight=Weight.MEDIUM,
    attack=("T1656",),
    explain={
        "en": "The address is a large provider's mailbox, and the provider neither sent nor signed the message.",
        "ar": "العنوان صندوق لدى مزوّد بريد كبير، والمزوّد لم يرسل الرسالة ولم يوقّعها.",
    },
    hits=lambda: [
        message(
            sender="Carla <carla@gmail.com>",
            headers=[("Received", "from box.other.test (192.0.2.9) by mx.harbour.example")],
        ),
        message(
            sender="Carla <carla@yahoo.com>",
            headers=[
                ("Received", "from mail.other.test (mail.other.test [192.0.2.9]) by mx.harbour.example"),
                ("DKIM-Signature", "v=1; d=other.test; s=a; b=x"),
            ],
        ),
    ],
    misses=lambda: [
        message(
            sender="Carla <carla@gmail.com>",
            headers=[("Received", "from mail-io1.google.com (mail-io1.google.com [192.0.2.9]) by mx.harbour.example")],
        ),
        message(
            sender="Carla <carla@gmail.com>",
            headers=[
                ("Received", "from lists.example (192.0.2.9) by mx.harbour.example"),
                ("Received", "from mail-io1.google.com by lists.example"),
            ],
        ),
        message(sender="Carla <carla@gmail.com>"),
    ],
)
def webmail_without_provider(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Anywhere on the way counts, so that lists and forwarders do no harm."""
    domain = mail.sender.domain
    provider = next((name for name, domains in PROVIDERS.items() if domain in domains), "")
    if not provider or mail.is_list or is_signed_by_sender(mail):
        return
    hop = sending_hop(mail)
    if hop is not None and not was_handled_by(mail, provider):
        yield evidence(sender_span(mail), domain=domain, host=hop.host or hop.helo)
