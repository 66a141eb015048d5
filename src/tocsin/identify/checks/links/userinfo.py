"""A link with a name before an @ that looks like a site."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-userinfo",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1036"),
    explain={
        "en": "What looks like the site in a link is only a user name; the site stands behind the sign that follows it.",
        "ar": "ما يبدو في الرابط موقعًا ليس إلا اسم مستخدم، والموقع الحقيقي يأتي بعد العلامة التي تليه.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Log in", "https://mail.example@other.test/login")]),
        message(links=[("Log in", "https://www.bank.example:443@other.test/")]),
    ],
    misses=lambda: [
        message(links=[("Log in", "https://other.test/@mail.example")]),
        message(links=[("Code", "https://git@other.test/repo")]),
    ],
)
def link_userinfo(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A dot in the user name makes it look like a host; `git@` does not."""
    for link in mail.web_links:
        userinfo = link.opened.userinfo or link.url.userinfo
        if userinfo and "." in userinfo:
            yield evidence(link.span, shown=userinfo, opened=link.host)
