"""A name from our circle on an address outside of it."""

from __future__ import annotations

from collections.abc import Iterable

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
    id="circle-name-new-address",
    weight=Weight.STRONG,
    danger=Danger.CONVERSATION,
    attack=("T1656", "T1534"),
    explain={
        "en": "Somebody from our house or a partner has written here under this name, and always from another address.",
        "ar": "سبق أن راسلنا شخص من مؤسستنا أو من جهة شريكة بهذا الاسم، وكان ذلك دائمًا من عنوان آخر.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Sami Haddad <sami.haddad@mail.test>",
            context=past(sender={"addresses_of_name": ("sami@harbour.example",)}),
        ),
        message(
            sender="ليلى نور <l.noor@mail.test>",
            context=past(sender={"addresses_of_name": ("layla@lighthouse.example",)}),
        ),
    ],
    misses=lambda: [
        message(
            sender="Sami Haddad <s@lighthouse.example>",
            context=past(sender={"addresses_of_name": ("sami@harbour.example",)}),
        ),
        message(
            sender="Sami Haddad <sami.haddad@mail.test>",
            context=past(sender={"addresses_of_name": ("sami@home.test",)}),
        ),
        message(
            sender="Events <events@mail.test>", context=past(sender={"addresses_of_name": ("events@harbour.example",)})
        ),
        message(
            sender="Sami Haddad <sami.haddad@mail.test>",
            context=past(4, sender={"addresses_of_name": ("sami@harbour.example",)}),
        ),
    ],
)
def circle_name_new_address(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The name of a person, of two words at least; a colleague who writes from home more than once is known by then."""
    if not is_stranger(mail, context) or len(name_key_of(mail).split()) < 2:
        return
    for other in facts(context)[0].addresses_of_name:
        if in_circle(other.rpartition("@")[2], context.profile):
            yield evidence(sender_span(mail), name=mail.sender.name, address=mail.sender.email, expected=other)
            return
