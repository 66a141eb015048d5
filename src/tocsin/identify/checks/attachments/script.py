"""An attached script."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import files
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="script-attached",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.001", "T1204.002", "T1059"),
    explain={
        "en": "A script is attached that the computer runs when it is opened.",
        "ar": "أُرفق برنامج نصي يشغّله الحاسوب عند فتحه.",
    },
    needs="files",
    hits=lambda: [
        message(attachments=[("invoice.js", "text/plain", b"var a=1")]),
        message(attachments=[("invoice.hta", "application/hta", b"<html><script>x</script></html>")]),
    ],
    misses=lambda: [
        message(attachments=[("invoice.json", "application/json", b"{}")]),
        message(attachments=[("fix.py", "text/x-python", b"print(1)")]),
    ],
)
def script_attached(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Those that Windows starts with a double click; developers send each other shell and Python files."""
    for file in files.files(mail):
        if not file.depth and file.extension in files.SCRIPTS - {"py", "pl", "rb", "sh", "command", "ps1"}:
            yield evidence(file.span, file=file.name, type=file.extension)
