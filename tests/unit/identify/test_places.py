"""Places of evidence in headers."""

from __future__ import annotations

from tocsin.formats.mime import parse
from tocsin.identify.mail import Mail
from tocsin.identify.places import header_span, sender_span, subject_span
from tocsin.model.verdict import Span


def test_places() -> None:
    mail = Mail(parse(b"From: Ada <a@b.example>\nSubject: Hello\nX-A: bc\n\n"))
    assert sender_span(mail) == Span("", "header:from", 0, 3)
    assert header_span(mail, "from") == sender_span(mail)
    assert subject_span(mail) == Span("", "header:subject", 0, 5)
    assert header_span(mail, "x-a") == Span("", "header:x-a", 0, 2)
    assert header_span(mail, "x-b") is None
