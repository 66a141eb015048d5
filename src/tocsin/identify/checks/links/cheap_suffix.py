"""A link to a site under a throw-away ending."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

# Endings that recur at the top of yearly public statistics of abuse (Spamhaus, Interisle, read up to 2025).
_CHEAP: Final = frozenset(
    """top xyz icu cyou cfd sbs bond click rest buzz monster quest lol autos boats beauty hair makeup skin pics mom
    yachts homes tk ml ga cf gq fit surf bid win loan men stream date racing review trade party gdn zip mov cam cc
    shop site online store website space fun vip rip live life info""".split()
) - {"info", "live", "life", "cc"}


@check(
    id="link-cheap-suffix",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1583.001"),
    explain={
        "en": "A link opens a site with a cheap ending that is often bought for a few days only.",
        "ar": "يفتح أحد الروابط موقعًا له امتداد رخيص كثيرًا ما يُشترى لأيام معدودة.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "https://grand-offer.icu/x")]),
        message(links=[("Open", "https://grand-offer.shop/x")]),
    ],
    misses=lambda: [
        message(links=[("Open", "https://grand-offer.test/x")]),
        message(sender="Shop <us@grand.shop>", links=[("Open", "https://grand.shop/x")]),
    ],
)
def link_cheap_suffix(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Foreign sites only; the sender's own ending is for the check of the sender."""
    for link in sites.foreign(mail, context):
        if link.host.rpartition(".")[2] in _CHEAP:
            yield evidence(link.span, host=link.host)
