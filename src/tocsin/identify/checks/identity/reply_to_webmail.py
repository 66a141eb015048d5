"""Answers go to a free mailbox, and the sender is none."""

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
    id="reply-to-webmail",
    weight=Weight.MEDIUM,
    attack=(
        "T1656",
        "T1598",
    ),
    explain={
        "en": "It comes from an organisation's address, and answers would go to a free private mailbox.",
        "ar": "الرسالة واردة من عنوان مؤسسة، أما الرد عليها فيذهب إلى صندوق بريد مجاني.",
    },
    hits=lambda: [
        message(sender="Audit <audit@company.example>", headers=[("Reply-To", "audit.desk77@gmail.com")]),
        message(sender="Mr. Grant <box@school.example>", headers=[("Reply-To", '"Grant" <grant.office@outlook.com>')]),
    ],
    misses=lambda: [
        message(headers=[("Reply-To", "ada@sender.example")]),
        message(sender="Ada <ada@gmail.com>", headers=[("Reply-To", "ada@gmail.com")]),
        message(headers=[("Reply-To", "ada@gmail.com"), ("List-Id", "<talk.lists.example>")]),
    ],
)
def reply_to_webmail(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Lists put their members' addresses there and are left alone."""
    domain = mail.sender.domain
    if not mail.reply_to or not domain or domain in WEBMAIL or mail.has("list-id") or " via " in mail.sender.name:
        return
    for address in mail.reply_to[:5]:
        if address.domain in WEBMAIL:
            yield evidence(header_span(mail, "reply-to"), address=address.email, domain=domain)
