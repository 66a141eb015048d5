"""A file or part with two names or types."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import Example
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="two-file-names",
    weight=Weight.MEDIUM,
    danger=Danger.FILE,
    attack=("T1036.008",),
    explain={
        "en": "A file in it carries two different names or settings, so that a filter sees one and the reader another.",
        "ar": "يحمل أحد الملفات اسمين مختلفين أو إعدادين متعارضين، فيرى المرشِّح شيئًا ويرى القارئ غيره.",
    },
    hits=lambda: [
        Example(
            b'From: a@b.example\nContent-Type: application/pdf; name="a.pdf"\nContent-Disposition: attachment; filename="a.exe"\n\nx\n'
        ),
        Example(b"From: a@b.example\nContent-Type: text/plain; charset=utf-8; charset=utf-7\n\nx\n"),
    ],
    misses=lambda: [
        Example(
            b'From: a@b.example\nContent-Type: application/pdf; name="a.pdf"\nContent-Disposition: attachment; filename="a.pdf"\n\nx\n'
        ),
        Example(b"From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\nx\n"),
        Example(
            b'From: a@b.example\nContent-Type: image/png; name="image.png"\nContent-Disposition: inline; filename="image.png"\n\nx\n'
        ),
    ],
)
def two_file_names(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Names that differ are tolerated if their endings agree or one has none: programs write spaces and cases differently."""
    for part in mail.message.parts[:200]:
        names = {part.params.get("name", "").strip().lower(), part.filename.strip().lower()}
        if len({name.rpartition(".")[2] for name in names if "." in name}) > 1:
            yield evidence(None, file=part.filename, other=part.params.get("name", ""))
    for defect in mail.message.defects:
        if defect.code == "conflicting-parameters":
            yield evidence(None, reason=defect.code, value=defect.detail)
