"""A link whose plain letters are written as codes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_CODED: Final = re.compile(r"(?:%[46][1-9a-f]|%[57][0-9a]|%3[0-9]){4,}", re.IGNORECASE)


@check(
    id="link-coded-letters",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1027"),
    explain={
        "en": "Plain letters of a link are written as codes, which serves only to hide it.",
        "ar": "كُتبت حروف عادية في أحد الروابط على هيئة رموز، ولا غاية لذلك إلا الإخفاء.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "https://other.test/%6C%6F%67%69%6E/x")]),
        message(links=[("Open", "https://%6f%74%68%65%72.test/x")]),
    ],
    misses=lambda: [
        message(links=[("Open", "https://other.test/a%20b%2Fc%3D")]),
        message(links=[("خبر", "https://other.test/%D8%AE%D8%A8%D8%B1")]),
    ],
)
def link_coded_letters(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Four coded ASCII letters or digits in a row; no program writes them so."""
    for link in mail.web_links[:200]:
        if "%" in link.url.raw and _CODED.search(link.url.raw[:500]):
            yield evidence(link.span, url=link.url.raw)
