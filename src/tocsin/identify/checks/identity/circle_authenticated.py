"""An own, partner's or service's domain is authenticated."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.authentication import authentication
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lookalike import protected_domains
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="circle-authenticated",
    weight=Weight.GOOD,
    explain={
        "en": "It really comes from the domain of our organisation, a partner or a service we use.",
        "ar": "الرسالة واردة فعلًا من نطاق مؤسستنا أو أحد الشركاء أو خدمة نستعملها.",
    },
    hits=lambda: [
        message(
            sender="Sami Haddad <sami@harbour.example>",
            headers=[("Authentication-Results", "mx.harbour.example; dmarc=pass header.from=harbour.example")],
        ),
        message(
            sender="Events <events@lighthouse.example>",
            headers=[("Authentication-Results", "mx.harbour.example; dkim=pass header.d=lighthouse.example")],
        ),
    ],
    misses=lambda: [
        message(sender="Events <events@lighthouse.example>"),
        message(
            sender="Events <events@lighthouse.example>",
            headers=[("Authentication-Results", "mx.forged.test; dmarc=pass header.from=lighthouse.example")],
        ),
        message(
            sender="Events <events@lighthouse.test>",
            headers=[("Authentication-Results", "mx.harbour.example; dmarc=pass header.from=lighthouse.test")],
        ),
    ],
)
def circle_authenticated(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only where the authentication is a trusted hop's or verified here."""
    if mail.from_domain(protected_domains(context.profile)) and authentication(mail, context).aligned:
        yield evidence(sender_span(mail), domain=mail.sender_domain)
