"""A built message that does not say it is MIME."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="version-missing",
    weight=Weight.WEAK,
    explain={
        "en": "It is built of typed parts and lacks the line that every program puts first.",
        "ar": "تتألف الرسالة من أجزاء ذات أنواع، وينقصها السطر الذي تضعه كل البرامج.",
    },
    hits=lambda: [
        Example(b"From: a@b.example\nReceived: from a.test by b.test\nContent-Type: text/html\n\n<p>hello\n"),
        Example(b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nhello\n--x--\n"),
    ],
    misses=lambda: [
        message(page="<p>Hello</p>"),
        Example(b"From: a@b.example\nContent-Type: text/plain\n\nhello\n"),
    ],
)
def version_missing(mail: Mail, context: Context) -> Iterable[Evidence]:
    """Plain text is left alone: old programs labelled it without the version."""
    root = mail.message.root
    if "mime-version" not in mail.header_names and (root.media_type == "text/html" or root.children):
        yield evidence(None, header="mime-version", type=root.media_type)
