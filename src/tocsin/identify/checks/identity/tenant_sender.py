"""A sender under a host that rents names to anybody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import within
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_RENTED_OUT: Final = (
    "onmicrosoft.com", "firebaseapp.com", "web.app", "appspotmail.com", "amazonaws.com", "cloudapp.net",
    "cloudapp.azure.com", "azurewebsites.net", "herokuapp.com", "workers.dev", "pages.dev", "netlify.app",
    "vercel.app", "contaboserver.net", "secureserver.net", "hstgr.cloud", "hostingersite.com", "duckdns.org",
    "no-ip.org", "ddns.net", "hopto.org", "zapto.org", "mybluehost.me", "cprapid.com", "plesk.page", "wixsite.com",
    "weebly.com", "godaddysites.com", "myshopify.com", "000webhostapp.com", "temporary.site", "your-server.de",
    "stratoserver.net", "linodeusercontent.com", "vultrusercontent.com", "googleusercontent.com", "hosted-by-vdsina.com",
)  # fmt: skip


@check(
    id="tenant-sender",
    weight=Weight.MEDIUM,
    attack=("T1583.006",),
    explain={
        "en": (
            "The sender's domain is a free name under a cloud or hosting service, as nobody uses for their office mail."
        ),
        "ar": "نطاق المُرسِل اسم مجاني تحت خدمة سحابية أو خدمة استضافة، وهو ما لا يُستعمل عادة في مراسلات العمل.",
    },
    hits=lambda: [
        message(sender="Billing <billing@contoso77.onmicrosoft.com>"),
        message(sender="Team <noreply@project-77.firebaseapp.com>"),
        message(sender="root <root@vmi123456.contaboserver.net>"),
    ],
    misses=lambda: [
        message(sender="Billing <billing@contoso.example>"),
        message(sender="Invitation <noreply@docs.google.com>"),
        message(sender="Store <info@dropbox.com>"),
    ],
)
def tenant_sender(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A tenant's own name below the service; the service's own mail is not meant."""
    domain = mail.sender.domain
    if domain and domain not in _RENTED_OUT and within(domain, _RENTED_OUT):
        yield evidence(sender_span(mail), domain=domain)
