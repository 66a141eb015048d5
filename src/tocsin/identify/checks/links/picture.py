"""The message is a picture that is a link."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify import sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="link-is-picture",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=("T1566.002", "T1027"),
    explain={
        "en": "The message is a picture to be clicked and hardly any words, so that nothing in it can be read by filters.",
        "ar": "الرسالة صورة تُنقر وليس فيها كلام يُذكر، كي لا يجد المرشِّح ما يقرؤه.",
    },
    needs="links",
    hits=lambda: [
        message(page='<a href="https://other.test/x"><img src="https://other.test/i.png"></a>'),
        message(page='<a href="https://other.test/x"><img src="cid:1" alt="Offer"></a><p>See you</p>'),
    ],
    misses=lambda: [
        message(page='<a href="https://sender.example/x"><img src="https://sender.example/i.png"></a>'),
        message(
            page='<a href="https://other.test/x"><img src="https://other.test/i.png"></a><p>'
            + "many words here " * 20
            + "</p>"
        ),
    ],
)
def link_is_picture(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Fewer than a hundred letters in sight, an image, and links to foreign sites only."""
    if not mail.page.images or len(mail.body.content.strip()) > 100 or mail.references:
        return
    hosts = sites.foreign(mail, context)
    if hosts and len(hosts) == len(sites.sites(mail)) and hosts[0].kind in ("a", "area"):
        yield evidence(hosts[0].span, host=hosts[0].host, count=len(mail.page.images))
