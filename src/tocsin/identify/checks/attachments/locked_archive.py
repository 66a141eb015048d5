"""An archive that opens only with a password."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="archive-locked",
    weight=Weight.MEDIUM,
    danger=Danger.FILE,
    attack=("T1566.001", "T1027.013"),
    explain={
        "en": "The attached archive opens only with a password, so nothing in it could be checked.",
        "ar": "لا يُفتح الأرشيف المرفق إلا بكلمة مرور، فتعذّر فحص محتواه.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("plan.zip", "application/zip", samples.locked_zip("plan.exe"))]),
        message(attachments=[("plan.rar", "application/x-rar", b"Rar!\x1a\x07\x00\xcf\x90\x73\x80\x00" + bytes(20))]),
    ],
    misses=lambda: [
        message(attachments=[("plan.zip", "application/zip", samples.zipped(("plan.txt", b"x")))]),
        message(attachments=[("plan.rar", "application/x-rar", b"Rar!\x1a\x07\x00\xcf\x90\x73\x00\x00" + bytes(20))]),
    ],
)
def archive_locked(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Zip, 7z and RAR."""
    for file in files.files(mail):
        if file.locked and file.data and file.kind in ("zip", "7z", "rar"):
            yield evidence(file.span, file=file.name)
