"""The sender calls itself by the recipient's own domain."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import WEBMAIL, registrable
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="recipient-domain-in-name",
    weight=Weight.STRONG,
    danger=Danger.CREDENTIALS,
    attack=(
        "T1656",
        "T1598",
    ),
    explain={
        "en": "The sender's name contains the recipient's own mail domain, and the message comes from somewhere else.",
        "ar": "يتضمّن اسم المُرسِل نطاق البريد الخاص بالجهة المستقبِلة، والرسالة واردة من جهة أخرى.",
    },
    hits=lambda: [
        message(sender="harbour.example Mail Admin <noreply@other.test>"),
        message(sender='"user@harbour.example" <x@other.test>'),
    ],
    misses=lambda: [
        message(sender="harbour.example Mail Admin <noreply@harbour.example>"),
        message(sender="Harbour Master <master@other.test>"),
        message(sender="Friends of mail.example <x@friends.test>", to="user@harbour.example"),
    ],
)
def recipient_domain_in_name(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Own domains of the profile and domains of the recipients; mailbox providers do not count."""
    name = mail.sender.name.lower()
    if "." not in name:
        return
    domains = set(context.profile.organisation.domains) | {a.domain for a in mail.recipients[:20]}
    for domain in sorted(domains - WEBMAIL - {""}):
        if "." in domain and domain in name and not mail.from_domain((domain, registrable(domain))):
            yield evidence(sender_span(mail), domain=domain, address=mail.sender.email)
