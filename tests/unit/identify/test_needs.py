"""What a message is said to have."""

from __future__ import annotations

import pytest

from tocsin.formats.mime import parse
from tocsin.identify.check import check
from tocsin.identify.mail import Mail
from tocsin.identify.needs import has
from tocsin.model.verdict import Weight


def _has(raw: bytes) -> frozenset[str]:
    return has(Mail(parse(raw)))


def test_plain_words_have_nothing() -> None:
    assert _has(b"From: a@sender.example\nSubject: hello\n\nhello") == frozenset()


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"From: a@sender.example\n\nsee https://site.example/x", "links"),
        (b"From: a@sender.example\nContent-Type: text/html\n\n<p>hello", "pages"),
        ("From: a@sender.example\nSubject: مرحبا\n\nhello".encode(), "beyond-ascii"),
        (b"From: a@sender.example\nFrom: b@sender.example\n\nhello", "defects"),
        (
            b"From: a@sender.example\nContent-Type: application/pdf\nContent-Disposition: attachment\n\n%PDF-1.4",
            "files",
        ),
    ],
)
def test_it_has_what_is_there(raw: bytes, name: str) -> None:
    assert name in _has(raw)


def test_what_cannot_be_told_counts_as_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Mail, "links", property(lambda mail: 1 // 0))
    assert "links" in _has(b"From: a@sender.example\n\nhello")


def test_a_check_cannot_need_what_is_not_known() -> None:
    declare = check(id="made-up", weight=Weight.WEAK, explain={}, hits=lambda: (), misses=lambda: (), needs="good luck")
    with pytest.raises(ValueError, match="good luck"):
        declare(lambda mail, context: ())
