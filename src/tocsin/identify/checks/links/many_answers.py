"""A link that writes to many addresses at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from tocsin.common.hosts import (
    registrable,
)
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-answers-to-many",
    weight=Weight.STRONG,
    danger=Danger.SPAM,
    attack=("T1598",),
    explain={
        "en": "A link writes an answer to several unrelated addresses at once, which collects live addresses for senders of junk.",
        "ar": "يكتب أحد الروابط ردًّا إلى عناوين عدة لا صلة بينها، وهكذا يجمع مرسلو الرسائل المزعجة العناوين المستعملة.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Unsubscribe", "mailto:a@one.test,b@two.test,c@three.test?subject=stop")]),
        message(links=[("Yes", "mailto:a@one.test;b@two.test;c@three.test?subject=yes")]),
    ],
    misses=lambda: [
        message(links=[("Unsubscribe", "mailto:a@one.test?subject=stop")]),
        message(links=[("All of us", "mailto:a@one.test,b@one.test,c@one.test")]),
    ],
)
def link_answers_to_many(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Three domains or more in one mailto link."""
    for link in mail.links:
        if link.url.scheme == "mailto" and link.url.path.count("@") >= 3:
            addresses = re.split(r"[,;]", unquote(link.url.path.partition("?")[0])[:2_000])
            if len({registrable(address.rpartition("@")[2].strip().lower()) for address in addresses}) >= 3:
                yield evidence(link.span, count=len(addresses), address=addresses[0].strip())
