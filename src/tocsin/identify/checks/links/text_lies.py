"""The text of a link names one site and the link opens another."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import registrable
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-text-lies",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002",),
    explain={
        "en": "What a link says it opens is not what it opens.",
        "ar": "ما يُظهره الرابط من عنوان ليس العنوان الذي يفتحه فعلًا.",
    },
    hits=lambda: [message(links=[("https://mail.example/login", "https://other.test/x")])],
    misses=lambda: [
        message(links=[("click here", "https://mail.example/")]),
        message(links=[("https://mail.example", "https://www.mail.example/start")]),
    ],
)
def link_text_lies(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Compare registrable domains; wrappers are undone first, and a sender's own click tracker is no lie."""
    for link in mail.web_links:
        shown = link.shown_host
        if not shown or registrable(shown) == link.domain or registrable(shown) == link.url.domain:
            continue
        if mail.is_list and link.domain == mail.sender_domain:
            continue
        yield evidence(link.span, shown=shown, opened=link.host)
