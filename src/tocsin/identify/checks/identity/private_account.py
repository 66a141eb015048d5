"""Office business on a private account."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import within
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span, sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="private-account",
    weight=Weight.NONE,
    explain={
        "en": (
            "One of our people uses a private account for office mail, where our protection does not reach. Official "
            "accounts only, please."
        ),
        "ar": (
            "يُستعمل في هذه المراسلة حساب شخصي لأحد أفراد الفريق في شأن من شؤون العمل، وحمايتنا لا تشمله. يُرجى "
            "الاقتصار على الحسابات الرسمية."
        ),
    },
    hits=lambda: [
        message(sender="Dana Osman <dana.osman@private.example>", to="sami@harbour.example", subject="Budget"),
        message(sender="Sami Haddad <sami@harbour.example>", to="Dana <dana.osman@private.example>", subject="Budget"),
    ],
    misses=lambda: [
        message(sender="Dana Osman <dana@harbour.example>", to="sami@harbour.example"),
        message(sender="Aunt <aunt@family.example>", to="dana.osman@private.example"),
    ],
)
def private_account(mail: Mail, context: Context) -> Iterable[Evidence]:
    """From a known private address to the office, or from the office to one. It is a rule of the house and no sign of attack."""
    own = context.profile.organisation.domains
    private = {address for person in context.profile.person for address in person.private_addresses}
    if not own or not private:
        return
    if mail.sender.email in private and any(within(a.domain, own) for a in mail.recipients if a.domain):
        yield evidence(sender_span(mail), address=mail.sender.email)
    elif mail.from_domain(own):
        for recipient in mail.recipients:
            if recipient.email in private:
                yield evidence(header_span(mail, "to"), address=recipient.email)
