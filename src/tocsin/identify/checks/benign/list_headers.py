"""The fields of list software."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="list-headers",
    weight=Weight.GOOD_HINT,
    explain={
        "en": "It carries the marks of mailing-list software, with a way to leave the list.",
        "ar": "تحمل الرسالة علامات برامج القوائم البريدية مع طريقة لمغادرة القائمة.",
    },
    hits=lambda: [
        message(headers=[("List-Id", "<talk.lists.example>"), ("List-Unsubscribe", "<mailto:leave@lists.example>")]),
        message(
            headers=[
                ("List-Unsubscribe", "<https://sender.example/u>"),
                ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            ]
        ),
    ],
    misses=lambda: [
        message(headers=[("List-Unsubscribe", "<https://sender.example/u>")]),
        message(headers=[("X-List", "talk")]),
    ],
)
def list_headers(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Two fields that agree (RFC 2919 with 2369, or RFC 8058). Anybody can write them, hence a hint."""
    names = mail.header_names
    if "list-unsubscribe" in names and ("list-id" in names or "list-unsubscribe-post" in names):
        yield evidence(header_span(mail, "list-unsubscribe"), header="list-unsubscribe")
