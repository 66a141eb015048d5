"""The sender's own signature does not verify."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.hosts import registrable
from tocsin.identify.authentication import authentication
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="dkim-broken",
    weight=Weight.WEAK,
    attack=("T1656",),
    explain={
        "en": (
            "The message carries a signature of its sender, and the signature is broken: text or header was changed, "
            "or it is forged."
        ),
        "ar": (
            "تحمل الرسالة توقيعًا باسم مُرسِلها، لكن التوقيع غير سليم: إما أن المحتوى تغيّر في الطريق وإما أن التوقيع مزوّر."
        ),
    },
    hits=lambda: [
        message(headers=[("Authentication-Results", "mx.harbour.example; dkim=fail header.d=sender.example")]),
        message(
            headers=[
                (
                    "Authentication-Results",
                    "mx.harbour.example; dkim=fail (bad body hash) header.i=@mail.sender.example",
                )
            ]
        ),
    ],
    misses=lambda: [
        message(
            headers=[
                (
                    "Authentication-Results",
                    "mx.harbour.example; dkim=pass header.d=sender.example; dkim=fail header.d=relay.test",
                )
            ]
        ),
        message(
            headers=[
                ("Authentication-Results", "mx.harbour.example; dkim=fail header.d=sender.example"),
                ("List-Id", "<talk.lists.example>"),
            ]
        ),
        message(headers=[("Authentication-Results", "mx.harbour.example; dkim=none")]),
    ],
)
def dkim_broken(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Lists add footers and break signatures; one good signature of the sender is enough."""
    found = authentication(mail, context)
    if mail.is_list or found.dkim_aligned or found.arc == "pass":
        return
    for result, domain in found.dkim:
        if result in ("fail", "permerror") and registrable(domain) == mail.sender_domain:
            yield evidence(sender_span(mail), domain=domain, reason=f"dkim={result}")
