"""Rows of meaningless numbers or rules fill the message."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import Hits, check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.wording import begins_text
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="number-filler",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    attack=("T1027",),
    explain={
        "en": "Rows of meaningless numbers or rules fill the message.",
        "ar": "صفوف من أرقام لا معنى لها أو خطوط تملأ الرسالة.",
    },
    phrases={"numbers": (r"(^| )[0-9]{6,10}( [0-9]{6,10}){5}( |$)",), "rule": ("_{80}",)},
    hits=lambda: [
        message(text="1284772 9731552 5298213 4621533 1174881 4907647 2613127"),
        message(page="<p>" + "_" * 90 + "</p><p>Unsubscribe from all lists by replying</p>"),
    ],
    misses=lambda: [
        message(text="Call 5550100 or 5550101 in the evening"),
        message(text="Minutes\n" + "_" * 90 + "\nlist footer"),
    ],
)
def number_filler(mail: Mail, context: Context, hits: Hits) -> Iterable[Evidence]:
    """Six numbers of six digits or more in a row, or a rule as long as a page is wide that opens the text."""
    for hit in hits:
        if hit.group == "numbers" or begins_text(mail, hit):
            yield evidence(hit.span, value=hit.text[:60])
