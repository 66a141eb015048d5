"""A sender's address that cannot exist."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import is_host
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight

_PRIVATE: Final = frozenset("localhost localdomain local lan internal intranet corp home private arpa domain".split())


@check(
    id="sender-impossible",
    weight=Weight.STRONG,
    attack=("T1036",),
    explain={
        "en": "The sender's address cannot exist: its domain is no domain of the internet.",
        "ar": "لا يمكن أن يوجد عنوان المُرسِل هذا، فنطاقه ليس من نطاقات الإنترنت.",
    },
    hits=lambda: [
        message(sender="Correio <aviso@correio>"),
        message(sender="Office <info@protect.cll>"),
        message(sender="Office <info@598%other.gov.test>"),
        message(sender="Office <felicitations!user>"),
    ],
    misses=lambda: [
        message(sender="Office <info@sender.example>"),
        message(sender="root <root@server.localdomain>"),
        message(sender="cron <cron@build7.corp>"),
        message(sender="Café <info@café.example>"),
    ],
)
def sender_impossible(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Names of private networks are left alone."""
    email = mail.sender.email
    domain = mail.sender.domain.rstrip(".")
    if not email or domain.rpartition(".")[2] in _PRIVATE or domain.startswith("["):
        return
    if "@" not in email and not mail.hops and email.isalnum():
        return
    if not is_host(domain):
        yield evidence(sender_span(mail), address=email)
