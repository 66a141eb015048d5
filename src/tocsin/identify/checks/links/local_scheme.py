"""A link that starts a program of the reader's own computer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_SCHEMES: Final = frozenset(
    """file search-ms search smb ms-msdt ms-officecmd ms-word ms-excel ms-powerpoint ms-appinstaller ms-settings
    ms-search ms-cxh ms-screenclip shell vnd.ms-word ldap jar hcp mk ms-its its res chm wsb
    ssh telnet rdp ms-rd""".split()
)


@check(
    id="link-starts-program",
    weight=Weight.STRONG,
    danger=Danger.FILE,
    attack=("T1566.002", "T1204.001", "T1187"),
    explain={
        "en": "A link starts a program on the reader's own computer, or reaches for a file share.",
        "ar": "يشغّل أحد الروابط برنامجًا على حاسوب القارئ نفسه أو يتصل بمجلد مشترك.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "search-ms:query=invoice&crumb=location:\\\\203.0.113.7\\share")]),
        message(links=[("Open", "file://203.0.113.7/share/report.lnk")]),
    ],
    misses=lambda: [
        message(links=[("Write", "mailto:ada@sender.example")]),
        message(links=[("Folder", "file:///C:/Reports/march.docx")]),
    ],
)
def link_starts_program(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A path on the writer's own disk is a mishap of colleagues, not a share."""
    for link in mail.links:
        scheme, path = link.url.scheme, link.url.path
        if scheme in _SCHEMES and not (scheme == "file" and (path.startswith("///") or path[2:4] in ("C:", "c:"))):
            yield evidence(link.span, url=link.url.raw)
