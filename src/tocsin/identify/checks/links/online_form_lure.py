"""An account matter that is settled in a form anybody can make."""

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
    id="link-online-form-lure",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1598.003",),
    explain={
        "en": "It wants an account confirmed or opened through a form of a public form service; no provider does that.",
        "ar": "تطلب الرسالة تأكيد حساب أو فتحه عبر نموذج من خدمة نماذج عامة، ولا يفعل ذلك أيّ مزوّد خدمة.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Verify your mailbox", "https://docs.google.com/forms/d/e/1/viewform")]),
        message(links=[("ورود به حساب", "https://form.jotform.com/1")]),
    ],
    misses=lambda: [
        message(links=[("Sign up for the meeting", "https://docs.google.com/forms/d/e/1/viewform")]),
        message(links=[("Verify your mailbox", "https://sender.example/verify")]),
    ],
)
def link_online_form_lure(mail: Mail, context: Context) -> Iterable[Evidence]:
    """By the words of the link."""
    for link in sites.foreign_links(mail, context):
        form = within(link.host, sites.FORMS) or (
            link.host == "docs.google.com" and link.opened.path.startswith("/forms")
        )
        if form and sites.is_lure(link.shown):
            yield evidence(link.span, shown=link.shown, opened=link.host)
