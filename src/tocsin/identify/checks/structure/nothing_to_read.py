"""Nothing to read at all."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Danger, Evidence, Weight


@check(
    id="nothing-to-read",
    weight=Weight.HINT,
    danger=Danger.SPAM,
    explain={
        "en": "There is nothing to read in it at all: such messages try out whether an address exists.",
        "ar": "لا شيء يُقرأ في هذه الرسالة إطلاقًا، وغالبًا ما تُرسل مثلها لاختبار وجود العنوان.",
    },
    hits=lambda: [
        message(text="", subject="Hello"),
        message(page="<html><body> </body></html>"),
    ],
    misses=lambda: [
        message(text="Hello"),
        message(text="", attachments=[("photo.jpg", "image/jpeg", b"\xff\xd8\xff")]),
        message(page="<img src='https://sender.example/a.png'>"),
    ],
)
def nothing_to_read(mail: Mail, context: Context) -> Iterable[Evidence]:
    """No text, no image, no file, no link."""
    if mail.body.content.strip() or mail.attachments or mail.links or mail.nested:
        return
    if not any(page.images for page in mail.pages.values()):
        yield evidence(None, reason="empty")
