"""Padding an attack beyond a limit does not make it clean."""

from __future__ import annotations

import pytest

import tocsin
from tocsin.identify.combine import ALERT_FROM
from tocsin.identify.examples import message
from tocsin.model.verdict import Class

LURE = "Your mailbox is suspended. Verify your password now: https://harbour-example.login-check.test/verify"
ATTACK = message(sender="IT Support <support@login-check.test>", subject="Your account is suspended", text=LURE).raw


def _in_front(padding: bytes) -> bytes:
    return padding + ATTACK


def _long_text() -> bytes:
    return message(sender="IT Support <support@login-check.test>", text="word " * 60_000 + LURE).raw


def _many_links() -> bytes:
    page = '<a href="https://sender.example/"></a>' * 2_100 + f"<p>{LURE}</p>"
    return message(sender="IT Support <support@login-check.test>", page=page).raw


def test_the_attack_is_found_without_padding() -> None:
    assert tocsin.judge(tocsin.parse(ATTACK)).verdict is not Class.CLEAN


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(_in_front(b"X-Pad: " + b"a" * 1_100_000 + b"\n"), id="a header of a megabyte"),
        pytest.param(_in_front(b"X-Pad: a\n" * 2_100), id="many header fields"),
        pytest.param(_long_text(), id="a long text before the lure"),
        pytest.param(_many_links(), id="many links before the bad one"),
    ],
)
def test_padding_does_not_make_it_clean(raw: bytes) -> None:
    verdict = tocsin.judge(tocsin.parse(raw))
    assert verdict.verdict is not Class.CLEAN
    assert verdict.probability >= ALERT_FROM


def test_what_was_not_read_is_said() -> None:
    verdict = tocsin.judge(tocsin.parse(b"X-Pad: a\n" * 2_100 + b"From: a@sender.example\n\nhello\n"))
    assert "beyond-limits" in {finding.id for finding in verdict.findings}
