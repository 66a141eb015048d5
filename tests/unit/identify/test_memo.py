"""Answers are kept as long as the mail, and no longer."""

from __future__ import annotations

import gc

from tocsin.formats.mime import parse
from tocsin.identify.mail import Mail
from tocsin.identify.memo import once_a_mail


def test_an_answer_is_worked_out_once_for_each_mail() -> None:
    asked: list[str] = []

    @once_a_mail
    def subject(mail: Mail) -> str | None:
        asked.append(mail.subject)
        return None

    first, second = Mail(parse(b"Subject: a\n\n")), Mail(parse(b"Subject: b\n\n"))
    assert [subject(first), subject(first), subject(second)] == [None, None, None]
    assert asked == ["a", "b"]
    del first
    gc.collect()
    assert subject(second) is None
    assert asked == ["a", "b"]
