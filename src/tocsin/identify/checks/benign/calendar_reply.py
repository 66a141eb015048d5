"""An answer to an invitation."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.formats.content import decode_part
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="calendar-reply",
    weight=Weight.GOOD_WEAK,
    explain={
        "en": "It is an answer to an invitation in the calendar.",
        "ar": "الرسالة رد على دعوة في التقويم.",
    },
    hits=lambda: [
        message(
            text="Accepted",
            attachments=[
                ("invite.ics", "text/calendar; method=REPLY", b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n")
            ],
        ),
        message(
            text="Declined", attachments=[("x.ics", "text/calendar", b"BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n")]
        ),
    ],
    misses=lambda: [
        message(
            text="Join",
            attachments=[
                (
                    "invite.ics",
                    "text/calendar; method=REQUEST",
                    b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n",
                )
            ],
        ),
        message(
            text="Accepted",
            attachments=[
                ("x.ics", "text/calendar", b"BEGIN:VCALENDAR\nMETHOD:REPLY\nURL:https://other.test/\nEND:VCALENDAR\n")
            ],
        ),
    ],
)
def calendar_reply(mail: Mail, context: Context) -> Iterable[Evidence]:
    """METHOD:REPLY without any web address in it."""
    for part in mail.message.parts[:50]:
        if part.media_type == "text/calendar" and part.size < 100_000:
            data = decode_part(part, mail.limits)
            if b"METHOD:REPLY" in data and b"http" not in data.lower():
                yield evidence(None, type="text/calendar", place=part.path)
