"""A well-known company's name on an address that is not the company's."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.brands import brands_in
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lookalike import protected_domains
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="brand-name-foreign",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1656",
        "T1566.002",
    ),
    explain={
        "en": "The sender's name is that of a well-known company or office, and the address is not one of theirs.",
        "ar": "اسم المُرسِل هو اسم شركة أو جهة معروفة، أما العنوان فليس من عناوينها.",
    },
    hits=lambda: [
        message(sender="PayPal <x@other.test>"),
        message(sender="Apple Support <id@mail.test>"),
        message(sender="دعم مايكروسوفت <x@other.test>"),
        message(sender="پشتیبانی گوگل <x@other.test>"),
        message(sender="Correios <aviso@rastreio.test>"),
        message(sender="Sparkasse Sicherheit <x@other.test>"),
        message(sender="דואר ישראל <x@other.test>"),
    ],
    misses=lambda: [
        message(sender="PayPal <service@paypal.co.uk>"),
        message(sender="Chase Wilder <chase@sender.example>"),
        message(sender="Ada Apple <ada@sender.example>"),
        message(sender="Sparkasse Seestadt <info@sparkasse-seestadt.de>"),
        message(sender="Ada (Google Drive) <drive-shares-noreply@google.com>"),
        message(sender="Ada via Dropbox <talk@lists.example>", headers=[("List-Id", "<talk.lists.example>")]),
    ],
)
def brand_name_foreign(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Names that are everyday words count only alone or beside an office word."""
    name = mail.sender.name
    brands = brands_in(name) if name else ()
    domain = mail.sender.domain
    if not brands or mail.has("list-id") or any(brand.owns(domain) for brand in brands):
        return
    if domain and mail.from_domain(protected_domains(context.profile)):
        return
    brand = brands[0]
    yield evidence(sender_span(mail), name=brand.name, address=mail.sender.email, expected=", ".join(brand.domains[:3]))
