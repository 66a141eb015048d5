"""The text of a link names one site and the link opens another."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import (
    registrable,
)
from tocsin.common.urls import is_rewriter
from tocsin.identify import sites
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
    needs="links",
    hits=lambda: [
        message(links=[("https://mail.example/login", "https://other.test/x")]),
        message(links=[("www.bank.example", "https://bit.ly/abc")]),
    ],
    misses=lambda: [
        message(links=[("click here", "https://mail.example/")]),
        message(links=[("https://mail.example", "https://www.mail.example/start")]),
        message(links=[("https://sender.example/news", "https://click.sendgrid.net/ls/x")]),
        message(
            links=[
                (
                    "https://mail.example",
                    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmail.example%2F",
                )
            ]
        ),
    ],
)
def link_text_lies(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Compare owners; wrappers are undone first, and a click tracker that serves many links of the message is no lie."""
    for link in mail.web_links:
        if "." not in link.shown:
            continue
        shown = link.shown_host
        if not shown or sites.same_owner(shown, link.host) or registrable(shown) == link.url.domain:
            continue
        if not sites.is_tracker(mail, link) and not is_rewriter(link.host):
            yield evidence(link.span, shown=shown, opened=link.host)
