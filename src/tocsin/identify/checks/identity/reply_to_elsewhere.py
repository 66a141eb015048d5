"""Answers go to another domain."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import SENDING_PLATFORMS, WEBMAIL, registrable, within
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="reply-to-elsewhere",
    weight=Weight.HINT,
    attack=("T1656",),
    explain={
        "en": "Answers would go to another domain than the one it comes from.",
        "ar": "الرد على هذه الرسالة يذهب إلى نطاق غير الذي وردت منه.",
    },
    hits=lambda: [
        message(headers=[("Reply-To", "ada@other.test")]),
        message(headers=[("Reply-To", '"Desk" <desk@reply.other.test>')]),
    ],
    misses=lambda: [
        message(headers=[("Reply-To", "ada@mail.sender.example")]),
        message(headers=[("Reply-To", "talk@lists.test"), ("List-Id", "<talk.lists.test>")]),
        message(headers=[("Reply-To", "ticket@desk.zendesk.com")]),
        message(headers=[("Reply-To", "talk@lists.test"), ("References", "<0@lists.test>")]),
    ],
)
def reply_to_elsewhere(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Lists, and platforms that send and collect answers for others, are left alone; free mailboxes are another check's."""
    domain = mail.sender_domain
    if not mail.reply_to or not domain or mail.is_list or mail.references or " via " in mail.sender.name:
        return
    for address in mail.reply_to[:5]:
        other = registrable(address.domain)
        if other and other != domain and address.domain not in WEBMAIL and not within(other, SENDING_PLATFORMS):
            yield evidence(header_span(mail, "reply-to"), address=address.email, domain=domain)
