"""A name that is known, on an address that is not."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import registrable
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, in_circle, is_stranger
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import sender_span
from tocsin.identify.traces import name_key_of
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="known-name-new-address",
    weight=Weight.WEAK,
    danger=Danger.CONVERSATION,
    attack=("T1656",),
    explain={
        "en": "A correspondent of this name is known here, and this is not an address they have used before.",
        "ar": "يُعرف هنا مُراسِل بهذا الاسم، وهذا العنوان ليس من العناوين التي استعملها من قبل.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera.north@mail.test>", context=past(sender={"addresses_of_name": ("vera@north.test",)})
        ),
        message(
            sender="مریم کاویان <m.kavian@mail.test>",
            context=past(sender={"addresses_of_name": ("maryam@north.test",)}),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <v.north@north.test>", context=past(sender={"addresses_of_name": ("vera@north.test",)})
        ),
        message(sender="Vera North <vera.north@mail.test>", context=past()),
        message(sender="Vera <vera.north@mail.test>", context=past(sender={"addresses_of_name": ("vera@north.test",)})),
    ],
)
def known_name_new_address(mail: Mail, context: Context) -> Iterable[Evidence]:
    """People do have several addresses, so this says little by itself. Another address of the same domain does not count."""
    if mail.is_list or not is_stranger(mail, context) or len(name_key_of(mail).split()) < 2:
        return
    others = facts(context)[0].addresses_of_name
    domains = {registrable(other.rpartition("@")[2]) for other in others}
    if not others or len(others) > 3 or mail.sender_domain in domains:
        return
    if not any(in_circle(domain, context.profile) for domain in domains):
        yield evidence(sender_span(mail), name=mail.sender.name, address=mail.sender.email, expected=others[0])
