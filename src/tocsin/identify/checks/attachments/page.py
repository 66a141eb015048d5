"""An attached web page."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="page-attached",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1566.001", "T1204.002"),
    explain={
        "en": "A web page comes as an attachment, where no browser warns of it.",
        "ar": "أُرفقت صفحة ويب بالرسالة، فلا يحذّر منها متصفح.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("invoice.html", "text/html", samples.HTML)]),
        message(attachments=[("a.zip", "application/zip", samples.zipped(("invoice.htm", samples.HTML)))]),
    ],
    misses=lambda: [
        message(attachments=[("invoice.pdf", "application/pdf", samples.pdf())]),
        message(page="<p>Invoice</p>"),
    ],
)
def page_attached(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Pages with a name; a nameless HTML part is a body that a mailing list moved."""
    for file in files.files(mail):
        if file.is_page and file.extension in files.PAGES:
            yield evidence(file.span, file=file.name)
