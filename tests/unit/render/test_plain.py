from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.render.plain import defang, defang_pieces, defang_value, harmless, line_end, one_line


def test_no_escape_sequence_reaches_a_terminal() -> None:
    assert harmless("a\x1b[31mb\x9bc\r\nd") == "a\ufffd[31mb\ufffdc\nd"


def test_direction_tricks_are_named_and_orthography_stays() -> None:
    assert harmless("photo\u202egpj.exe") == "photo[U+202E]gpj.exe"
    assert harmless("می\u200cخواهم\u200f") == "می\u200cخواهم\u200f"


def test_one_line_is_one_short_line() -> None:
    assert one_line("a\n\t b  c\u2800d") == "a b c d"
    assert one_line("x" * 1_000, 10) == "x" * 9 + "…"
    assert len(one_line("word " * 100, 50)) <= 50


def test_the_end_of_an_address_or_path_is_what_stays() -> None:
    assert line_end("short@a.test", 20) == "short@a.test"
    assert line_end("security.department@quaymail-notice.test", 22) == "…@quaymail-notice.test"
    assert line_end("x\u202ey" * 50, 10) == "…" + "[U+202E]y"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see https://a.example/x.html?y=1.2 now", "see hxxps://a[.]example/x.html?y=1.2 now"),
        ("HTTP://A.TEST", "HxxP://A[.]TEST"),
        ("www.a.example", "www[.]a[.]example"),
        ("version 1.2 of it", "version 1.2 of it"),
    ],
)
def test_no_url_stays_clickable(text: str, shown: str) -> None:
    assert defang(text) == shown


def test_a_url_across_pieces_is_not_missed() -> None:
    assert defang_pieces("go to http://lo", "gin.exam", "ple/x") == ("go to hxxp://lo", "gin[.]exam", "ple/x")


def test_a_fact_that_is_a_host_is_defanged_whatever_its_suffix() -> None:
    assert defang_value("mail.some.museum") == "mail[.]some[.]museum"
    assert defang_value("two words.") == "two words."


@given(st.text(alphabet="https:/.ab@?#[]\u202e \n\x1b"))
def test_shown_text_holds_neither_controls_nor_open_links(text: str) -> None:
    line = one_line(text)
    assert not any(ord(sign) < 32 or "\u202a" <= sign <= "\u202e" for sign in line)
    assert "https://a.b" not in defang(line).lower()
