"""The message is a picture with a link and hardly any text, which leaves nothing to read for a filter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.disguise import letters
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_LETTERS: Final = 150
"""Letters of text, which a heading and a farewell line have at most."""


@check(
    id="image-only",
    weight=Weight.MEDIUM,
    danger=Danger.SPAM,
    attack=("T1027",),
    explain={
        "en": "The message is a picture with a link and hardly any text, which leaves nothing to read for a filter.",
        "ar": "الرسالة صورة عليها رابط وتكاد تخلو من النص، فلا يجد المرشِّح ما يقرؤه.",
    },
    needs="links",
    hits=lambda: [
        message(page="<a href='https://shop.example/'><img src='https://shop.example/a.jpg'></a>"),
        message(
            page="<p>Great news</p><a href='https://shop.example/'><img src='https://shop.example/a.jpg' width=600></a>"
        ),
    ],
    misses=lambda: [
        message(
            page="<p>"
            + "The minutes of the meeting are here. " * 10
            + "</p><a href='https://a.example/'><img src='https://a.example/a.jpg'></a>"
        ),
        message(page="<p>A photo</p><img src='cid:1'>"),
    ],
)
def image_only(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Counts the letters outside of the farewell line; pictures smaller than an icon are trackers."""
    if not mail.pages or not mail.web_links or sum(len(page.text) for page in mail.pages.values()) > 4 * _LETTERS:
        return
    pictures = [image for page in mail.pages.values() for image in page.images if image.width < 0 or image.width > 60]
    shown = sum(letters(page.text) for page in mail.pages.values())
    if pictures and shown < _LETTERS:
        yield evidence(None, count=shown, value=len(pictures))
