"""There is hardly anything in the message but a link."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.disguise import letters
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_LETTERS: Final = 40
_READ: Final = 2_000
_URL: Final = re.compile(r"(?:https?://|www\.)\S+")


@check(
    id="little-but-a-link",
    weight=Weight.WEAK,
    attack=("T1566.002",),
    explain={
        "en": "There is hardly anything in the message but a link.",
        "ar": "لا يكاد يوجد في الرسالة شيء غير رابط.",
    },
    needs="links",
    hits=lambda: [
        message(text="https://files.example/a?b=1"),
        message(text="Look: https://files.example/a"),
    ],
    misses=lambda: [
        message(text="The minutes of the council are on the wiki as always: https://wiki.example/minutes"),
        message(text="https://files.example/a", headers=[("In-Reply-To", "<2@sender.example>")]),
    ],
)
def little_but_a_link(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The sender's own words, links taken away."""
    if not mail.web_links or mail.references or len(mail.body.content) > _READ:
        return
    words = _URL.sub("", mail.own_words)
    count = letters(words)
    if count < _LETTERS and not any(page.images for page in mail.pages.values()):
        yield evidence(mail.web_links[0].span, url=mail.web_links[0].url.raw, count=count)
