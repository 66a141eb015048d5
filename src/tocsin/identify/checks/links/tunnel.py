"""A link to somebody's own computer through a tunnel."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import (
    within,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-tunnel",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1572"),
    explain={
        "en": "A link opens a temporary tunnel to somebody's own computer.",
        "ar": "يفتح أحد الروابط نفقًا مؤقتًا إلى حاسوب شخص مجهول.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "https://quick-brown-fox.trycloudflare.com/")]),
        message(links=[("Open", "https://ab12.ngrok-free.app/login")]),
    ],
    misses=lambda: [
        message(links=[("Docs", "https://www.cloudflare.com/tunnel")]),
        message(links=[("Open", "https://tunnel.other.test/")]),
    ],
)
def link_tunnel(mail: Mail, context: Context) -> Iterable[Evidence]:
    """By the services' names."""
    for link in sites.foreign(mail, context):
        if within(link.host, sites.TUNNELS):
            yield evidence(link.span, host=link.host)
