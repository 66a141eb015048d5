"""Excel 4 macro sheets."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="excel-macro-sheet",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1204.002", "T1059"),
    explain={
        "en": "An attached workbook has a sheet of old-style macros, which hardly anybody but attackers still uses.",
        "ar": "في جدول البيانات المرفق ورقة ماكرو من الطراز القديم الذي لا يكاد يستعمله اليوم إلا المهاجمون.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[
                ("plan.xlsm", "application/octet-stream", samples.document(("xl/macrosheets/sheet1.xml", b"<x/>")))
            ]
        ),
        message(
            attachments=[
                (
                    "a.zip",
                    "application/zip",
                    samples.zipped(("b.xlsb", samples.document(("xl/macrosheets/sheet1.bin", b"x")))),
                )
            ]
        ),
    ],
    misses=lambda: [
        message(
            attachments=[
                ("plan.xlsx", "application/octet-stream", samples.document(("xl/worksheets/sheet1.xml", b"<x/>")))
            ]
        ),
        message(text="macrosheets"),
    ],
)
def excel_macro_sheet(mail: Mail, context: Context) -> Iterable[Evidence]:
    """In the newer and the older format."""
    for file in files.files(mail):
        if file.office is not None and file.office.macro_sheets:
            yield evidence(file.span, file=file.name)
