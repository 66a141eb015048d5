"""Disguised, hidden and random words."""

from __future__ import annotations

import pytest

from tocsin.formats.html import read_page
from tocsin.formats.mime import parse
from tocsin.identify.disguise import (
    INVISIBLE_IN_WORD,
    MIXED_SCRIPTS,
    SENSITIVE_WORDS,
    accented,
    disguises,
    hidden_story,
    is_gibberish,
    span_of,
    texts_with,
)
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail


@pytest.mark.parametrize(
    ("word", "written"), [("wallet", "waiiet"), ("paypal", "paypa1"), ("invoice", "lnvoice"), ("conta", "c0nta")]
)
def test_disguises_are_foreseen(word: str, written: str) -> None:
    assert written in disguises(word)


def test_no_disguise_is_itself_a_word_of_the_list() -> None:
    assert not {written for word in SENSITIVE_WORDS for written in disguises(word)} & SENSITIVE_WORDS


def test_accents_and_borrowed_letters_are_placed() -> None:
    text = "Log in to your emáil, Ρⅼеаѕе"
    assert [(text[start:end], meant) for start, end, meant in accented(text)] == [
        ("emáil", "email"),
        ("Ρⅼеаѕе", "please"),
    ]


def test_a_long_row_of_accents_is_read_once() -> None:
    assert list(accented("é" * 100_000)) == []


@pytest.mark.parametrize("word", ["dptehbkumnjnuodqcbhuphmmmxplynovkuighl", "ndmcshjjvbsvrgdv"])
def test_random_letters_are_gibberish(word: str) -> None:
    assert is_gibberish(word)


@pytest.mark.parametrize(
    "word", ["Rechtschreibung", "Donaudampfschifffahrt", "strengths", "implementation", "کتاب", "kmalloc"]
)
def test_long_words_are_not(word: str) -> None:
    assert not is_gibberish(word)


@pytest.mark.parametrize("text", ["می\u200cخواهیم", "مرحبا\u200fبكم", "\u200c \u200c", "👨\u200d👩"])
def test_orthography_is_no_concealment(text: str) -> None:
    assert INVISIBLE_IN_WORD.search(text) is None


@pytest.mark.parametrize("text", ["pass\u200bword", "mem\u200e\u200ebership", "حسا\u200bبك", "wa\U000e0104llet"])
def test_invisible_characters_inside_words_are_found(text: str) -> None:
    assert INVISIBLE_IN_WORD.search(text)


def test_scripts_mixed_in_a_word_and_beside_it() -> None:
    assert MIXED_SCRIPTS.search("p\u0430ypal")
    assert MIXED_SCRIPTS.search("IT-отдел и OAuth") is None


def test_a_preview_line_hides_no_story() -> None:
    words = " ".join(f"council{letter}{other}" for letter in "abcdefg" for other in "abcdefg")
    shown = read_page(f"<p>{words}</p><div style='display:none'>{words}</div>")
    hidden = read_page(f"<p>Buy now</p><div style='display:none'>{words}</div>")
    assert hidden_story(shown) == 0
    assert hidden_story(hidden) == 49


def test_texts_are_chosen_by_their_characters() -> None:
    mail = Mail(parse(message(subject="Plain", text="A \u202e trick").raw))
    assert [text.layer for text, _ in texts_with(mail, span_of((0x202D, 0x202E)))] == ["text"]
    assert list(texts_with(mail, frozenset("é"))) == []
