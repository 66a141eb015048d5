"""A link that uses a reputable site to lead elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import (
    within,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_OPEN: Final = frozenset(
    """google.com google.co.uk googleadservices.com doubleclick.net youtube.com bing.com duckduckgo.com facebook.com
    instagram.com linkedin.com slack-redir.net steamcommunity.com vk.com t.umblr.com translate.google.com baidu.com
    yandex.ru yahoo.com msn.com adobe.com medium.com reddit.com""".split()
)


@check(
    id="link-through-reputable-site",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002",),
    explain={
        "en": "A link starts at a site everybody trusts and is passed on from there to another one.",
        "ar": "يبدأ أحد الروابط بموقع يثق به الجميع ثم يُحوَّل منه إلى موقع آخر.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("View", "https://www.google.com/url?q=https%3A%2F%2Fother.test%2Fx")]),
        message(links=[("View", "https://www.google.co.uk/amp/s/other.test/x")]),
    ],
    misses=lambda: [
        message(links=[("View", "https://www.google.com/search?q=harbour")]),
        message(links=[("View", "https://www.facebook.com/sharer.php?u=https%3A%2F%2Fsender.example%2F")]),
        message(links=[("View", "https://www.google.com/url?q=https%3A%2F%2Fwww.sender.example%2F")]),
    ],
)
def link_through_reputable_site(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Sharing buttons of a newsletter lead to the sender's own pages, and several of them stand together."""
    for link in sites.foreign(mail, context):
        if link.url.host == link.host or not (within(link.url.host, _OPEN) or link.url.host.startswith("www.google.")):
            continue
        if (
            "share" not in link.url.path
            and not sites.same_owner(link.url.host, link.host)
            and not sites.is_known(link.host)
        ):
            yield evidence(link.span, host=link.url.host, opened=link.host)
