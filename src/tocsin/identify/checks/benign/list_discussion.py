"""Talk on a mailing list."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.bulk import has_list_footer, quoted_lines
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="list-discussion",
    weight=Weight.GOOD_WEAK,
    explain={
        "en": "It is part of a discussion on a mailing list.",
        "ar": "الرسالة جزء من نقاش في قائمة بريدية.",
    },
    hits=lambda: [
        message(
            subject="[talk] Next meeting",
            text="Shall we meet?\n\n____________________________\nTalk mailing list\nhttps://lists.example/mailman/listinfo/talk",
        ),
        message(
            subject="Re: [talk] Next meeting",
            text="Yes.\n\n> Shall we meet?\n> At five?\n",
            headers=[("List-Id", "<talk.lists.example>"), ("In-Reply-To", "<0@a.example>")],
        ),
    ],
    misses=lambda: [
        message(subject="[talk] Next meeting", text="Shall we meet?"),
        message(
            subject="News",
            page="<p>News</p>",
            headers=[("List-Id", "<news.sender.example>"), ("List-Unsubscribe", "<https://sender.example/u>")],
        ),
    ],
)
def list_discussion(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A list's footer, or a list's header together with quoted text, in plain text."""
    if mail.body.layer != "text":
        return
    if has_list_footer(mail) or (mail.has("list-id") and mail.references and quoted_lines(mail)):
        yield evidence(None, reason="list")
