"""A link to a host whose name reads like nothing."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import (
    SENDING_PLATFORMS,
    SHARED_HOSTS,
    within,
)
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.lookalike import name_label
from tocsin.identify.mail import Mail
from tocsin.identify.randomness import looks_random
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-random-host",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1568.002"),
    explain={
        "en": "A link opens a site whose name is a random string, as names are that a machine makes by the hundred.",
        "ar": "يفتح أحد الروابط موقعًا اسمه سلسلة عشوائية، كالأسماء التي تولّدها الآلات بالمئات.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "https://xk7qz9wv4.test/")]),
        message(links=[("Open", "https://kvguyd7jdncthicsallm.garden.test/")]),
    ],
    misses=lambda: [
        message(links=[("Open", "https://harvest-news.test/")]),
        message(links=[("Open", "https://d15k2d11r6t6rl.cloudfront.net/logo.html")]),
    ],
)
def link_random_host(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The registered name, or the label left of it; stores and trackers number their customers honestly."""
    for link in sites.foreign(mail, context):
        if within(link.host, SENDING_PLATFORMS) or within(link.host, SHARED_HOSTS) or sites.is_known(link.host):
            continue
        left = link.host.removesuffix(link.domain).rstrip(".").rpartition(".")[2]
        if looks_random(name_label(link.host)) or (len(left) >= 16 and looks_random(left)):
            yield evidence(link.span, host=link.host)
