"""A program or script inside an archive."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_RISKY: Final = (files.PROGRAMS | files.SCRIPTS | files.SHORTCUTS | files.SETTINGS | files.IMAGES_OF_DISKS) - frozenset(
    "dll sys bin run app ocx py pl rb sh command jar apk js ps1 inf reg theme desktop website bat cmd url".split()
)


@check(
    id="archive-holds-program",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1204.002", "T1027"),
    explain={
        "en": "The attached archive holds something that runs when it is opened.",
        "ar": "يحوي الأرشيف المرفق ما يعمل بمجرد فتحه.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("a.zip", "application/zip", samples.zipped(("invoice.lnk", samples.LNK)))]),
        message(attachments=[("a.zip", "application/zip", samples.locked_zip("invoice.exe"))]),
        message(attachments=[("a.zip", "application/zip", samples.zipped(("invoice.js", b"var a=1")))]),
    ],
    misses=lambda: [
        message(attachments=[("a.zip", "application/zip", samples.zipped(("invoice.txt", b"x")))]),
        message(
            attachments=[
                ("site.zip", "application/zip", samples.zipped(("a.js", b"x"), ("a.css", b"x"), ("b.html", b"x")))
            ]
        ),
    ],
)
def archive_holds_program(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A script counts where it is alone: among many files it is somebody's source code."""
    members = [file for file in files.files(mail) if file.depth]
    for file in members:
        alone = len(members) <= 2 and file.extension in files.SCRIPTS | {"url"}
        if file.extension in _RISKY or alone or file.kind in ("exe", "lnk", "iso", "vhd", "vhdx", "chm"):
            yield evidence(file.span, file=file.name, type=file.kind or file.extension)
