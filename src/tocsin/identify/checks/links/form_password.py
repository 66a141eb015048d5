"""A field for a password inside the message itself."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Span, Weight


@check(
    id="form-asks-password",
    weight=Weight.DECISIVE,
    danger=Danger.CREDENTIALS,
    attack=("T1598.003", "T1056.003"),
    explain={
        "en": "The message itself has a field for a password. No honest service asks for one in a message.",
        "ar": "في الرسالة نفسها حقل لكلمة المرور، وما من خدمة جديرة بالثقة تطلبها داخل رسالة.",
    },
    needs="pages",
    hits=lambda: [
        message(page='<form action="https://other.test/p"><input type="password" name="p"></form>'),
        message(page='<p>Sign in</p><input type="PASSWORD">'),
    ],
    misses=lambda: [
        message(page='<form action="https://other.test/p"><input type="text" name="q"></form>'),
        message(page="<p>Your password has been changed.</p>"),
    ],
)
def form_asks_password(mail: Mail, context: Context) -> Iterable[Evidence]:
    """With a form around it or without."""
    for path, page in mail.pages.items():
        if "password" in page.inputs:
            yield evidence(Span(path, "visible"), type="password")
