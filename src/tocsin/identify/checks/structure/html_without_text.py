"""A page without the plain text that mail programs add."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="html-without-text",
    weight=Weight.HINT,
    explain={
        "en": "It is only a web page, without the plain text that mail programs put beside it.",
        "ar": "الرسالة صفحة ويب فقط، من دون النص العادي الذي ترفقه برامج البريد.",
    },
    hits=lambda: [
        message(page="<p>Hello</p>"),
        message(links=[("Log in", "https://other.test/")]),
    ],
    misses=lambda: [
        message(text="Hello", page="<p>Hello</p>"),
        message(text="Hello"),
    ],
)
def html_without_text(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Many small newsletters do so too."""
    types = {part.media_type for part in mail.body_parts}
    if "text/html" in types and "text/plain" not in types:
        yield evidence(None, type="text/html")
