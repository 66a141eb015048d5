"""The benign texts: enough kinds and variants, only known facts, and honest mail when rendered."""

from __future__ import annotations

import random
import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parseaddr

import pytest
from training.synth.brands import BRANDS, brands_of
from training.synth.engine import books, render
from training.synth.grammar import names, variants
from training.synth.layouts import layouts_of
from training.synth.schema import CLEAN_SENDERS, FACTS, LANGS, Kind, Lang

#: The fewest kinds of a language.
LEAST: dict[Lang, int] = {"en": 60, "de": 25, "pt": 25, "es": 25, "fr": 25, "ar": 20, "fa": 20, "he": 12}
SCRIPT: dict[Lang, str] = {"ar": r"[\u0600-\u06ff]", "fa": r"[\u0600-\u06ff]", "he": r"[\u0590-\u05ff]"}

GOOD: list[tuple[Lang, Kind]] = [(book.lang, kind) for book in books() for kind in book.kinds if kind.label == "clean"]
each_kind = pytest.mark.parametrize(("lang", "kind"), GOOD, ids=[f"{lang}-{kind.id}" for lang, kind in GOOD])


def templates(kind: Kind) -> list[str]:
    """Every template of a kind."""
    found = [*kind.subjects, *kind.calls, *kind.items, *kind.quoted, *kind.names]
    found += [text for slot in kind.body for text in slot]
    found += [text for row in kind.rows for text in row]
    found += [text for values in kind.words.values() for text in values]
    for extra in (kind.greetings, kind.closings, kind.footer):
        found += extra or ()
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_each_language_has_enough_kinds(lang: Lang) -> None:
    ids = [kind.id for of, kind in GOOD if of == lang]
    assert len(ids) >= LEAST[lang]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lang", LANGS)
def test_each_language_knows_every_clean_sender(lang: Lang) -> None:
    assert {kind.sender for of, kind in GOOD if of == lang} == CLEAN_SENDERS


@each_kind
def test_a_kind_has_many_subjects_and_texts(lang: Lang, kind: Kind) -> None:
    texts = 1
    for slot in kind.body:
        texts *= sum(variants(text) for text in slot)
    assert sum(variants(text) for text in kind.subjects) >= (10 if lang == "en" else 9)
    assert texts >= 6


@each_kind
def test_a_kind_is_clean_and_complete(lang: Lang, kind: Kind) -> None:
    assert kind.sender in CLEAN_SENDERS
    assert not kind.twin
    assert kind.calls or kind.link not in {"call", "cloud"}
    assert layouts_of(kind.layouts)
    if kind.sender == "brand":
        assert brands_of(kind.brands, lang)


@each_kind
def test_a_template_asks_only_for_known_facts(lang: Lang, kind: Kind) -> None:
    known = {*FACTS, *kind.words}
    for text in templates(kind):
        assert names(text) <= known, f"{lang} {kind.id}: {text}"
        assert "  " not in text


@each_kind
def test_a_kind_becomes_a_message(lang: Lang, kind: Kind) -> None:
    sample = render(random.Random(f"{lang}/{kind.id}"), kind, lang)
    subject = str(make_header(decode_header(message_from_bytes(sample.raw)["Subject"])))
    assert sample.label == "clean"
    assert sample.source == f"synth/{kind.id}"
    assert subject.strip()
    assert not re.search(r"\$[a-z]|[{}|]", subject)


@pytest.mark.parametrize("lang", sorted(SCRIPT))
def test_texts_are_written_in_the_languages_own_script(lang: Lang) -> None:
    for of, kind in GOOD:
        if of == lang:
            assert all(any(re.search(SCRIPT[lang], text) for text in slot) for slot in kind.body), kind.id


def test_real_companies_write_from_their_own_domains() -> None:
    owned = {domain for brand in BRANDS for domain in brand.domains}
    for lang, kind in GOOD:
        if kind.sender == "brand":
            sample = render(random.Random(f"{lang}/{kind.id}"), kind, lang)
            domain = parseaddr(str(message_from_bytes(sample.raw)["From"]))[1].rpartition("@")[2]
            assert any(domain == own or domain.endswith(f".{own}") for own in owned), domain


@pytest.mark.parametrize("lang", LANGS)
def test_colleagues_quote_attacks_when_they_warn_of_them(lang: Lang) -> None:
    warnings = [kind for of, kind in GOOD if of == lang and kind.sender == "colleague" and len(kind.quoted) >= 4]
    assert warnings


def test_urgent_fundraising_is_there_in_every_language() -> None:
    for lang in LANGS:
        pleas = [kind for of, kind in GOOD if of == lang and kind.sender == "org" and "small" in kind.words]
        assert any("$hours" in text for kind in pleas for text in templates(kind)), lang
