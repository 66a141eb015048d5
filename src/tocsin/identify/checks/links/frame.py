"""A foreign page embedded in the message."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.urls import parse_url
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Span, Weight


@check(
    id="embedded-page",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002",),
    explain={
        "en": "The message embeds another site's page or object in itself.",
        "ar": "تُدرج الرسالة في داخلها صفحة أو عنصرًا من موقع آخر.",
    },
    needs="pages",
    hits=lambda: [
        message(page='<iframe src="https://other.test/login"></iframe>'),
        message(page='<object data="https://other.test/x.swf"></object>'),
    ],
    misses=lambda: [
        message(page='<img src="https://other.test/i.png">'),
        message(page='<iframe src="https://www.youtube.com/embed/1"></iframe>'),
    ],
)
def embedded_page(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Players of well-known companies are what editors put in by mistake."""
    for path, page in mail.pages.items():
        for source in page.embedded[:20]:
            url = parse_url(source)
            if url.is_web and "://" in source and not sites.is_known(url.host) and url.domain != mail.sender_domain:
                yield evidence(Span(path, "visible"), host=url.host)
