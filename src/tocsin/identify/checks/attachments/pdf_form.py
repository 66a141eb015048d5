"""A PDF whose form is sent to a site."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.urls import parse_url
from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="pdf-sends-form",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.001", "T1598.002"),
    explain={
        "en": "What is filled into the attached PDF is sent to a site.",
        "ar": "ما يُكتب في ملف PDF المرفق يُرسل إلى موقع.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[
                ("plan.pdf", "application/pdf", samples.pdf(action="<< /S /SubmitForm /F (https://other.test/p) >>"))
            ]
        ),
        message(
            attachments=[
                (
                    "x.pdf",
                    "application/pdf",
                    samples.pdf(catalog="/OpenAction << /S /SubmitForm /F (https://other.test/p) >>"),
                )
            ]
        ),
    ],
    misses=lambda: [
        message(attachments=[("plan.pdf", "application/pdf", samples.pdf(words="SubmitForm"))]),
        message(
            attachments=[
                (
                    "plan.pdf",
                    "application/pdf",
                    samples.pdf(action="<< /S /SubmitForm /F (https://sender.example/p) >>"),
                )
            ]
        ),
    ],
)
def pdf_sends_form(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Not to the sender's own site."""
    for file in files.files(mail):
        if file.pdf is not None and file.pdf.form and parse_url(file.pdf.form).domain != mail.sender_domain:
            yield evidence(file.span, file=file.name, url=file.pdf.form)
