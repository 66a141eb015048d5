"""A designed page from a bare address."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="nameless-bulk",
    weight=Weight.HINT,
    danger=Danger.SPAM,
    explain={
        "en": "A designed message with links comes from a bare address without any name.",
        "ar": "رسالة مصممة فيها روابط، ووردت من عنوان مجرّد بلا اسم.",
    },
    hits=lambda: [
        message(
            sender="offer@shop.test",
            page="<table><tr><td>Big sale</td></tr></table>",
            links=[("Buy", "https://shop.test/")],
        ),
        message(sender="<info@other.test>", links=[("Confirm", "https://other.test/")]),
    ],
    misses=lambda: [
        message(sender="Shop <offer@shop.test>", links=[("Buy", "https://shop.test/")]),
        message(sender="ada@sender.example", text="See you at five. https://map.example/x"),
        message(
            sender="ada@sender.example",
            links=[("Map", "https://map.example/")],
            headers=[("References", "<0@x.example>")],
        ),
    ],
)
def nameless_bulk(mail: Mail, context: Context) -> Iterable[Evidence]:
    """HTML with links and no reference to an earlier message."""
    if mail.sender.name or not mail.sender.email or mail.references or mail.is_list:
        return
    if mail.page.anchors and mail.web_links:
        yield evidence(sender_span(mail), address=mail.sender.email)
