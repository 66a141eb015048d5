"""The recipient's own domain, written in front of somebody else's site."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import WEBMAIL, registrable
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-recipient-domain-in-host",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1583.001"),
    explain={
        "en": "A link carries the recipient's own mail domain in front of somebody else's site.",
        "ar": "يحمل أحد الروابط نطاق البريد الخاص بالجهة المستقبِلة أمام موقع يملكه غيرها.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Verify", "https://harbour-example.login-check.test/verify")]),
        message(links=[("Verify", "https://mail.harbour.example.other.test/")]),
    ],
    misses=lambda: [
        message(links=[("Verify", "https://mail.harbour.example/")]),
        message(links=[("Boats", "https://harbour.other.test/")]),
        message(links=[("Mail", "https://gmail-com.other.test/")], to="user@gmail.com"),
        message(links=[("Files", "https://harbour-example.sharepoint.com/x")]),
    ],
)
def link_recipient_domain_in_host(mail: Mail, context: Context) -> Iterable[Evidence]:
    """With its ending, as nobody names a tenant by chance; the pages of well-known companies do not count."""
    domains = set(context.profile.organisation.domains) | {registrable(a.domain) for a in mail.recipients[:20]}
    for link in sites.sites(mail):
        left = f".{link.host.removesuffix(link.domain)}".replace(".", "-")
        for domain in sorted(domains - WEBMAIL - {"", link.domain}):
            if "." in domain and f"-{domain.replace('.', '-')}-" in left and not sites.is_known(link.host):
                yield evidence(link.span, host=link.host, domain=domain)
