"""The whole subject is in capital letters."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.disguise import letters
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Span, Weight


@check(
    id="shouting-subject",
    weight=Weight.HINT,
    danger=Danger.SPAM,
    explain={
        "en": "The whole subject is in capital letters.",
        "ar": "الموضوع كله بحروف كبيرة.",
    },
    hits=lambda: [
        message(subject="REQUEST FOR YOUR URGENT ASSISTANCE"),
        message(subject="OFERTA DE EMPRÉSTIMO AGORA"),
    ],
    misses=lambda: [
        message(subject="NATO and EU: minutes"),
        message(subject="مرحبا بكم في الميناء اليوم"),
    ],
)
def shouting_subject(mail: Mail, context: Context) -> Iterable[Evidence]:
    """At least three words and twelve letters, all capital; scripts without capitals cannot shout."""
    subject = mail.subject
    if subject.isupper() and letters(subject) >= 12 and len(subject.split()) >= 3:
        yield evidence(Span("", "header:subject", 0, len(subject)), value=subject)
