"""Folding for matching, and the way back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.common.text import Folded, fold, fold_pattern, script_of

ALPHABET = st.sampled_from("aZ 9é\u200b\u200cаοЯأيىكة\u0640ﬁ𝓐Ａ\u202e\n\tßİ٣۴שׁ")


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Verify уоur Аccount", "verify your account"),
        ("pass\u200bw\u00adord", "password"),
        ("ｐａｓｓ", "pass"),
        ("𝐩𝐚𝐲", "pay"),
        ("Ünïcödé", "unicode"),
        ("كلمة السرّ", fold("كلمه السر")),
        ("می\u200cخواهیم", "میخواهیم"),
        ("مي خواهيم", "می خواهیم"),
        ("١٢٣ ۴۵۶", "123 456"),
        ("line\nbreak", "line break"),
        ("שָׁלוֹם", "שלום"),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(ALPHABET, max_size=60))
def test_folding_works_letter_by_letter(text: str) -> None:
    assert fold(text) == "".join(fold(char) for char in text)


@given(st.text(ALPHABET, max_size=60), st.data())
def test_a_span_leads_back_to_what_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = Folded(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.span(start, end)
    assert 0 <= first <= last <= len(text)
    if start < end:
        assert folded.text[start:end] in fold(text[first:last])


def test_patterns_are_folded_like_text() -> None:
    pattern = fold_pattern(r"Mot de passé\s+كلمة \d{2}")
    assert re.search(pattern, fold("mot  de\npasse كلمه ٤٢"))


@pytest.mark.parametrize(
    ("char", "script"), [("a", "LATIN"), ("а", "CYRILLIC"), ("ي", "ARABIC"), ("1", ""), ("ש", "HEBREW")]
)
def test_scripts(char: str, script: str) -> None:
    assert script_of(char) == script
