"""A calendar invitation with links to foreign sites."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tocsin.common.hosts import (
    within,
)
from tocsin.common.urls import find_urls, parse_url, unwrap
from tocsin.identify import files, sites
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="invitation-leads-away",
    weight=Weight.WEAK,
    danger=Danger.CREDENTIALS,
    attack=("T1566.001", "T1566.002"),
    explain={
        "en": "A calendar entry comes with the message and leads to a site that is not the sender's.",
        "ar": "ترافق الرسالةَ دعوة تقويم تقود إلى موقع ليس للمُرسِل.",
    },
    needs="files",
    hits=lambda: [
        message(
            attachments=[
                (
                    "invite.ics",
                    "text/calendar",
                    b"BEGIN:VCALENDAR\nDESCRIPTION:Open https://other.test/x\nEND:VCALENDAR",
                )
            ]
        ),
        message(attachments=[("x.ics", "text/calendar", b"BEGIN:VCALENDAR\nLOCATION:https://bit.ly/x\nEND:VCALENDAR")]),
    ],
    misses=lambda: [
        message(
            attachments=[
                ("invite.ics", "text/calendar", b"BEGIN:VCALENDAR\nLOCATION:https://zoom.us/j/1\nEND:VCALENDAR")
            ]
        ),
        message(
            attachments=[
                ("invite.ics", "text/calendar", b"BEGIN:VCALENDAR\nDESCRIPTION:https://sender.example/x\nEND:VCALENDAR")
            ]
        ),
    ],
)
def invitation_leads_away(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Meeting services of well-known companies do not count."""
    for file in files.files(mail):
        if file.kind != "ics" and file.extension != "ics":
            continue
        text = _FOLD.sub("", file.text)
        for start, end in find_urls(text, 20):
            url = unwrap(parse_url(text[start:end]))
            if (
                "://" in url.raw
                and url.domain != mail.sender_domain
                and not sites.is_known(url.host)
                and not within(url.host, sites.circle(context.profile))
            ):
                yield evidence(file.span, host=url.host, file=file.name)
                break


_FOLD: Final = re.compile(r"\r?\n[ \t]")
