"""Every check keeps its word: examples, languages, ids, evidence, independence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from msgspec.structs import replace as replace_struct

from tocsin.formats.mime import parse
from tocsin.identify.check import Check, Run, all_checks, evidence
from tocsin.identify.engine import Engine
from tocsin.identify.examples import Example
from tocsin.identify.mail import Mail
from tocsin.identify.needs import NEEDS, has
from tocsin.identify.phrases import Phrases
from tocsin.model.sentence import LANGUAGES
from tocsin.model.verdict import FACTS, Evidence, Finding

CHECKS = list(all_checks().values())
FLOOR = 0.8
"""Share of phrase groups that the examples of their own check hit at least."""
ARABIC_LETTERS = re.compile(r"[\u0620-\u064a]")


@cache
def _engine_of(check_id: str) -> Engine:
    chosen = {check_id: all_checks()[check_id]}
    has_phrases = bool(chosen[check_id].phrases)
    return Engine(chosen, None if has_phrases else _no_phrases())


@cache
def _no_phrases() -> Phrases:
    return Phrases.of({check.id: check for check in CHECKS if check.phrases})


def _examine(check: Check, example: Example) -> list[Finding]:
    engine = _engine_of(check.id)
    mail = Mail(parse(example.raw))
    findings, failures = engine.examine(mail, example.context)
    assert not failures, failures
    return [finding for finding in findings if finding.id == check.id]


def _each() -> list[object]:
    return [pytest.param(check, id=check.id) for check in CHECKS]


def test_there_are_enough_checks() -> None:
    assert len(CHECKS) >= 80


@pytest.mark.parametrize("check", _each())
def test_it_finds_its_examples(check: Check) -> None:
    examples = check.hits()
    assert examples, "a check without an example proves nothing"
    for number, example in enumerate(examples):
        assert _examine(check, example), f"example {number} of hits is not found"


@pytest.mark.parametrize("check", _each())
def test_it_leaves_its_counter_examples_alone(check: Check) -> None:
    examples = check.misses()
    assert examples, "a check without a counter-example proves nothing"
    for number, example in enumerate(examples):
        assert not _examine(check, example), f"counter-example {number} is found"


def test_what_a_check_says_it_needs_it_needs() -> None:
    """It finds nothing in any example of any check that lacks it, so that passing over it changes nothing."""
    needy = [check for check in CHECKS if check.needs]
    assert needy
    lacking: Counter[str] = Counter()
    for example in (example for check in CHECKS for example in (*check.hits(), *check.misses())):
        mail = Mail(parse(example.raw))
        had = has(mail)
        lacking.update(NEEDS.keys() - had)
        for check in needy:
            if check.needs not in had:
                assert not check.phrases
                assert not list(check.run(mail, example.context)), (check.id, example.raw)
    assert min(lacking[name] for name in NEEDS) > 100, "too few examples lack it to tell"


def test_checks_that_need_no_history_do_not_look_at_it() -> None:
    """So that a scan with history need not run them twice."""
    engine = Engine(all_checks(), _no_phrases())
    examples = [example for check in CHECKS if check.history for example in (*check.hits(), *check.misses())]
    assert len(examples) > 100
    for example in examples:
        mail, bare = Mail(parse(example.raw)), replace_struct(example.context, sender=None, thread=None)
        assert engine.begin(mail, example.context) == engine.begin(Mail(parse(example.raw)), bare)


@pytest.mark.parametrize("check", _each())
def test_its_evidence_stands_where_it_says(check: Check) -> None:
    for example in check.hits():
        mail = Mail(parse(example.raw))
        for finding in _examine(check, example):
            for piece in finding.evidence:
                assert set(piece.facts) <= FACTS, set(piece.facts) - FACTS
                _assert_span(mail, piece)


def _assert_span(mail: Mail, piece: Evidence) -> None:
    span = piece.span
    if span is None:
        return
    if span.layer == "file":
        assert span.part in {part.path for part in mail.message.parts}
        return
    if span.layer.startswith("header:") and span.layer not in ("header:subject", "header:from"):
        assert mail.has(span.layer.removeprefix("header:"))
        return
    lengths = {(text.part, text.layer): len(text.content) for text in mail.texts}
    assert (span.part, span.layer) in lengths, span
    assert 0 <= span.start <= span.end <= lengths[span.part, span.layer], span


@pytest.mark.parametrize("check", _each())
def test_it_explains_itself_in_every_language(check: Check) -> None:
    assert set(check.explain) == set(LANGUAGES)
    for text in check.explain.values():
        assert len(text) > 15
        assert text.endswith((".", "؟", "!"))
        assert not re.search(r"\d", text), "explanations are constant and carry no numbers"
        assert not re.search(r"[{}%]", text), "explanations have no placeholders"
    assert ARABIC_LETTERS.search(check.explain["ar"])
    assert not ARABIC_LETTERS.search(check.explain["en"])


@pytest.mark.parametrize("check", _each())
def test_its_ids_are_well_formed(check: Check) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", check.id)
    for technique in check.attack:
        assert re.fullmatch(r"T\d{4}(\.\d{3})?", technique)


def test_no_two_checks_explain_themselves_alike() -> None:
    for language in LANGUAGES:
        texts = [check.explain[language] for check in CHECKS]
        assert len(set(texts)) == len(texts), {text for text in texts if texts.count(text) > 1}


@pytest.mark.parametrize("check", _each())
def test_emptied_or_swapped_examples_turn_the_contract_red(check: Check) -> None:
    for blunted in (
        replace(check, hits=list),
        replace(check, misses=list),
        replace(check, hits=check.misses),
        replace(check, misses=check.hits),
    ):
        with pytest.raises(AssertionError):
            _keeps_its_word(blunted)


def _keeps_its_word(check: Check) -> None:
    test_it_finds_its_examples(check)
    test_it_leaves_its_counter_examples_alone(check)


@pytest.mark.parametrize("check", _each())
def test_a_check_that_never_speaks_turns_the_contract_red(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    _run_instead(monkeypatch, check, lambda *_: ())
    with pytest.raises(AssertionError):
        test_it_finds_its_examples(check)


@pytest.mark.parametrize("check", [check for check in CHECKS if not check.phrases], ids=lambda check: check.id)
def test_a_check_that_always_speaks_turns_the_contract_red(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check with phrases is asked only where one stands, so what it says always is what its phrases say."""
    _run_instead(monkeypatch, check, lambda *_: (evidence(),))
    with pytest.raises(AssertionError):
        test_it_leaves_its_counter_examples_alone(check)


def _run_instead(monkeypatch: pytest.MonkeyPatch, check: Check, run: Run) -> None:
    """Let the check run on whatever reaches it, and say what `run` says."""
    blunted = replace(check, run=run, needs="", history=False)
    engine = Engine({check.id: blunted}, _engine_of(check.id).phrases)
    monkeypatch.setitem(globals(), "_engine_of", lambda _: engine)


def test_what_share_of_the_phrases_the_examples_hit(record_property: Callable[[str, object], None]) -> None:
    """Reported (in --junit-xml), and kept from falling: a phrase that nothing can hit is dead weight."""
    declared = {(check.id, group) for check in CHECKS for group in check.phrases}
    hit: set[tuple[str, str]] = set()
    for check in (check for check in CHECKS if check.phrases):
        for example in check.hits():
            found, _ = _engine_of(check.id)._hits(Mail(parse(example.raw)))
            hit |= {(check.id, one.group) for one in found.get(check.id, ())}
    record_property("phrase_groups", f"{len(hit & declared)} of {len(declared)} are hit by the check's own examples")
    assert len(hit & declared) / len(declared) > FLOOR
