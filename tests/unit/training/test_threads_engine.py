"""Threads: the same every time, attack and twin apart only where the storyline says, nothing of the suites in them."""

from __future__ import annotations

import difflib
import re
from email import message_from_bytes
from functools import cache
from pathlib import Path

import pytest
from training.synth.grammar import names
from training.threads import Thread, generate
from training.threads.content import languages, texts
from training.threads.engine import mailbox, thread
from training.threads.plots import EVERYDAY, PLOTS
from training.threads.schema import Lang, Turn
from training.threads.staging import stage, written

import tocsin
from tocsin.identify.profile import load

SUITES = Path(__file__).parents[3] / "bench" / "suites"
WINDOW = 40


@cache
def made() -> tuple[Thread, ...]:
    return tuple(generate(5, 400))


def attacks() -> list[Thread]:
    return [one for one in made() if one.technique != EVERYDAY]


def body_of(raw: bytes) -> str:
    parts = [part for part in message_from_bytes(raw).walk() if part.get_content_type() == "text/plain"]
    texts = [part.get_payload(decode=True) for part in parts]
    return "\n".join(text.decode() for text in texts if isinstance(text, bytes))


@cache
def told(lang: Lang) -> dict[tuple[str, bool], list[bytes]]:
    """Storyline and side -> the messages of its first wording: `made` is too small to draw each."""
    box = mailbox("told")
    found = {}
    for plot, wordings in texts(lang).items():
        scene = stage(plot, PLOTS[plot], wordings[0], lang, box.house, box.target, box.start)
        for attack in (True, False):
            found[plot, attack] = [one.raw for one in written(scene, attack)]
    return found


def passages(said: str) -> set[str]:
    bare = " ".join(re.sub(r"https?://\S+|^>+", " ", said, flags=re.MULTILINE).split())
    return {bare[at : at + WINDOW] for at in range(len(bare) - WINDOW + 1)}


def test_the_same_seed_gives_the_same_threads() -> None:
    assert list(generate(9, 20)) == list(generate(9, 20))


def test_a_thread_depends_on_its_own_number_alone() -> None:
    assert thread(5, 123) == made()[123]


def test_threads_are_distinct() -> None:
    assert len({tuple(letter.raw for letter in one.messages) for one in made()}) == len(made())


def test_only_storylines_with_words_are_drawn() -> None:
    assert {(one.kind, one.lang) for one in made()} <= {
        (f"threads/{plot}", lang) for lang in languages() for plot in texts(lang)
    }


@pytest.mark.parametrize("lang", list(languages()))
def test_every_storyline_with_words_can_be_told(lang: Lang) -> None:
    for (plot, attack), letters in told(lang).items():
        assert len(letters) == len(PLOTS[plot].turns), plot
        assert not [raw for raw in letters if re.search(r"\$[a-z]|[⟦¦⟧]|\{\{|\|", body_of(raw))], plot
        assert attack or PLOTS[plot].technique == EVERYDAY or letters != told(lang)[plot, True], plot


def test_an_attack_has_a_telling_hostile_message_and_its_twin_is_clean() -> None:
    for one in attacks():
        assert any(letter.label == "malicious" and letter.telling for letter in one.messages), one.id
        assert {letter.label for letter in one.twin} == {"clean"}
        assert len(one.twin) == len(one.messages)


def test_daily_mail_is_clean_and_has_no_twin() -> None:
    daily = [one for one in made() if one.technique == EVERYDAY]
    assert daily
    assert all(not one.twin and {letter.label for letter in one.messages} == {"clean"} for one in daily)


def test_telling_says_whether_the_bytes_differ() -> None:
    for one in attacks():
        for hostile, honest in zip(one.messages, one.twin, strict=True):
            assert hostile.telling == honest.telling == (hostile.raw != honest.raw)


def test_attack_and_twin_share_most_of_their_words() -> None:
    for one in attacks():
        for hostile, honest in zip(one.messages, one.twin, strict=True):
            a, b = (" ".join(body_of(raw).split()) for raw in (hostile.raw, honest.raw))
            different = [
                op
                for op in difflib.SequenceMatcher(None, a.split(), b.split(), False).get_opcodes()
                if op[0] != "equal"
            ]
            assert len(different) <= 12, (one.kind, different)
            subjects = {message_from_bytes(raw)["Subject"] for raw in (hostile.raw, honest.raw)}
            assert len(subjects) == 1, one.kind


def test_profiles_load_and_name_only_reserved_own_domains() -> None:
    for one in made()[::8]:
        profile = load(one.profile)
        own = [
            domain
            for group in (profile.organisation.domains, *(p.domains for p in profile.partner))
            for domain in group
        ]
        assert all(domain.endswith((".example", ".test")) for domain in own)
        assert any(person.high_risk for person in profile.person)
        assert any(person.private_addresses for person in profile.person)


def test_history_comes_before_and_holds_sent_copies() -> None:
    for one in made()[::8]:
        assert len(one.history) > 10
        own = load(one.profile).organisation.domains[0]
        sent = [raw for raw in one.history if message_from_bytes(raw)["From"].endswith(f"@{own}>")]
        assert any(b"\nReceived:" not in raw and not raw.startswith(b"Return-Path") for raw in sent)


def test_every_message_parses_without_defects() -> None:
    for one in made():
        for letter in (*one.messages, *one.twin):
            message = tocsin.parse(letter.raw)
            assert not message.defects, (one.kind, message.defects)


@pytest.mark.parametrize("lang", list(languages()))
def test_words_ask_only_for_facts_that_exist(lang: str) -> None:
    known = {name for wordings in texts(lang).values() for turns in wordings for turn in turns for name in names(turn)}
    said = [body_of(letter.raw) for one in made() if one.lang == lang for letter in one.messages]
    assert known
    assert not [text for text in said if re.search(r"\$[a-z]|[⟦¦⟧]|\{\{|\|", text)]


def test_no_passage_of_the_suites_is_in_the_threads() -> None:
    suites = [path.read_bytes().decode() for folder in ("spear", "tips") for path in (SUITES / folder).glob("*.toml")]
    assert suites
    theirs = set().union(*(passages(text) for text in suites))
    ours = set().union(*(passages(body_of(letter.raw)) for one in made() for letter in (*one.messages, *one.twin)))
    staged = (raw for lang in languages() for letters in told(lang).values() for raw in letters)
    ours.update(*(passages(body_of(raw)) for raw in staged))
    assert len(ours) > 1000
    shared = sorted(ours & theirs)
    assert not shared  # a name of its own, lest a failure print the suites to those who write threads


def test_turns_are_read_as_spelled() -> None:
    turns = PLOTS["never-sent"].turns
    assert turns[0] == Turn("real", True, frozenset())
    assert turns[2] == Turn("mask", False, frozenset({"unseen"}))
