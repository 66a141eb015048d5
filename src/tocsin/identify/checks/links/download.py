"""A link straight to a program, archive or disk image."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_RISKY: Final = re.compile(
    r"\.(?:exe|scr|msi|msix|appinstaller|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|iso|img|vhdx?|jar|apk|dmg|pkg|xll|one|chm|url|mobileconfig|ace|rar|7z|cab)$",
    re.IGNORECASE,
)


@check(
    id="link-downloads-program",
    weight=Weight.MEDIUM,
    danger=Danger.FILE,
    attack=("T1566.002", "T1204.002"),
    explain={
        "en": "A link downloads a program, a disk image or a packed file from a site that is not the sender's.",
        "ar": "ينزّل أحد الروابط برنامجًا أو صورة قرص أو ملفًّا مضغوطًا من موقع ليس للمُرسِل.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Invoice", "https://other.test/a/invoice.iso")]),
        message(links=[("فاتورة", "https://other.test/a/invoice.pdf.lnk")]),
    ],
    misses=lambda: [
        message(links=[("Invoice", "https://other.test/a/invoice.pdf")]),
        message(links=[("Our tool", "https://sender.example/tool.exe")]),
        message(text="Get it: https://github.com/tool/release/tool.exe"),
    ],
)
def link_downloads_program(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Written-out addresses in plain text are what developers send each other."""
    for link in sites.foreign_links(mail, context):
        if link.kind != "text" and _RISKY.search(link.opened.path) and not sites.is_known(link.host):
            yield evidence(link.span, url=link.opened.raw)
