"""An archive inside an archive."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="archive-in-archive",
    weight=Weight.WEAK,
    danger=Danger.FILE,
    attack=("T1566.001", "T1027"),
    explain={
        "en": "An archive is packed inside another one, which hides what is in it from simple filters.",
        "ar": "وُضع أرشيف داخل أرشيف آخر، مما يخفي محتواه عن المرشِّحات البسيطة.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("a.zip", "application/zip", samples.zipped(("b.zip", samples.zipped(("c.txt", b"x")))))]),
        message(attachments=[("a.zip", "application/zip", samples.zipped(("b.rar", b"Rar!\x1a\x07\x00" + bytes(20))))]),
    ],
    misses=lambda: [
        message(attachments=[("a.zip", "application/zip", samples.zipped(("c.txt", b"x")))]),
        message(attachments=[("a.zip", "application/zip", samples.zipped(("c.docx", samples.document())))]),
    ],
)
def archive_in_archive(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A compressed tar is one archive, not two."""
    for file in files.files(mail):
        if (
            file.depth
            and file.extension in files.ARCHIVES
            and file.extension != "tar"
            and file.kind in ("zip", "rar", "7z", "cab")
        ):
            yield evidence(file.span, file=file.name)
