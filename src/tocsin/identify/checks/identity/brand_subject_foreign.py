"""A subject about one's account at a company that neither sent this nor is linked to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.common.text import fold
from tocsin.identify.brands import brands_in
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import subject_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_BUSINESS: Final = re.compile(
    r"\b(?:your|account|invoice|payment|order|parcel|package|delivery|shipment|password|suspended|verify|security|"
    r"subscription|refund|billing|konto|rechnung|zahlung|paket|sendung|lieferung|passwort|abo|ihre?n?|"
    r"sua|seu|conta|fatura|pedido|entrega|encomenda|senha|pontos|tu|su|cuenta|factura|pago|paquete|envio|contrasena|"
    r"votre|compte|facture|paiement|commande|colis|livraison|passe)\b|حساب|فاتوره|طلب|شحن|طرد|مرسوله|اشتراك|دفع|رمز|"
    r"كلمه عبور|بسته|سفارش|برداخت|پرداخت|חשבון|חבילה|תשלום|הזמנה|מנוי|משלוח"
)
_REPLY: Final = re.compile(r"\s*(?:re|aw|sv|antw|fwd?|wg|رد|پاسخ|השב)\s*(?:\[\d+\])?:", re.IGNORECASE)


@check(
    id="brand-subject-foreign",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1656",
        "T1566.002",
    ),
    explain={
        "en": (
            "The subject speaks of an account, order or parcel at a well-known company, and neither sender nor links "
            "belong to it."
        ),
        "ar": "يتحدث الموضوع عن حساب أو طلب أو طرد لدى شركة معروفة، ولا صلة لها بالمُرسِل ولا بالروابط.",
    },
    hits=lambda: [
        message(subject="Your Netflix account is on hold", links=[("Renew", "https://other.test/x")]),
        message(subject="PayPal: Rechnung offen", links=[("Zur Rechnung", "https://other.test/x")]),
        message(subject="تم تعليق حساب نتفليكس", links=[("هنا", "https://other.test/x")]),
        message(subject="حساب گوگل شما", links=[("ورود", "https://other.test/x")]),
    ],
    misses=lambda: [
        message(subject="Your Netflix account", links=[("Account", "https://www.netflix.com/account")]),
        message(subject="What Netflix pays its writers", links=[("Read on", "https://news.example/x")]),
        message(subject="Re: your Netflix account", links=[("See", "https://other.test/x")]),
    ],
)
def brand_subject_foreign(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Replies are left alone: they repeat somebody else's subject."""
    brands = brands_in(mail.subject, prose=True)
    if not brands or _REPLY.match(mail.subject) or not _BUSINESS.search(fold(mail.subject)):
        return
    domains = {mail.sender.domain} | {link.host for link in mail.web_links}
    brand = brands[0]
    if mail.web_links and not any(brand.owns(domain) for brand in brands for domain in domains if domain):
        yield evidence(subject_span(mail), name=brand.name, domain=mail.sender.domain)
