"""Sent in the recipient's own name."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.authentication import authentication
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.places import sender_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="sender-is-recipient",
    weight=Weight.WEAK,
    attack=("T1656",),
    explain={
        "en": "It pretends that the recipient sent it to themselves.",
        "ar": "توهم الرسالة بأن الجهة المستقبِلة هي التي أرسلتها إلى نفسها.",
    },
    hits=lambda: [
        message(sender="user@harbour.example"),
        message(sender="Me <user@harbour.example>", to="You <user@harbour.example>"),
    ],
    misses=lambda: [
        message(sender="sami@harbour.example"),
        message(sender="Me <user@harbour.example>", to="user@harbour.example, other@harbour.example"),
        message(
            sender="user@harbour.example",
            headers=[("Authentication-Results", "mx.harbour.example; dmarc=pass header.from=harbour.example")],
        ),
    ],
)
def sender_is_recipient(mail: Mail, context: Context) -> Iterable[Evidence]:
    """As the only recipient: people put themselves in copy. Notes to oneself are authenticated where the server stamps."""
    email = mail.sender.email
    if not email:
        return
    named = {recipient.email for recipient in mail.recipients[:50]}
    if named == {email} and not authentication(mail, context).aligned:
        yield evidence(sender_span(mail), address=email)
