"""An answer that names and quotes what it answers."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.bulk import has_attribution, quoted_lines
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="reply-in-thread",
    weight=Weight.GOOD,
    explain={
        "en": "It answers an earlier message, which it names and quotes.",
        "ar": "الرسالة رد على رسالة سابقة تشير إليها وتقتبس منها.",
    },
    hits=lambda: [
        message(
            subject="Re: Minutes",
            text="Fine with me.\n\nOn Monday Ben wrote:\n> Here they are\n> as agreed",
            headers=[("In-Reply-To", "<0@harbour.example>")],
        ),
        message(
            subject="رد: المحضر",
            text="موافق.\n\nفي الاثنين كتب بن:\n> هذا هو\n> كما اتفقنا",
            headers=[("References", "<0@harbour.example>")],
        ),
    ],
    misses=lambda: [
        message(subject="Re: Minutes", text="Fine with me.", headers=[("In-Reply-To", "<0@harbour.example>")]),
        message(subject="Re: Minutes", text="Fine.\n\n> Here they are\n> as agreed"),
    ],
)
def reply_in_thread(mail: Mail, context: Context) -> Iterable[Evidence]:
    """References and quoted text together. Whether we know the earlier message is a question for the history."""
    if mail.references and (quoted_lines(mail) >= 2 or has_attribution(mail)):
        yield evidence(header_span(mail, "in-reply-to") or header_span(mail, "references"), count=len(mail.references))
