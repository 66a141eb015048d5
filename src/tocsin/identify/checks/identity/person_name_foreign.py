"""One of our people's names on an address that is not theirs."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.persons import is_address_of, person_named
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="person-name-foreign",
    weight=Weight.STRONG,
    danger=Danger.CONVERSATION,
    attack=(
        "T1656",
        "T1566",
    ),
    explain={
        "en": "It carries the name of one of our people, and the address is not one of theirs.",
        "ar": "تحمل الرسالة اسم شخص من فريقنا، والعنوان ليس من عناوينه المعروفة.",
    },
    hits=lambda: [
        message(sender="Dana Osman <d.osman.office@mail.test>"),
        message(sender='"OSMAN, Dana" <dana@other.test>'),
        message(sender="دانا عثمان <dana.o@mail.test>"),
    ],
    misses=lambda: [
        message(sender="Dana Osman <dana@harbour.example>"),
        message(sender="Dana Osman <dana.osman@private.example>"),
        message(sender="Dana Farouk <dana@other.test>"),
        message(sender="Tips <tips@other.test>"),
    ],
)
def person_name_foreign(mail: Mail, context: Context) -> Iterable[Evidence]:
    """The name as a whole, in any spelling the profile knows, whatever the order of its words."""
    if not mail.sender.name:
        return
    person = person_named(mail.sender.name, context.profile)
    if person is None or is_address_of(mail.sender.email, person):
        return
    if not mail.from_domain(context.profile.organisation.domains):
        yield evidence(sender_span(mail), person=person.name, address=mail.sender.email)
