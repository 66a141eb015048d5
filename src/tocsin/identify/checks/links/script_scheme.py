"""A link that carries a program or a page within itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_SCHEMES: Final = frozenset({"javascript", "vbscript", "data", "blob"})


@check(
    id="link-runs-script",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1204.001", "T1027.006"),
    explain={
        "en": "A link opens no site but carries a page or a program in itself.",
        "ar": "لا يفتح أحد الروابط موقعًا، بل يحمل في داخله صفحة أو برنامجًا.",
    },
    needs="links",
    hits=lambda: [
        message(links=[("Open", "javascript:location='https://other.test/'")]),
        message(links=[("Open", "data:text/html;base64,PGgxPkhpPC9oMT4=")]),
    ],
    misses=lambda: [
        message(links=[("Open", "javascript:void(0)")]),
        message(page='<img src="data:image/png;base64,AAAA">'),
    ],
)
def link_runs_script(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Empty scripts are left-overs of web editors; pictures in the text are no links."""
    for link in mail.links:
        body = link.url.path.strip().lower()
        if link.url.scheme in _SCHEMES and len(body) > 20 and not body.startswith(("void", "image/", "window.print")):
            yield evidence(link.span, url=link.url.raw)
