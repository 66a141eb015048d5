"""A link whose words or address hold invisible characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-invisible-letters",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1027"),
    explain={
        "en": "The words or the address of a link are broken up by characters that nobody sees.",
        "ar": "تتخلل نصَّ الرابط أو عنوانه محارفُ لا يراها أحد.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Log\u200b in to pay\u200bpal", "https://other.test/")]),
        message(links=[("Go", "https://ot\u200bher.test/x")]),
    ],
    misses=lambda: [
        message(links=[("می\u200cخواهیم ببینید", "https://other.test/")]),
        message(links=[("Log in", "https://other.test/")]),
    ],
)
def link_invisible_letters(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Between Latin letters only: in Persian, Arabic and Hebrew such characters are orthography."""
    for link in mail.links:
        if (not link.shown.isascii() and _BROKEN.search(link.shown)) or (
            not link.url.raw.isascii() and _BROKEN.search(link.url.raw)
        ):
            yield evidence(link.span, shown=link.shown, url=link.url.raw)


_BROKEN: Final = re.compile("[A-Za-z][\u00ad\u034f\u200b-\u200d\u2060\ufeff]+[A-Za-z]")
