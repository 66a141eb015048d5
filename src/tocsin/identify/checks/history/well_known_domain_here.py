"""Mail from this domain comes here often."""

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
    id="well-known-domain-here",
    weight=Weight.GOOD_HINT,
    explain={
        "en": "This address and others of its domain have sent much good mail here.",
        "ar": "ورد إلى هنا بريد سليم كثير من هذا العنوان ومن غيره في النطاق نفسه.",
    },
    history=True,
    hits=lambda: [
        message(sender="Vera North <vera@north.test>", context=past(3, sender={"domain_messages": 60})),
        message(sender="Vera North <vera@north.test>", context=past(30, sender={"domain_messages": 30})),
    ],
    misses=lambda: [
        message(sender="Vera North <vera@north.test>", context=past(3, sender={"domain_messages": 4})),
        message(sender="Vera <vera@gmail.com>", context=past(3, sender={"domain_messages": 60})),
        message(sender="Vera North <vera@north.test>", context=past(0, sender={"domain_messages": 60})),
    ],
)
def well_known_domain_here(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Webmail and hosts of many customers say nothing by their domain."""
    sender = facts(context)[0]
    if sender.messages and sender.domain_messages >= 20 and not is_shared(mail.sender_domain):
        yield evidence(sender_span(mail), domain=mail.sender_domain, count=sender.domain_messages)
