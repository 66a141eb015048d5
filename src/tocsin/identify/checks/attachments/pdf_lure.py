"""A PDF that is little more than a button."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.urls import parse_url, unwrap
from tocsin.identify import files, samples, sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="pdf-is-a-button",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.001", "T1566.002", "T1204.001"),
    explain={
        "en": "The attached PDF has hardly any words and a link to a foreign site: a button dressed as a document.",
        "ar": "يكاد ملف PDF المرفق يخلو من الكلام وفيه رابط إلى موقع غريب: زرّ في ثوب مستند.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[
                ("plan.pdf", "application/pdf", samples.pdf(action=samples.uri("https://other.test/x"), words="Open"))
            ]
        ),
        message(attachments=[("فاتورة.pdf", "application/pdf", samples.pdf(action=samples.uri("https://bit.ly/x")))]),
    ],
    misses=lambda: [
        message(
            attachments=[
                (
                    "plan.pdf",
                    "application/pdf",
                    samples.pdf(action=samples.uri("https://other.test/x"), words="many words " * 40),
                )
            ]
        ),
        message(
            attachments=[
                (
                    "plan.pdf",
                    "application/pdf",
                    samples.pdf(action=samples.uri("https://sender.example/x"), words="Open"),
                )
            ]
        ),
    ],
)
def pdf_is_a_button(mail: Mail, context: Context) -> Iterable[Evidence]:
    """One to two pages, fewer than two hundred characters on the first, links to few foreign sites."""
    for file in files.files(mail):
        pdf = file.pdf
        if pdf is None or not pdf.links or pdf.pages > 2 or pdf.letters > 200:
            continue
        hosts = {unwrap(parse_url(link)).domain for link in pdf.links} - {mail.sender_domain, ""}
        if 0 < len(hosts) <= 2 and not all(sites.is_known(host) for host in hosts):
            yield evidence(file.span, file=file.name, host=min(hosts))
