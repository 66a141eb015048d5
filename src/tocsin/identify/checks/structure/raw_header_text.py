"""Raw eight-bit text in the sender's name or the subject."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.identify.check import check, evidence
from tocsin.identify.examples import Example, message
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span
from tocsin.model.context import Context
from tocsin.model.verdict import Evidence, Weight


@check(
    id="raw-header-text",
    weight=Weight.MEDIUM,
    explain={
        "en": "Its subject or sender is written in raw bytes, as scripts do and mail programs do not.",
        "ar": "كُتب موضوع الرسالة أو اسم مُرسِلها ببايتات خام، كما تفعل البرامج النصية لا برامج البريد.",
    },
    hits=lambda: [
        Example("From: a@b.example\nSubject: Wir benötigen Ihre Bestätigung\n\nx\n".encode()),
        Example("From: Café <a@b.example>\nSubject: Hi\n\nx\n".encode("latin-1")),
    ],
    misses=lambda: [
        message(subject="Wir benötigen Ihre Bestätigung"),
        message(sender="Dana Osman <dana@b.example>"),
    ],
)
def raw_header_text(mail: Mail, context: Context) -> Iterable[Evidence]:
    """RFC 6532 allows it to servers that agreed on it, which is rare so far."""
    root = mail.message.root
    for name in ("from", "subject"):
        if not root.header(name).isascii():
            yield evidence(header_span(mail, name), header=name)
