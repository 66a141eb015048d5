"""A form inside the message itself."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Span, Weight


@check(
    id="form-in-mail",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1598.003", "T1056.003"),
    explain={
        "en": "The message holds a form to fill in and send.",
        "ar": "تحتوي الرسالة على نموذج للتعبئة والإرسال.",
    },
    needs="pages",
    hits=lambda: [
        message(page='<form action="https://other.test/p"><input name="q"></form>'),
        message(page='<form action="https://other.test/p"><textarea name="q"></textarea></form>'),
    ],
    misses=lambda: [
        message(page="<p>Fill in the form on our site.</p>"),
        message(page='<form action="https://other.test/p"></form>'),
    ],
)
def form_in_mail(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Few newsletters do this, since mail programs block it."""
    for path, page in mail.pages.items():
        typed = [kind for kind in page.inputs if kind not in ("hidden", "submit", "button", "image")]
        if page.forms and typed:
            yield evidence(Span(path, "visible"), count=len(typed))
