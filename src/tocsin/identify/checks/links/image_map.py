"""Links that are areas of a picture."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-image-map",
    weight=Weight.WEAK,
    danger=Danger.SPAM,
    attack=("T1566.002",),
    explain={
        "en": "Links are laid over parts of a picture, so no words say where they lead.",
        "ar": "وُضعت الروابط فوق أجزاء من صورة، فلا كلام يدل على وجهتها.",
    },
    needs="links",
    hits=lambda: [
        message(
            page='<img src="cid:1" usemap="#m"><map name="m"><area href="https://other.test/x" shape="rect"></map>'
        ),
        message(page='<map name="m"><area href="https://other.test/x"><area href="https://other.test/y"></map>'),
    ],
    misses=lambda: [
        message(page='<map name="m"><area href="https://sender.example/x"></map>'),
        message(page='<a href="https://other.test/x">Read</a>'),
    ],
)
def link_image_map(mail: Mail, context: Context) -> Iterable[Evidence]:
    """To foreign sites; the sender's own maps are old-fashioned and harmless."""
    for link in sites.foreign(mail, context):
        if link.kind == "area":
            yield evidence(link.span, host=link.host)
