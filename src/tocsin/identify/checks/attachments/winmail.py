"""A winmail.dat."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.identify.unwrapped import is_tnef_part
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Span, Weight


@check(
    id="winmail-attached",
    weight=Weight.NONE,
    explain={
        "en": "Part of the message is packed the way only Outlook reads; it was opened and judged with the rest.",
        "ar": "جزء من الرسالة محزوم بطريقة لا يقرؤها إلا أوتلوك، وقد فُتح وشمله الحكم مع سائرها.",
    },
    hits=lambda: [
        message(attachments=[("winmail.dat", "application/ms-tnef", b"\x78\x9f\x3e\x22" + bytes(10))]),
        message(attachments=[("winmail.dat", "application/octet-stream", b"\x78\x9f\x3e\x22" + bytes(10))]),
    ],
    misses=lambda: [
        message(attachments=[("data.dat", "application/octet-stream", b"x")]),
        message(text="winmail.dat"),
    ],
)
def winmail_attached(mail: Mail, context: Context) -> Iterable[Evidence]:
    """A fact only."""
    for part in mail.message.parts:
        if is_tnef_part(part):
            yield evidence(Span(part.path, "file"), file=part.filename)
