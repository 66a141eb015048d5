"""An attached disk image."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="disk-image-attached",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1553.005"),
    explain={
        "en": "The image of a disk is attached; what is inside escapes the warnings that downloads get.",
        "ar": "أُرفقت صورة قرص، وما بداخلها يفلت من التحذيرات التي تصاحب الملفات المنزّلة.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("scan.iso", "application/octet-stream", b"x")]),
        message(attachments=[("scan.img", "application/octet-stream", b"x")]),
    ],
    misses=lambda: [
        message(attachments=[("scan.jpg", "image/jpeg", b"\xff\xd8\xff")]),
        message(attachments=[("iso.txt", "text/plain", b"x")]),
    ],
)
def disk_image_attached(mail: Mail, context: Context) -> Iterable[Evidence]:
    """By name or by bytes."""
    for file in files.files(mail):
        if not file.depth and (file.extension in files.IMAGES_OF_DISKS or file.kind in ("iso", "vhd", "vhdx")):
            yield evidence(file.span, file=file.name, type=file.kind or file.extension)
