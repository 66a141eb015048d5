"""A well-known company's name in the path of a foreign page that asks to sign in."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import sites
from tocsin.identify.brands import brand_labels
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-brand-in-path",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002",),
    explain={
        "en": "A link leads to a sign-in page that bears a well-known company's name and stands on somebody else's site.",
        "ar": "يقود أحد الروابط إلى صفحة تسجيل دخول تحمل اسم شركة معروفة وهي على موقع غيرها.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Log in", "https://other.test/paypal/login.php")]),
        message(links=[("Log in", "https://other.test/x/netflix/verify/")]),
    ],
    misses=lambda: [
        message(links=[("Read", "https://paper.test/tag/paypal/")]),
        message(links=[("Log in", "https://www.paypal.com/paypal/login")]),
        message(links=[("Log in", "https://other.test/login.php")]),
    ],
)
def link_brand_in_path(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A whole segment of the path, beside a sign-in word: news about a company has only the name."""
    for link in sites.foreign_links(mail, context):
        path = link.opened.path.lower()
        if len(path) < 6 or not sites.asks_to_sign_in(path) or sites.is_known(link.host):
            continue
        names = [segment for segment in path.split("/") if segment in brand_labels() and segment not in sites.EVERYDAY]
        if names and not sites.same_owner(brand_labels()[names[0]].domains[0], link.host):
            yield evidence(link.span, host=link.host, name=names[0])
