"""A base element that bends all links."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.urls import parse_url
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Span, Weight


@check(
    id="link-base-element",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1027"),
    explain={
        "en": "Links are cut in two and put together by a hidden setting of the page, so that filters see only halves.",
        "ar": "قُسمت الروابط نصفين ويجمعهما إعداد خفي في الصفحة، فلا يرى المرشِّح إلا أنصافًا.",
    },
    needs="pages",
    hits=lambda: [
        message(page='<head><base href="https://other.test/"></head><a href="x/login">Log in</a>'),
        message(page='<head><base href="http://other.test/a/"></head><a href="b?c=1">Open</a>'),
    ],
    misses=lambda: [
        message(page='<head><base href="https://sender.example/"></head><a href="x/login">Log in</a>'),
        message(page='<head><base href="https://other.test/"></head><a href="https://sender.example/">Us</a>'),
    ],
)
def link_base_element(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A foreign base with links that need it."""
    for path, page in mail.pages.items():
        base = parse_url(page.base) if page.base else None
        if base is None or not base.host or base.domain == mail.sender_domain:
            continue
        if any(
            "://" not in anchor.url[:12] and not anchor.url.startswith(("mailto:", "#", "tel:"))
            for anchor in page.anchors
        ):
            yield evidence(Span(path, "visible"), host=base.host)
