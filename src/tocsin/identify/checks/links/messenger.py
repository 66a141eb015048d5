"""A link into a messenger, from a stranger."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_CHATS: Final = frozenset(
    "t.me telegram.me telegram.dog wa.me api.whatsapp.com chat.whatsapp.com signal.me signal.group m.me line.me".split()
)
_OWN: Final = re.compile(r"^/(?:share|s/|iv|socks|proxy)")


@check(
    id="link-messenger",
    weight=Weight.WEAK,
    danger=Danger.CONVERSATION,
    attack=("T1566.002", "T1598"),
    explain={
        "en": "A link takes the conversation to a messenger, out of sight of whoever protects the mailbox.",
        "ar": "ينقل أحد الروابط المحادثة إلى تطبيق مراسلة، بعيدًا عن نظر من يحمي البريد.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Write to me", "https://wa.me/15550100")]),
        message(text="Join https://t.me/+AbCdEf"),
    ],
    misses=lambda: [
        message(links=[("Share", "https://t.me/share/url?url=https://sender.example/")]),
        message(links=[("Read", "https://telegram.test/harbour")]),
        message(
            links=[(str(n), f"https://sender.example/{n}") for n in range(9)] + [("Telegram", "https://t.me/sender")]
        ),
    ],
)
def link_messenger(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Weak, and not in messages of many links: newsletters name their channels at the foot."""
    if len(mail.web_links) > 8:
        return
    for link in sites.foreign(mail, context):
        if link.host in _CHATS and not _OWN.match(link.opened.path):
            yield evidence(link.span, url=link.opened.raw)
