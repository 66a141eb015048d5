"""A link to a bare IP address."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import (
    address_of,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-address-host",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002",),
    explain={
        "en": "A link opens a bare network address instead of a named site.",
        "ar": "يفتح أحد الروابط عنوان شبكة رقميًا بدل موقع له اسم.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Log in", "http://203.0.113.7/login")]),
        message(links=[("Log in", "http://[2001:db8::7]/login")]),
    ],
    misses=lambda: [
        message(links=[("Router", "http://192.168.0.1/")]),
        message(links=[("Log in", "http://mail.example/login")]),
    ],
)
def link_address_host(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Addresses of private networks are colleagues talking about their router."""
    for link in sites.sites(mail):
        if not link.host[-1:].isdigit() and not link.host.startswith("["):
            continue
        address = address_of(link.host)
        if address is not None and (address.is_global or sites.is_documentation(address)):
            yield evidence(link.span, host=link.host)
