"""A way to unsubscribe, and a postal address."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.bulk import has_postal_address, unsubscribe_link
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="way-out-and-address",
    weight=Weight.GOOD_HINT,
    explain={
        "en": "It offers a way to unsubscribe and gives a postal address, as the law asks of bulk mail.",
        "ar": "تتيح الرسالة إلغاء الاشتراك وتذكر عنوانًا بريديًا كما يشترط القانون في الرسائل الجماعية.",
    },
    needs="links",
    hits=lambda: [
        message(
            text="",
            page="<p>News</p><p>Sender, 12 Harbour Street, Portville, ME 04101</p>",
            links=[("Unsubscribe", "https://sender.example/u")],
        ),
        message(
            page="<p>Nachrichten</p><p>Verein, Hafenweg 3, 20457 Hamburg</p>",
            links=[("Abmelden", "https://sender.example/u")],
        ),
    ],
    misses=lambda: [
        message(page="<p>Sender, 12 Harbour Street, Portville, ME 04101</p>"),
        message(page="<p>News</p>", links=[("Unsubscribe", "https://sender.example/u")]),
    ],
)
def way_out_and_address(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Spam imitates this, so it is a hint only."""
    link = unsubscribe_link(mail) if mail.web_links else None
    if link is not None and has_postal_address(mail):
        yield evidence(link.span, opened=link.host)
