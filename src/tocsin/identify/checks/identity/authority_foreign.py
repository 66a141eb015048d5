"""A public authority's name on a domain that is not a public body's."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lookalike import protected_domains
from tocsin.identify.mail import Mail
from tocsin.identify.offices import claims_authority, is_public_body
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="authority-foreign",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1656",
        "T1598",
    ),
    explain={
        "en": (
            "The sender calls itself a ministry, court, police or tax office, and the address is not that of a public "
            "body."
        ),
        "ar": "يسمّي المُرسِل نفسه وزارة أو محكمة أو شرطة أو مصلحة ضرائب، وعنوانه ليس عنوان جهة رسمية.",
    },
    hits=lambda: [
        message(sender="Ministry of Interior <info@other.test>"),
        message(sender="Finanzamt Musterstadt <info@other.test>"),
        message(sender="Polícia Federal <info@other.test>"),
        message(sender="Ministère de la Justice <info@other.test>"),
        message(sender="Agencia Tributaria <info@other.test>"),
        message(sender="وزارة الداخلية <info@other.test>"),
        message(sender="سامانه ثنا <info@other.test>"),
        message(sender="משרד הפנים <info@other.test>"),
    ],
    misses=lambda: [
        message(sender="Ministry of Interior <info@interior.gov.example>"),
        message(sender="Finanzamt Musterstadt <info@bund.de>"),
        message(sender="Policy Department <info@other.test>"),
        message(sender="United Nations <news@un.org>"),
    ],
)
def authority_foreign(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Sender's domains under suffixes that only public bodies get are believed."""
    words = claims_authority(mail.sender.name) if mail.sender.name else ""
    domain = mail.sender.domain
    if words and not (domain and is_public_body(domain)) and not mail.from_domain(protected_domains(context.profile)):
        yield evidence(sender_span(mail), phrase=words, domain=domain)
