"""A well-known company's address, and every link leads away from the company."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import WEBMAIL, within
from tocsin.identify.brands import brands_of
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="brand-sender-foreign-links",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1656",
        "T1566.002",
    ),
    explain={
        "en": "The address is that of a well-known company, and not one link leads to that company.",
        "ar": "العنوان لشركة معروفة، ولا يقود أي رابط في الرسالة إلى تلك الشركة.",
    },
    hits=lambda: [
        message(sender="PayPal <service@paypal.com>", links=[("Log in", "https://other.test/x")]),
        message(sender="Banco <info@santander.com.br>", links=[("Acessar", "https://pagina.web.app/x")]),
    ],
    misses=lambda: [
        message(
            sender="PayPal <service@paypal.com>",
            links=[("Log in", "https://www.paypal.com/"), ("App", "https://apps.test/x")],
        ),
        message(sender="Ada Writer <ada@google.com>", text="See https://other.test/x"),
        message(sender="Ada <ada@gmail.com>", links=[("Look", "https://other.test/x")]),
    ],
)
def brand_sender_foreign_links(mail: Mail, context: Context) -> Iterable[Evidence]:
    """HTML mail only: people who work there write plain text to lists."""
    domain = mail.sender.domain
    brands = brands_of(domain) if domain and not within(domain, WEBMAIL) else ()
    if not brands or not mail.page.anchors or mail.references:
        return
    links = mail.web_links
    if links and not any(brand.owns(link.host) or brand.owns(link.url.host) for brand in brands for link in links):
        yield evidence(links[0].span, domain=domain, opened=links[0].host)
