"""A link inside a file to an imitated or hidden place."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples, sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="file-leads-to-bad-place",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.001", "T1566.002"),
    explain={
        "en": "A link inside an attached file goes to a look-alike, a shortener, a free page or a bare address.",
        "ar": "يقود رابط داخل ملف مرفق إلى موقع شبيه أو خدمة تقصير أو صفحة مجانية أو عنوان رقمي.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[("a.pdf", "application/pdf", samples.pdf(action=samples.uri("https://harb0ur.example/x")))]
        ),
        message(
            attachments=[
                (
                    "a.docx",
                    "application/zip",
                    samples.document(relation="hyperlink", target="https://portal.pages.dev/x"),
                )
            ]
        ),
    ],
    misses=lambda: [
        message(attachments=[("a.pdf", "application/pdf", samples.pdf(action=samples.uri("https://paper.test/x")))]),
        message(links=[("x", "https://portal.pages.dev/x")]),
    ],
)
def file_leads_to_bad_place(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Each host once."""
    seen: set[str] = set()
    for link in files.file_links(mail):
        if link.host not in seen and link.domain != mail.sender_domain:
            seen.add(link.host)
            if reason := sites.bad_place(link, context):
                yield evidence(link.span, opened=link.host, reason=reason)
