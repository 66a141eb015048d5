"""A free mailbox calls itself an office."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import WEBMAIL
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.offices import claims_office
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="webmail-office",
    weight=Weight.MEDIUM,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1656",
        "T1598",
    ),
    explain={
        "en": "The sender calls itself a support desk, a bank or a department, and writes from a free private mailbox.",
        "ar": "يسمّي المُرسِل نفسه دعمًا فنيًا أو مصرفًا أو قسمًا، ويكتب من صندوق بريد مجاني.",
    },
    hits=lambda: [
        message(sender="IT Support <desk.4711@gmail.com>"),
        message(sender="Kundenservice <box77@gmx.de>"),
        message(sender="Soporte Técnico <box77@hotmail.com>"),
        message(sender="Suporte <box77@outlook.com>"),
        message(sender="Service Client <box77@orange.fr>"),
        message(sender="الدعم الفني <box77@yahoo.com>"),
        message(sender="پشتیبانی سامانه <box77@gmail.com>"),
        message(sender="שירות לקוחות <box77@walla.co.il>"),
    ],
    misses=lambda: [
        message(sender="IT Support <desk@company.example>"),
        message(sender="Ada Support-Miller <ada@sender.example>"),
        message(sender="Bankole Ade <bankole@gmail.com>"),
    ],
)
def webmail_office(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Display name only; a person's name that merely contains such a word in another word does not count."""
    if mail.sender.domain in WEBMAIL and mail.sender.name:
        word = claims_office(mail.sender.name)
        if word:
            yield evidence(sender_span(mail), phrase=word, address=mail.sender.email)
