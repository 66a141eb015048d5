"""Where an earlier message begins, for every part of the program alike."""

from __future__ import annotations

import pytest

from tocsin.identify.quotes import quotation, strip_quotes


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("mine\n> theirs\nmore", "mine\nmore"),
        ("mine\n\nOn Tuesday, somebody wrote:\n> theirs", "mine"),
        ("mine\n\nFrom: Ada Writer <a@sender.example>\nSent: Monday, 2 March 2026 10:00\nTo: you\ntheirs", "mine"),
        ("لي\n\nمن: هالة الكاتبة\nتاريخ: الاثنين 2 مارس\nلهم", "لي"),
        ("لي\n\nفي يوم الاثنين كتب سامي:\nلهم", "لي"),
        ("mine\n-- \nsignature", "mine"),
        ("-----Original Message-----\nforwarded whole", "-----Original Message-----\nforwarded whole"),
        ("", ""),
    ],
)
def test_own_words(text: str, own: str) -> None:
    assert strip_quotes(text) == own


@pytest.mark.parametrize(
    "text",
    [
        "Hello.\n____________________________\nSend us your password.",
        "Hello.\nFrom: the IT desk\nSend us your password.",
        "Look.\n---------- Forwarded message ---------\nSend us your password.",
    ],
)
def test_what_any_letter_may_hold_begins_no_quotation(text: str) -> None:
    assert quotation(text) == len(text)
