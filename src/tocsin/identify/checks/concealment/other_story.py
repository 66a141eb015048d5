"""The plain text and the page that is shown have almost no word in common: one of them is there to mislead a filter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail, Text
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_WITH_ALTERNATIVES: Final = ("multipart/alternative", "multipart/mixed", "multipart/related")
_ENOUGH: Final = 25
"""Different words that each half must have."""
_READ: Final = 1_500


def _words(text: Text) -> set[str]:
    return {word for word in text.content[:_READ].lower().split() if len(word) > 3 and word.isalpha()}


@check(
    id="other-story",
    weight=Weight.MEDIUM,
    attack=("T1027",),
    explain={
        "en": "The plain text and the page that is shown have almost no word in common: one of them is there to mislead a filter.",
        "ar": "لا تكاد تجمع النص العادي والصفحة الظاهرة كلمة مشتركة: أحدهما موجود لتضليل المرشِّحات.",
    },
    hits=lambda: [
        message(
            text=" ".join(f"council{n} budget{n} school{n}" for n in "abcdefghijk"),
            page="<p>" + " ".join(f"prize{n} winner{n} claim{n}" for n in "abcdefghijk") + "</p>",
        ),
        message(
            text=" ".join(f"weather{n} harvest{n} village{n}" for n in "abcdefghijk"),
            page="<p>" + " ".join(f"wallet{n} token{n} bonus{n}" for n in "abcdefghijk") + "</p>",
        ),
    ],
    misses=lambda: [
        message(
            text=" ".join(f"council{n} budget{n}" for n in "abcdefghijklmno"),
            page="<p>" + " ".join(f"council{n} budget{n}" for n in "abcdefghijklmno") + "</p>",
        ),
        message(
            text="View this message in a browser.",
            page="<p>" + " ".join(f"prize{n} winner{n}" for n in "abcdefghijklmno") + "</p>",
        ),
    ],
)
def other_story(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Both halves of a multipart/alternative, each with text enough to compare."""
    if mail.message.root.media_type not in _WITH_ALTERNATIVES:
        return
    plain = next((text for text in mail.texts if text.layer == "text"), None)
    page = next((text for text in mail.texts if text.layer == "visible"), None)
    if plain is None or page is None or plain.part.rpartition(".")[0] != page.part.rpartition(".")[0]:
        return
    opening = [word for word in plain.content[:_READ].split(None, 40)[:40] if len(word) > 4]
    if 2 * sum(word in page.content for word in opening) > len(opening):
        return
    one, other = _words(plain), _words(page)
    if min(len(one), len(other)) >= _ENOUGH and len(one & other) < 0.12 * min(len(one), len(other)):
        yield evidence(plain.span(0, min(80, len(plain.content))), shown=page.content[:80], other=plain.content[:80])
