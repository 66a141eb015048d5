"""Codes by the test values of RFC 6238, appendix B (SHA-1)."""

from __future__ import annotations

import pytest

from tocsin.common import totp

SECRET = b"12345678901234567890"


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ],
)  # fmt: skip
def test_the_published_values(seconds: int, code: str) -> None:
    assert totp.code(SECRET, seconds // 30, 8) == code
    assert totp.matching(SECRET, code[2:], seconds) == seconds // 30


def test_a_clock_may_be_a_step_wrong_and_a_code_is_taken_once() -> None:
    code = totp.code(SECRET, 1_000)
    assert [totp.matching(SECRET, code, step * 30.0) for step in range(998, 1_003)] == [None, 1_000, 1_000, 1_000, None]
    assert totp.matching(SECRET, code, 30_000, used=999) == 1_000
    assert totp.matching(SECRET, code, 30_000, used=1_000) is None


@pytest.mark.parametrize("given", ["", "12345", "abcdef", "٠١٢", "1" * 10_000, "\ud800"])
def test_what_is_no_code_is_refused(given: str) -> None:
    assert totp.matching(SECRET, given, 59) is None


def test_the_address_for_apps_and_its_secret() -> None:
    assert totp.decoded(totp.encoded(SECRET)) == SECRET
    assert totp.address(SECRET, "Tocsin", "a@b.example").startswith("otpauth://totp/Tocsin:a%40b.example?secret=GEZD")
    with pytest.raises(ValueError, match="1"):
        totp.decoded("1!")
