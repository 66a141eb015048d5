"""A link to a form that anybody can make."""

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
    id="link-online-form",
    weight=Weight.HINT,
    danger=Danger.CREDENTIALS,
    attack=("T1598.003",),
    explain={
        "en": "A link opens a form on a service where anybody can make one and ask for anything.",
        "ar": "يفتح أحد الروابط نموذجًا على خدمة تتيح لأيّ شخص إنشاء نموذج وطلب ما يشاء.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Sign up", "https://docs.google.com/forms/d/e/1/viewform")]),
        message(links=[("Sign up", "https://form.jotform.com/1")]),
    ],
    misses=lambda: [
        message(links=[("Read", "https://docs.google.com/document/d/1/edit")]),
        message(links=[("Sign up", "https://sender.example/forms/1")]),
    ],
)
def link_online_form(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A hint only: colleagues use them for every event."""
    for link in sites.foreign_links(mail, context):
        if within(link.host, sites.FORMS) or (link.host == "docs.google.com" and link.opened.path.startswith("/forms")):
            yield evidence(link.span, host=link.host)
            return
