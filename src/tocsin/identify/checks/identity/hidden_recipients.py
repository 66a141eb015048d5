"""Nobody is named as recipient."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_PLACEHOLDER: Final = re.compile(r"undisclosed|recipients?\b|unlisted|destinat[aá]rios", re.IGNORECASE)


@check(
    id="hidden-recipients",
    weight=Weight.HINT,
    danger=Danger.SPAM,
    explain={
        "en": "It names no recipient: it was sent to many at once without showing to whom.",
        "ar": "لا تذكر الرسالة أي جهة مستقبِلة، فقد أُرسلت إلى كثيرين دفعة واحدة دون إظهارهم.",
    },
    hits=lambda: [
        message(to="undisclosed-recipients:;"),
        message(to="Recipients <noreply@other.test>"),
    ],
    misses=lambda: [
        message(to="user@harbour.example"),
        message(to="Talk <talk@lists.example>", headers=[("List-Id", "<talk.lists.example>")]),
        message(to="undisclosed-recipients:;", headers=[("List-Id", "<talk.lists.example>")]),
    ],
)
def hidden_recipients(mail: Mail, context: Context) -> Iterable[Evidence]:
    """To says undisclosed or a placeholder; a message without any To counts only where it was transported."""
    if mail.is_list:
        return
    if not mail.has("to"):
        if mail.hops and not mail.cc:
            yield evidence(None, header="to")
        return
    words = mail.header("to")[:200]
    if _PLACEHOLDER.match(words.lstrip("\"'< ")):
        yield evidence(header_span(mail, "to"), value=words)
