"""A new address of a domain that we correspond with."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, is_shared
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="colleague-of-known",
    weight=Weight.GOOD_HINT,
    explain={
        "en": "The address is new here, and others of its domain have written good mail before.",
        "ar": "العنوان جديد هنا، وقد وردت من قبل رسائل سليمة من عناوين أخرى في نطاقه.",
    },
    history=True,
    hits=lambda: [
        message(sender="Vera North <vera@north.test>", context=past(sender={"domain_messages": 8})),
        message(sender="Vera North <vera@north.test>", context=past(sender={"domain_messages": 3})),
    ],
    misses=lambda: [
        message(sender="Vera North <vera@north.test>", context=past(sender={"domain_messages": 1})),
        message(sender="Vera North <vera@north.test>", context=past(2, sender={"domain_messages": 8})),
        message(sender="Vera <vera@gmail.com>", context=past(sender={"domain_messages": 80})),
    ],
)
def colleague_of_known(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The opposite of a stranger, as far as a domain can tell."""
    sender = facts(context)[0]
    if not sender.messages and sender.domain_messages >= 3 and not is_shared(mail.sender_domain):
        yield evidence(sender_span(mail), domain=mail.sender_domain, count=sender.domain_messages)
