"""Answers to a known sender now go elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import registrable
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, in_circle, is_shared
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="reply-to-changed",
    weight=Weight.MEDIUM,
    danger=Danger.CONVERSATION,
    attack=("T1656", "T1586.002"),
    explain={
        "en": "Answers to this known correspondent would now go to an address that they have never used.",
        "ar": "الرد على هذا المُراسِل المعروف يذهب الآن إلى عنوان لم يسبق أن استعمله.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera@north.test>", headers=[("Reply-To", "<vera.north@mail.test>")], context=past(4)
        ),
        message(
            sender="Vera North <vera@north.test>",
            headers=[("Reply-To", "<vera@gmail.com>")],
            context=past(9, sender={"reply_to": ("office@north.test",)}),
        ),
    ],
    misses=lambda: [
        message(sender="Vera North <vera@north.test>", headers=[("Reply-To", "<office@north.test>")], context=past(4)),
        message(
            sender="Vera North <vera@north.test>",
            headers=[("Reply-To", "<vera.north@mail.test>")],
            context=past(4, sender={"reply_to": ("vera.north@mail.test",)}),
        ),
        message(
            sender="Vera North <vera@north.test>", headers=[("Reply-To", "<vera.north@mail.test>")], context=past(1)
        ),
    ],
)
def reply_to_changed(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Lists set Reply-To as they like; another address of the same domain or of our circle does not count."""
    sender = facts(context)[0]
    if sender.messages < 3 or mail.is_list:
        return
    known = {mail.sender_domain, *(registrable(old.rpartition("@")[2]) for old in sender.reply_to)}
    for address in mail.reply_to[:3]:
        moved = registrable(address.domain) not in known or (
            is_shared(address.domain) and address.email not in sender.reply_to
        )
        if (
            address.domain
            and moved
            and address.email != mail.sender.email
            and not in_circle(address.domain, context.profile)
        ):
            yield evidence(header_span(mail, "reply-to"), address=address.email, expected=mail.sender.email)
            return
