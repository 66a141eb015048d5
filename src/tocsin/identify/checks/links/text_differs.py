"""The text of a link names one site and the link goes through a click tracker."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="link-text-tracked",
    weight=Weight.NONE,
    explain={
        "en": "A link shows one address and goes through a service that counts clicks, as newsletters do.",
        "ar": "يُظهر الرابط عنوانًا ويمرّ عبر خدمة تحصي النقرات، كما تفعل النشرات البريدية.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("https://sender.example/news", "https://click.sendgrid.net/ls/x")]),
        message(links=[("www.sender.example", "https://sender.us1.list-manage.com/track/click?u=1")]),
    ],
    misses=lambda: [
        message(links=[("https://mail.example/login", "https://other.test/x")]),
        message(links=[("https://mail.example/", "https://mail.example/")]),
    ],
)
def link_text_tracked(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A fact: where it goes in the end cannot be known from the message."""
    for link in mail.web_links:
        shown = link.shown_host if "." in link.shown else ""
        if shown and not sites.same_owner(shown, link.host) and sites.is_tracker(mail, link):
            yield evidence(link.span, shown=shown, opened=link.host)
