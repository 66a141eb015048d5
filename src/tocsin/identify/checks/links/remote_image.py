"""Images that are fetched when the message is opened."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.common.urls import parse_url
from tocsin.identify.check import check, evidence
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Span, Weight


@check(
    id="remote-images",
    weight=Weight.NONE,
    explain={
        "en": "Opening the message with images on tells its sender that and when it was read.",
        "ar": "فتح الرسالة مع عرض الصور يُعلم المُرسِل بأنها قُرئت ومتى قُرئت.",
    },
    needs="pages",
    hits=lambda: [
        message(page='<img src="https://pixel.test/o.gif" width="1" height="1">'),
        message(page='<p>Hi</p><img src="http://pixel.test/p?u=7" width="0" height="0">'),
    ],
    misses=lambda: [
        message(page='<img src="cid:logo" width="1" height="1">'),
        message(page='<img src="https://sender.example/photo.jpg" width="600" height="400">'),
    ],
)
def remote_images(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Invisible ones only: a fact, since nearly every newsletter has one."""
    for path, page in mail.pages.items():
        for image in page.images:
            if 0 <= image.width <= 2 and 0 <= image.height <= 2 and image.url[:4].lower() == "http":
                yield evidence(Span(path, "visible"), host=parse_url(image.url).host)
                break
