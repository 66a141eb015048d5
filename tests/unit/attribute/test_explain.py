from __future__ import annotations

import re

import pytest
from tests.unit.attribute.made import BEGAN, K, incident

from tocsin.attribute.explain import explanation, shared
from tocsin.attribute.linking import Key, link
from tocsin.model.operation import Link, Spread, Tie, TieKind
from tocsin.model.sentence import LANGUAGES

SHARED = ((K.HOST, "login.evil.test"), (K.LURE, "0123456789abcdef"), (K.TEMPLATE, "/a/b.php"))


THREE = Spread(3)


def linked(*shared: Key, spread: Spread = THREE) -> Link:
    return link(incident("a", *shared), incident("b", *shared), lambda _: spread)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_is_shared_by_how_many_and_what_it_comes_to(language: str) -> None:
    told = explanation(linked(*SHARED), language)
    assert "login[.]evil[.]test" in told
    assert "0123456789abcdef" not in told, "a digest tells nobody anything"
    assert re.findall("\u2066([\\d+.-]+)\u2069", told) == ["3", "4.0", "3", "1.6", "4.0", "+1.6"]
    assert "/a/b.php" in told
    assert bool(re.search("[\u0621-\u064a]", told)) == (language == "ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_different_things_of_what_joins_and_what_does_not(language: str) -> None:
    joins, does_not = linked(*SHARED), linked(SHARED[0])
    split = linked(*SHARED, spread=Spread(9, agreed=False))
    nothing = linked(*SHARED, spread=Spread(999))
    several = {re.sub("\u2066.*?\u2069", "", explanation(one, language)) for one in (joins, does_not, split, nothing)}
    assert len(several) == 4
    assert "\u2066999\u2069" not in explanation(nothing, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TieKind)
def test_it_says_who_decided(language: str, kind: TieKind) -> None:
    tie = Tie("a", "b", kind, "person-1", BEGAN)
    told = explanation(linked(SHARED[0]), language, tie, "دانا عثمان")
    assert "\u2068دانا عثمان\u2069" in told
    assert "\u20662026-03-01\u2069" in told
    assert "person-1" in explanation(linked(SHARED[0]), language, tie)


def test_nothing_in_it_is_left_open() -> None:
    for language in LANGUAGES:
        told = explanation(linked(*SHARED, (K.AGENT, "x" * 500)), language)
        assert told.count("\u2066") + told.count("\u2068") == told.count("\u2069")
        assert "%" not in told
        assert "x" * 81 not in told


def test_what_mail_brought_is_harmless() -> None:
    told = explanation(linked((K.AGENT, "a\u202eb\x1b[2Jc\u2069d")), "en")
    assert "a\ufffdb\ufffd[2Jc\ufffdd" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_something_shares_with_an_incident(language: str) -> None:
    told = shared(linked(*SHARED), language)
    assert re.findall("\u2066([\\d+.-]+)\u2069", told) == ["3", "4.0", "3", "1.6"]
    assert "login[.]evil[.]test" in told
    assert "/a/b.php" not in told, "it follows from the host, and adds nothing"
    assert bool(re.search("[\u0621-\u064a]", told)) == (language == "ar")
    assert told.count("\u2066") == told.count("\u2069")
