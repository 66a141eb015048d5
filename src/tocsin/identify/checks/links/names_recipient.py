"""A link that carries the recipient's address to a foreign site."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-names-recipient",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1598.003"),
    explain={
        "en": "A link carries an e-mail address to a site that is not the sender's, as pages do that already know whose password they want.",
        "ar": "يحمل أحد الروابط عنوان بريد إلى موقع ليس للمُرسِل، كالصفحات التي تعرف مسبقًا صاحب كلمة المرور التي تريدها.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "https://other.test/x?e=user@harbour.example")]),
        message(links=[("Open", "https://other.test/#dXNlckBoYXJib3VyLmV4YW1wbGU=")]),
        message(links=[("Open", "https://other.test/x/75736572406861726265722e6578616d706c65")]),
    ],
    misses=lambda: [
        message(links=[("Unsubscribe", "https://other.test/unsubscribe?e=user@harbour.example")]),
        message(links=[("Open", "https://sender.example/x?e=user@harbour.example")]),
        message(links=[("Open", "https://other.test/@user/7")]),
    ],
)
def link_names_recipient(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Plain, base64 or hexadecimal. Ways to leave a list, and addresses written out in plain text, are honest."""
    for link in sites.foreign_links(mail, context):
        address = sites.carried_address(link.opened) if link.kind != "text" else ""
        if (
            address
            and not sites.leaves_a_list(link)
            and not sites.is_known(link.host)
            and not sites.is_tracker(mail, link)
        ):
            yield evidence(link.span, address=address, host=link.host)
