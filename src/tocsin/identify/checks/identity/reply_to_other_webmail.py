"""Answers to a free mailbox go to another free mailbox."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import WEBMAIL
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="reply-to-other-webmail",
    weight=Weight.WEAK,
    attack=(
        "T1656",
        "T1598",
    ),
    explain={
        "en": "It comes from one free mailbox, and answers would go to another one.",
        "ar": "الرسالة واردة من صندوق بريد مجاني، والرد عليها يذهب إلى صندوق مجاني آخر.",
    },
    hits=lambda: [
        message(sender="Carla <carla@gmail.com>", headers=[("Reply-To", "clara655@gmail.com")]),
        message(sender="Office <office.desk@outlook.com>", headers=[("Reply-To", "desk.office@gmail.com")]),
    ],
    misses=lambda: [
        message(sender="Carla <carla@gmail.com>", headers=[("Reply-To", "carla@gmail.com")]),
        message(sender="Carla <carla@gmail.com>", headers=[("Reply-To", "carla+news@gmail.com")]),
        message(sender="Carla <carla@gmail.com>", headers=[("Reply-To", "carla@company.example")]),
    ],
)
def reply_to_other_webmail(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The same mailbox with a tag behind a plus sign is the same mailbox."""
    if not mail.reply_to or mail.sender.domain not in WEBMAIL or mail.has("list-id"):
        return
    own = mail.sender.local.partition("+")[0]
    for address in mail.reply_to[:5]:
        same = address.local.partition("+")[0] == own and address.domain == mail.sender.domain
        if address.domain in WEBMAIL and not same:
            yield evidence(header_span(mail, "reply-to"), address=address.email, other=mail.sender.email)
