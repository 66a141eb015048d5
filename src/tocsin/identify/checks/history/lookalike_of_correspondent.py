"""A domain made to be taken for a known correspondent's."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, in_circle
from tocsin.identify.lookalike import resembles
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="lookalike-of-correspondent",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=("T1583.001", "T1656"),
    explain={
        "en": "The domain looks like that of somebody who has written here for longer, and is another one.",
        "ar": "يشبه هذا النطاق نطاق مُراسِل معروف هنا منذ مدة أطول، وهو نطاق مختلف.",
    },
    history=True,
    hits=lambda: [
        message(sender="Vera North <vera@northem.test>", context=past(sender={"similar_domains": ("northern.test",)})),
        message(
            sender="Vera North <vera@north.test>",
            headers=[("Reply-To", "<vera@n0rthern.test>")],
            context=past(3, sender={"similar_domains": ("northern.test",)}),
        ),
    ],
    misses=lambda: [
        message(sender="Vera North <vera@northern.test>", context=past(3)),
        message(
            sender="Vera North <vera@northem.test>",
            context=past(4, sender={"similar_domains": ("northern.test",), "domain_messages": 4}),
        ),
        message(
            sender="Events <events@lighthouse.example>", context=past(sender={"similar_domains": ("lighth0use.test",)})
        ),
    ],
)
def lookalike_of_correspondent(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Of the sender while it is new, or of the address that answers go to. Two honest neighbours both become known soon."""
    similar = facts(context)[0].similar_domains
    places = [("reply-to", address) for address in mail.reply_to[:3]]
    if facts(context)[0].messages == 0:
        places.insert(0, ("from", mail.sender))
    for place, address in places:
        known = next((known for known in similar if resembles(address.domain, known)), "") if address.domain else ""
        if known and not in_circle(address.domain, context.profile):
            yield evidence(header_span(mail, place), domain=address.domain, expected=known)
