"""The farewell and address lines are all that can be read: the offer itself is elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.common.text import fold
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_SHORT: Final = 350
"""Characters of a body that has little beyond its farewell."""
_FAREWELL: Final = re.compile(
    "unsubscribe|opt.?out|remove yourself|no longer wish|abmelden|abbestell|abzumelden|desabonner|desinscri|darse de baja|cancelar la suscripcion|descadastr|cancelar inscri|לביטול|להסרה|الغاء الاشتراک|لغو عضویت"
)


@check(
    id="farewell-only",
    weight=Weight.WEAK,
    danger=Danger.SPAM,
    explain={
        "en": "The farewell and address lines are all that can be read: the offer itself is elsewhere.",
        "ar": "لا يُقرأ في الرسالة إلا سطر إلغاء الاشتراك والعنوان، أما العرض نفسه ففي مكان آخر.",
    },
    needs="links",
    hits=lambda: [
        message(page="<p>Great windows</p><p><a href='https://a.example/u'>Unsubscribe</a></p>"),
        message(page="<p>Klicken Sie hier, um sich abzumelden <a href='https://a.example/u'>x</a></p>"),
    ],
    misses=lambda: [
        message(
            page="<p>"
            + "The minutes of the council are here. " * 20
            + "</p><a href='https://a.example/u'>Unsubscribe</a>"
        ),
        message(text="See you on Monday at the pier."),
    ],
)
def farewell_only(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A short body with an opt-out line that makes up most of it."""
    body = mail.body.content
    if len(body) > _SHORT or not mail.web_links:
        return
    match = _FAREWELL.search(fold(body))
    if match:
        yield evidence(mail.body.span(0, len(body)), value=match[0])
