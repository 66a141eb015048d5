"""A document that fetches its template from the net."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="office-remote-template",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1221"),
    explain={
        "en": "The attached document fetches a part of itself from a foreign site as soon as it is opened.",
        "ar": "يجلب المستند المرفق جزءًا منه من موقع غريب بمجرد فتحه.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[
                (
                    "plan.docx",
                    "application/octet-stream",
                    samples.document(relation="attachedTemplate", target="https://other.test/t.dotm"),
                )
            ]
        ),
        message(
            attachments=[
                (
                    "plan.docx",
                    "application/octet-stream",
                    samples.document(relation="oleObject", target="mhtml:https://other.test/x.html!x"),
                )
            ]
        ),
    ],
    misses=lambda: [
        message(
            attachments=[
                (
                    "plan.docx",
                    "application/octet-stream",
                    samples.document(relation="attachedTemplate", target="file:///C:/Templates/letter.dotx"),
                )
            ]
        ),
        message(
            attachments=[
                (
                    "plan.docx",
                    "application/octet-stream",
                    samples.document(relation="hyperlink", target="https://other.test/"),
                )
            ]
        ),
    ],
)
def office_remote_template(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Templates, frames and linked objects. A template on the writer's own disk is everyday."""
    for file in files.files(mail):
        if file.office is None:
            continue
        for target in (file.office.template, *file.office.external):
            if "http:" in target.lower() or "https:" in target.lower() or target.startswith("\\\\"):
                yield evidence(file.span, file=file.name, url=target)
