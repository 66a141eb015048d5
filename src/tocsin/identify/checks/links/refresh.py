"""A message that sends the reader on by itself."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Span, Weight


@check(
    id="link-refresh",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002",),
    explain={
        "en": "The message is made to move on to a site by itself as soon as it is opened.",
        "ar": "صُنعت الرسالة لتنتقل من تلقاء نفسها إلى موقع بمجرد فتحها.",
    },
    needs="links",
    hits=lambda: [
        message(page='<head><meta http-equiv="refresh" content="0; url=https://other.test/x"></head><p>Wait</p>'),
        message(page='<meta http-equiv="Refresh" content="1;URL=\'https://other.test/x\'">'),
    ],
    misses=lambda: [
        message(page='<head><meta http-equiv="refresh" content="300"></head><p>News</p>'),
        message(page='<p>Go to <a href="https://other.test/x">the site</a></p>'),
    ],
)
def link_refresh(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A meta element with an address."""
    for link in mail.web_links:
        if link.kind == "refresh":
            yield evidence(Span(link.span.part, "visible"), opened=link.host)
