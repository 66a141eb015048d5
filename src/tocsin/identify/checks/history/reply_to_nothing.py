"""An answer to a message that was never sent."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, is_reply, is_stranger
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import subject_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="reply-to-nothing",
    weight=Weight.WEAK,
    attack=("T1656",),
    explain={
        "en": "It says that it answers, and nobody here has ever written to this address.",
        "ar": "تُقدَّم الرسالة على أنها رد، ولم يسبق أن أُرسلت من هنا رسالة إلى هذا العنوان.",
    },
    history=True,
    hits=lambda: [
        message(subject="Re: Your request", context=past()),
        message(subject="رد: طلبكم", context=past()),
        message(subject="پاسخ: درخواست شما", context=past()),
    ],
    misses=lambda: [
        message(subject="Re: Your request", context=past(sender={"written_to": 1})),
        message(subject="Your request", context=past()),
        message(subject="Re: Your request", context=past(thread={"sent": 0})),
    ],
)
def reply_to_nothing(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Where our own sent mail is kept; on a mailing list everybody answers everybody."""
    thread = facts(context)[1]
    if thread.known or thread.sent < 10 or mail.is_list or not is_stranger(mail, context):
        return
    if is_reply(mail):
        yield evidence(subject_span(mail), address=mail.sender.email)
