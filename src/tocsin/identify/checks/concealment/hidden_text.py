"""The page holds much text that is not shown and that says other things than what is shown."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.disguise import hidden_story
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Span, Weight


@check(
    id="hidden-text",
    weight=Weight.MEDIUM,
    attack=("T1027",),
    explain={
        "en": "The page holds much text that is not shown and that says other things than what is shown.",
        "ar": "تحتوي الصفحة على نص كثير لا يظهر، ويقول غير ما يظهر.",
    },
    needs="pages",
    hits=lambda: [
        message(
            page="<p>Win now</p><div style='display:none'>"
            + " ".join(f"harbour{n} minutes{n} council{n}" for n in "abcdefghijklmnopq")
            + "</div>"
        ),
        message(
            page="<p>Click</p><div style='font-size:0px'>"
            + " ".join(f"news{n} budget{n} school{n}" for n in "abcdefghijklmnopqr")
            + "</div>"
        ),
    ],
    misses=lambda: [
        message(page="<div style='display:none'>The minutes of the council are here</div><p>The minutes are here.</p>"),
        message(
            page="<p>"
            + "one two three four " * 20
            + "</p><div style='display:none'>"
            + "one two three four " * 20
            + "</div>"
        ),
    ],
)
def hidden_text(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Much text, most of whose words are not shown (see `hidden_story`)."""
    for path, page in mail.pages.items():
        count = hidden_story(page)
        if count:
            yield evidence(Span(path, "hidden", 0, len(page.hidden)), count=count, value=page.hidden[:80])
