"""A link wrapped in several redirects."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.urls import is_rewriter, unwrap
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-wrapped-twice",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1027"),
    explain={
        "en": "A link passes through several redirecting sites, one inside another, before it reaches its end.",
        "ar": "يمرّ أحد الروابط بعدة مواقع تحويل متداخلة قبل أن يصل إلى غايته.",
    },
    needs="links",
    hits=lambda: [
        message(
            links=[
                (
                    "View",
                    "https://www.google.com/url?q=https%3A%2F%2Fwww.bing.com%2Fck%3Fu%3Dhttps%253A%252F%252Fother.test%252Fx",
                )
            ]
        ),
        message(
            links=[
                (
                    "View",
                    "https://one.test/r?url=https%3A%2F%2Ftwo.test%2Fr%3Furl%3Dhttps%253A%252F%252Fthree.test%252F",
                )
            ]
        ),
    ],
    misses=lambda: [
        message(links=[("View", "https://www.google.com/url?q=https%3A%2F%2Fother.test%2F")]),
        message(
            links=[
                (
                    "View",
                    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fone.test%2Fr%3Furl%3Dhttps%253A%252F%252Ftwo.test%252F",
                )
            ]
        ),
    ],
)
def link_wrapped_twice(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Rewriters of mail gateways do not count, and neither does a step within one owner."""
    for link in sites.foreign(mail, context):
        if link.url.host == link.host:
            continue
        first = unwrap(link.url, 1)
        start = unwrap(first, 1) if is_rewriter(link.url.host) else first
        hosts = [link.url.host, start.host, link.host]
        if len(set(hosts)) == 3 and not is_rewriter(hosts[0]) and not is_rewriter(hosts[1]):
            yield evidence(link.span, host=link.url.host, other=start.host, opened=link.host)
