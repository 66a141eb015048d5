"""A sender who was always authenticated is not any more."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.authentication import authentication
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.habits import facts
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="authentication-lost",
    weight=Weight.MEDIUM,
    attack=("T1656",),
    explain={
        "en": "Mail from this address was authenticated until now, and this message is not.",
        "ar": "كانت رسائل هذا العنوان موثّقة المصدر حتى الآن، وهذه الرسالة ليست كذلك.",
    },
    history=True,
    hits=lambda: [
        message(
            headers=[
                (
                    "Authentication-Results",
                    "mx.harbour.example; dmarc=fail header.from=sender.example; spf=fail smtp.mailfrom=other.test",
                )
            ],
            context=past(6, sender={"authenticated": 6}),
        ),
        message(
            headers=[
                ("Authentication-Results", "mx.harbour.example; dkim=none; spf=softfail smtp.mailfrom=sender.example")
            ],
            context=past(4, sender={"authenticated": 4}),
        ),
    ],
    misses=lambda: [
        message(
            headers=[("Authentication-Results", "mx.harbour.example; dkim=pass header.d=sender.example")],
            context=past(6, sender={"authenticated": 6}),
        ),
        message(
            headers=[
                ("Authentication-Results", "mx.harbour.example; dkim=none; spf=softfail smtp.mailfrom=sender.example")
            ],
            context=past(6, sender={"authenticated": 3}),
        ),
        message(context=past(6, sender={"authenticated": 6})),
    ],
)
def authentication_lost(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Only by the word of a trusted hop that did look; mailing lists break signatures."""
    sender = facts(context)[0]
    if sender.messages < 3 or sender.authenticated < sender.messages or mail.is_list:
        return
    found = authentication(mail, context)
    if found.server and not found.aligned:
        yield evidence(sender_span(mail), domain=mail.sender_domain, host=found.server)
