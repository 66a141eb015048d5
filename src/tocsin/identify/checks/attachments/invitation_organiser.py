"""An invitation by somebody other than the sender."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import (
    registrable,
)
from tocsin.identify import files
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight

_ORGANISER: Final = re.compile(r"^ORGANIZER[^\n]{0,300}?mailto:([^\s;>]{3,200})", re.IGNORECASE | re.MULTILINE)


@check(
    id="invitation-of-another",
    weight=Weight.HINT,
    danger=Danger.CREDENTIALS,
    attack=("T1566.001",),
    explain={
        "en": "The calendar entry names an organiser from elsewhere than the sender.",
        "ar": "تذكر دعوة التقويم منظِّمًا من جهة غير جهة المُرسِل.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[
                ("invite.ics", "text/calendar", b"BEGIN:VCALENDAR\nORGANIZER;CN=A:mailto:a@other.test\nEND:VCALENDAR")
            ]
        ),
        message(
            attachments=[
                ("invite.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nORGANIZER:MAILTO:b@third.test\r\nEND:VCALENDAR")
            ]
        ),
    ],
    misses=lambda: [
        message(
            attachments=[
                ("invite.ics", "text/calendar", b"BEGIN:VCALENDAR\nORGANIZER:mailto:b@sender.example\nEND:VCALENDAR")
            ]
        ),
        message(attachments=[("invite.ics", "text/calendar", b"BEGIN:VCALENDAR\nSUMMARY:Hi\nEND:VCALENDAR")]),
    ],
)
def invitation_of_another(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A hint: calendar services send in their customers' names."""
    for file in files.files(mail):
        if file.kind == "ics" or file.extension == "ics":
            match = _ORGANISER.search(file.text[:100_000])
            if match and registrable(match[1].rpartition("@")[2].lower()) != mail.sender_domain:
                yield evidence(file.span, address=match[1], file=file.name)
