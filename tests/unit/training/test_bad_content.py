"""The bad texts: enough kinds and variants, only known facts, and mail that any parser reads in every layout."""

from __future__ import annotations

import random
import re
from email import message_from_bytes
from email.header import decode_header, make_header

import pytest
from training.synth.brands import GROUPS, brands_of
from training.synth.engine import books, render
from training.synth.grammar import names, variants
from training.synth.layouts import layouts_of
from training.synth.schema import CLEAN_SENDERS, FACTS, LANGS, Kind, Lang

#: The fewest kinds of a language.
LEAST: dict[Lang, int] = {"en": 40, "de": 22, "pt": 22, "es": 20, "fr": 20, "ar": 15, "fa": 14, "he": 14}

BAD: list[tuple[Lang, Kind]] = [(book.lang, kind) for book in books() for kind in book.kinds if kind.label != "clean"]
each_kind = pytest.mark.parametrize(("lang", "kind"), BAD, ids=[f"{lang}-{kind.id}" for lang, kind in BAD])


def templates(kind: Kind) -> list[str]:
    found = [*kind.subjects, *kind.calls, *kind.items, *kind.quoted, *kind.names]
    found += [text for slot in kind.body for text in slot]
    found += [text for row in kind.rows for text in row]
    for extra in (kind.greetings, kind.closings, kind.footer):
        found += extra or ()
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_each_language_has_enough_kinds_of_both_labels(lang: Lang) -> None:
    kinds = [kind for of, kind in BAD if of == lang]
    assert len(kinds) >= LEAST[lang]
    assert len({kind.id for kind in kinds}) == len(kinds)
    assert sum(kind.label == "unwanted" for kind in kinds) >= 4
    assert any(kind.twin for kind in kinds)


@each_kind
def test_a_kind_has_many_subjects_and_texts(lang: Lang, kind: Kind) -> None:
    texts = 1
    for slot in kind.body:
        texts *= sum(variants(text) for text in slot)
    assert sum(variants(text) for text in kind.subjects) >= 12
    assert texts >= (8 if not kind.twin else 4)


@each_kind
def test_a_kind_is_bad_and_complete(lang: Lang, kind: Kind) -> None:
    assert kind.sender not in CLEAN_SENDERS
    assert kind.link not in {"call", "cloud"} or kind.calls
    assert set(kind.brands) <= GROUPS
    assert not kind.brands or brands_of(kind.brands, lang)
    assert not kind.twin or kind.brands
    for template in templates(kind):
        assert names(template) <= set(FACTS) | set(kind.words), template


@each_kind
def test_a_kind_renders_in_every_layout_it_allows(lang: Lang, kind: Kind) -> None:
    for number, layout in enumerate(layouts_of(kind.layouts)):
        sample = render(random.Random(f"{kind.id}{number}"), kind, lang, layout=layout)
        message = message_from_bytes(sample.raw)
        assert (sample.label, sample.lang) == (kind.label, lang)
        assert message["From"]
        assert str(make_header(decode_header(str(message["Subject"]))))
        assert not message.defects
        for part in message.walk():
            if part.get_content_maintype() == "text":
                content = part.get_payload(decode=True)
                assert isinstance(content, bytes)
                text = content.decode(part.get_content_charset() or "ascii")
                assert not re.search(r"\$[a-z]{3,}", text)
