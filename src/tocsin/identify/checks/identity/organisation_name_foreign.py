"""Our name, a partner's or a service's, on a foreign address."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lookalike import protected_domains
from tocsin.identify.mail import Mail
from tocsin.identify.persons import is_address_of, names_organisation
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="organisation-name-foreign",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1656",
        "T1566",
    ),
    explain={
        "en": (
            "The sender's name is that of our organisation, a partner or a service we use, and the address belongs to "
            "somebody else."
        ),
        "ar": "اسم المُرسِل هو اسم مؤسستنا أو أحد الشركاء أو خدمة نستعملها، أما العنوان فلجهة أخرى.",
    },
    hits=lambda: [
        message(sender="Harbour IT <it@other.test>"),
        message(sender="Lighthouse Institute <events@lighthouse-institute-events.test>"),
        message(sender="حملة الميناء <info@other.test>"),
        message(sender="Quaymail Security <alert@mail.test>"),
    ],
    misses=lambda: [
        message(sender="Harbour IT <it@harbour.example>"),
        message(sender="Lighthouse Institute <events@mail.lighthouse.example>"),
        message(sender="Lighthouse keepers <keepers@other.test>"),
        message(sender="Dana Osman (Harbour) <dana.osman@private.example>"),
    ],
)
def organisation_name_foreign(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Known private addresses of our people are a matter of office rules and not of forgery."""
    if not mail.sender.name:
        return
    named = names_organisation(mail.sender.name, context.profile)
    if named is None or mail.from_domain(protected_domains(context.profile)):
        return
    if any(is_address_of(mail.sender.email, person) for person in context.profile.person):
        return
    yield evidence(sender_span(mail), name=named[0], domain=mail.sender.domain, expected=", ".join(named[1]))
