"""A free mailbox with a name that nobody chose."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import WEBMAIL
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.identify.randomness import looks_random
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="webmail-random",
    weight=Weight.WEAK,
    attack=("T1585.002",),
    explain={
        "en": "It comes from a free mailbox whose name is a random string.",
        "ar": "الرسالة واردة من صندوق بريد مجاني اسمه سلسلة عشوائية من الأحرف.",
    },
    hits=lambda: [
        message(sender="Carla <xkqzvwpt77b3r9@gmail.com>"),
        message(sender="Offer <a8f3k2q9z1@hotmail.com>"),
    ],
    misses=lambda: [
        message(sender="Carla <carla.schmidt1984@gmail.com>"),
        message(sender="Carla <cschmidt@gmail.com>"),
        message(sender="Carla <xkqzvwpt77b3r9@company.example>"),
    ],
)
def webmail_random(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Initials, years and plain words are how people name their mailboxes."""
    if mail.sender.domain in WEBMAIL and looks_random(mail.sender.local.partition("+")[0]):
        yield evidence(sender_span(mail), address=mail.sender.email)
