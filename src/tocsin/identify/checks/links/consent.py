"""A link that asks to grant an application access."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qsl

from tocsin.common.hosts import (
    within,
)
from tocsin.common.urls import parse_url, unwrap
from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_PAGES: Final = (
    ("login.microsoftonline.com", "/authorize"),
    ("login.microsoftonline.com", "/adminconsent"),
    ("login.live.com", "/oauth20_authorize"),
    ("accounts.google.com", "/o/oauth2"),
    ("accounts.google.com", "/signin/oauth"),
    ("www.facebook.com", "/dialog/oauth"),
    ("github.com", "/login/oauth/authorize"),
    ("slack.com", "/oauth"),
)
_HOSTS: Final = frozenset(host for host, _ in _PAGES)


@check(
    id="link-grants-access",
    weight=Weight.STRONG,
    danger=Danger.CONSENT,
    attack=("T1528", "T1550.001", "T1566.002"),
    explain={
        "en": "A link asks to grant an application access to the account; it needs no password to read everything then.",
        "ar": "يطلب أحد الروابط منح تطبيق حق الوصول إلى الحساب، فيقرأ كل شيء دون حاجة إلى كلمة مرور.",
    },
    needs="links",
    hits=lambda: [
        message(
            links=[
                (
                    "Open",
                    "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1&scope=Mail.Read&redirect_uri=https%3A%2F%2Fother.test%2F",
                )
            ]
        ),
        message(
            links=[
                (
                    "Open",
                    "https://accounts.google.com/o/oauth2/auth?client_id=1&redirect_uri=https%3A%2F%2Fother.test%2F",
                )
            ]
        ),
    ],
    misses=lambda: [
        message(links=[("Open", "https://accounts.google.com/signin")]),
        message(
            links=[
                (
                    "Open",
                    "https://login.microsoftonline.com/common/oauth2/authorize?client_id=1&redirect_uri=https%3A%2F%2Fwww.office.com%2F",
                )
            ]
        ),
        message(links=[("Open", "https://other.test/oauth/authorize?client_id=1")]),
    ],
)
def link_grants_access(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The provider's own page, with an application of somebody else (its redirect address tells)."""
    for link in mail.web_links:
        step = link.url
        for _ in range(3):
            if step.host in _HOSTS and any(step.host == host and part in step.path for host, part in _PAGES):
                target = parse_url(dict(parse_qsl(step.query[:4096])).get("redirect_uri", ""))
                if not sites.same_owner(step.host, target.host) and not within(
                    target.host, sites.circle(context.profile)
                ):
                    yield evidence(link.span, host=step.host, opened=target.host)
            if step.host == link.host:
                break
            step = unwrap(step, 1)
