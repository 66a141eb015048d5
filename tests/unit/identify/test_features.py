"""What the model sees beside the findings."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ends import ends

from tocsin.formats.mime import parse
from tocsin.identify.examples import message
from tocsin.identify.features import BUCKETS, FEATURES, features_of, without_urls, words_of
from tocsin.identify.mail import Mail


def _mail(**parts: Any) -> Mail:
    return Mail(parse(message(**parts).raw))


def _feature(mail: Mail, name: str) -> float:
    return dict(zip(FEATURES, features_of(mail), strict=True))[name]


def test_words_are_distinct_sorted_buckets() -> None:
    buckets = words_of(_mail(subject="Hello hello", text="one two two"))
    assert buckets == sorted(set(buckets))
    assert all(0 <= bucket < BUCKETS for bucket in buckets)


def test_spelling_tricks_do_not_change_the_words() -> None:
    assert words_of(_mail(text="verify your account")) == words_of(_mail(text="Vеrify yоur aссount\u200b"))


def test_digits_and_urls_do_not_tell_messages_apart() -> None:
    first, second = _mail(text="pay 100 at https://a.example/x"), _mail(text="pay 999 at https://b.test/y/z")
    assert words_of(first) == words_of(second)


def test_quoted_text_is_not_the_senders() -> None:
    assert words_of(_mail(text="thanks\n> buy now")) == words_of(_mail(text="thanks"))


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("text-short", {"text": "word " * 100}, {"text": "short"}),
        ("link-foreign", {"links": [("x", "https://sender.example/")]}, {"links": [("x", "https://other.test/")]}),
        ("links-one-domain", {"text": "no link"}, {"links": [("x", "https://other.test/")]}),
        ("quoted", {"text": "mine"}, {"text": "mine\n> " + "theirs " * 40}),
        ("subject-reply", {"subject": "News"}, {"subject": "Re: News"}),
        ("subject-empty", {"subject": "News"}, {"subject": ""}),
        ("attachments", {"text": "x"}, {"text": "x", "attachments": [("a.pdf", "application/pdf", b"%PDF-")]}),
    ],
)
def test_features(name: str, low: dict[str, object], high: dict[str, object]) -> None:
    assert _feature(_mail(**low), name) < _feature(_mail(**high), name)


@given(st.binary(max_size=300))
def test_features_stay_between_zero_and_one(raw: bytes) -> None:
    values = features_of(Mail(parse(b"Subject: x\n\n" + raw)))
    assert len(values) == len(FEATURES)
    assert all(0.0 <= value <= 1.0 for value in values)


def test_urls_and_addresses_are_taken_out() -> None:
    assert "example" not in without_urls("see https://a.example/x or write to b@c.example now")


@given(st.text("@@ab \n", max_size=12))
def test_addresses_are_taken_out_by_the_run(text: str) -> None:
    assert "." not in text
    assert without_urls(f"a.b {text}") == re.sub(r"\S+@\S+", " ", f"a.b {text}")


def test_a_long_run_without_an_address_takes_linear_time() -> None:
    with ends():
        without_urls("a.b @" + "x" * 200_000)
