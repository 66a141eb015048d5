"""A known voice of the conversation comes from another address."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import registrable
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts, is_stranger
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import sender_span
from tocsin.identify.traces import name_key_of
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="thread-voice-moved",
    weight=Weight.STRONG,
    danger=Danger.CONVERSATION,
    attack=("T1656", "T1534"),
    explain={
        "en": "Somebody of this conversation now seems to write from another address under the same name.",
        "ar": "يبدو أن أحد المشاركين في هذه المحادثة يكتب الآن من عنوان آخر بالاسم نفسه.",
    },
    history=True,
    hits=lambda: [
        message(
            sender="Vera North <vera.north@mail.test>",
            subject="Re: Plan",
            context=past(
                thread={
                    "references": 1,
                    "known": 1,
                    "ours": 1,
                    "participants": ("sami@harbour.example", "vera@north.test"),
                    "personas": (("sami haddad", "sami@harbour.example"), ("vera north", "vera@north.test")),
                }
            ),
        ),
        message(
            sender="Sami Haddad <s.haddad@mail.test>",
            subject="Re: Plan",
            context=past(
                thread={
                    "references": 1,
                    "known": 1,
                    "ours": 1,
                    "participants": ("sami@harbour.example", "vera@north.test"),
                    "personas": (("sami haddad", "sami@harbour.example"), ("vera north", "vera@north.test")),
                }
            ),
        ),
    ],
    misses=lambda: [
        message(
            sender="Vera North <vera@north.test>",
            subject="Re: Plan",
            context=past(
                thread={
                    "references": 1,
                    "known": 1,
                    "ours": 1,
                    "participants": ("sami@harbour.example", "vera@north.test"),
                    "personas": (("sami haddad", "sami@harbour.example"), ("vera north", "vera@north.test")),
                }
            ),
        ),
        message(
            sender="Vera North <v.north@north.test>",
            subject="Re: Plan",
            context=past(
                thread={
                    "references": 1,
                    "known": 1,
                    "ours": 1,
                    "participants": ("sami@harbour.example", "vera@north.test"),
                    "personas": (("sami haddad", "sami@harbour.example"), ("vera north", "vera@north.test")),
                }
            ),
        ),
        message(
            sender="Vera North <vera.north@mail.test>",
            subject="Re: Plan",
            context=past(
                3,
                sender={"written_to": 1},
                thread={
                    "references": 1,
                    "known": 1,
                    "ours": 1,
                    "participants": ("sami@harbour.example", "vera@north.test"),
                    "personas": (("sami haddad", "sami@harbour.example"), ("vera north", "vera@north.test")),
                },
            ),
        ),
    ],
)
def thread_voice_moved(mail: Mail, context: Context) -> Iterable[Evidence]:
    """An address that is already known here has been noticed before."""
    thread, name = facts(context)[1], name_key_of(mail)
    if not name or not thread.known or not is_stranger(mail, context):
        return
    voices = [address for known, address in thread.personas if known == name]
    if voices and mail.sender_domain not in {registrable(address.rpartition("@")[2]) for address in voices}:
        yield evidence(sender_span(mail), name=mail.sender.name, address=mail.sender.email, expected=voices[0])
