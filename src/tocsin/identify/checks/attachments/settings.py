"""An attached file that changes or starts something on the computer."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files, samples
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="settings-file-attached",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1218", "T1204.002"),
    explain={
        "en": "A file of a rare kind is attached that changes the device's settings or connects it to somebody else's.",
        "ar": "أُرفق ملف من نوع نادر يغيّر إعدادات الجهاز أو يصله بجهاز شخص آخر.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("office.rdp", "application/octet-stream", b"full address:s:203.0.113.7")]),
        message(attachments=[("update.mobileconfig", "application/octet-stream", b"<plist/>")]),
    ],
    misses=lambda: [
        message(attachments=[("office.txt", "text/plain", b"rdp")]),
        message(attachments=[("plan.pptx", "application/octet-stream", samples.document())]),
    ],
)
def settings_file_attached(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Remote desktop, management consoles, profiles, add-ins, search connectors and their like."""
    for file in files.files(mail):
        if not file.depth and file.extension in files.SETTINGS:
            yield evidence(file.span, file=file.name, type=file.extension)
