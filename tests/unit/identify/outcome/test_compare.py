from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.unit.identify.outcome.made import ATTEMPT, EVIL, LOGS, clicked, covered, judged, sign_in, stage

from tocsin.identify.outcome.compare import compare, shared, whole
from tocsin.identify.outcome.paragraph import paragraph
from tocsin.model.activity import Activity, Reason, Status
from tocsin.model.outcome import Attempt, Outcome, Parting, Shared, Side, Stage, State
from tocsin.model.sentence import LANGUAGES

GOLDEN = Path(__file__).parents[3] / "golden"
DENIED = (clicked(), sign_in(33, reason=Reason.FACTOR_DENIED, factor="push", asn=64600))
PASSED = (clicked(), sign_in(33, factor="sms", password_right=True, asn=64600))
NO_SIGN_INS = covered(LOGS[1:])
STATED = (*NO_SIGN_INS, *covered(LOGS[:1], 0.1), replace(covered(LOGS[:1])[0], stated=True))


def side(name: str, *outcomes: Outcome, attempt: Attempt = ATTEMPT) -> Side:
    return Side(name, (attempt,), outcomes)


def pair(*chains: Outcome) -> tuple[Side, Side]:
    return side("Harbour (synthetic)", chains[0]), side("Mill (synthetic)", chains[1])


def test_they_part_where_one_was_stopped_and_the_other_was_not() -> None:
    said = compare(*pair(judged(*PASSED), judged(*DENIED)))
    assert (said.parting, said.stage, said.held) == (Parting.PARTED, Stage.SECOND_FACTOR, 1)
    assert said.controls == ((), ("factor-denied",))
    assert (said.means, said.last) == ("sms", Stage.PASSWORD_ACCEPTED)


def test_it_does_not_matter_which_comes_first() -> None:
    said = compare(*pair(judged(*DENIED), judged(*PASSED)))
    assert (said.parting, said.stage, said.held, said.means) == (Parting.PARTED, Stage.SECOND_FACTOR, 0, "sms")


def test_two_unknowns_do_not_part() -> None:
    said = compare(*pair(judged(clicked(), coverage=NO_SIGN_INS), judged(clicked(), coverage=NO_SIGN_INS)))
    assert (said.parting, said.stage) == (Parting.UNKNOWN, Stage.CREDENTIAL_GIVEN)
    assert said.settles[0] == ("entra-sign-in",)


def test_one_unknown_does_not_part_either() -> None:
    said = compare(*pair(judged(*PASSED), judged(*DENIED, coverage=NO_SIGN_INS)))
    assert (said.parting, said.stage) == (Parting.UNKNOWN, Stage.SECOND_FACTOR)
    assert said.settles == ((), ("entra-sign-in",))


def test_both_can_be_stopped_at_one_stage() -> None:
    wrong = clicked(), sign_in(33, reason=Reason.FACTOR_WRONG, factor="code")
    said = compare(*pair(judged(*DENIED), judged(*wrong)))
    assert (said.parting, said.controls) == (Parting.BOTH_STOPPED, (("factor-denied",), ("factor-wrong",)))


def test_a_stop_that_is_stated_is_stated_for_all_that_rests_on_it() -> None:
    stated = judged(*DENIED, coverage=STATED)
    assert compare(*pair(judged(*PASSED), stated)).stated
    assert not compare(*pair(judged(*PASSED), judged(*DENIED))).stated
    (stop,) = (one for one in whole([stated, judged(*DENIED)]) if one.state is State.STOPPED)
    assert stop.stated


def test_without_anything_in_common_nothing_is_compared() -> None:
    other = Attempt("m-9", ATTEMPT.person, ATTEMPT.at, hosts=("else.test",))
    lonely = side("Mill", replace(judged(*DENIED), sources=("AS64600",)), attempt=other)
    said = compare(side("Harbour", judged(*PASSED)), lonely)
    assert said.parting is Parting.NOT_SHARED
    assert said.shared == (Shared("network", "AS64600"),)


def test_what_is_shared_comes_from_messages_and_from_linked_lines() -> None:
    found = shared(*pair(judged(*PASSED), judged(*PASSED)))
    assert [one.kind for one in found] == ["url", "host", "sender", "address", "network"]
    assert Shared("address", EVIL) in found


def test_the_furthest_of_several_attempts_counts() -> None:
    chain = whole([judged(*DENIED), judged(*PASSED)])
    states = {state.stage: state.state for state in chain}
    assert states[Stage.SESSION] is State.REACHED


def test_all_must_be_known_to_have_been_stopped() -> None:
    blocked = judged(clicked(status=Status.FAILURE))
    unknown = judged(clicked())
    at = Stage.SECOND_FACTOR
    assert next(state for state in whole([judged(*DENIED), blocked]) if state.stage is at).control == "factor-denied"
    assert next(s for s in whole([judged(*DENIED), unknown]) if s.stage is at).state is State.NOT_OBSERVABLE
    assert stage(blocked, Stage.CREDENTIAL_GIVEN).state is State.STOPPED


def test_nothing_gives_no_chain() -> None:
    assert whole([]) == ()


@dataclass
class Case:
    name: str
    one: tuple[Activity, ...]
    other: tuple[Activity, ...]


CASES = (
    Case("parted", PASSED, DENIED),
    Case("both-stopped", DENIED, (clicked(), sign_in(33, reason=Reason.FACTOR_WRONG, factor="code"))),
    Case("unknown", PASSED, (clicked(),)),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paragraphs_read_as_they_were_reviewed(language: str) -> None:
    """All of them in one file, which is read as text by a person when it changes."""
    told = [paragraph(compare(*pair(judged(*case.one), judged(*case.other))), language) for case in CASES]
    other = Attempt("m-9", ATTEMPT.person, ATTEMPT.at, hosts=("else.test",))
    told.append(
        paragraph(compare(pair(judged(), judged())[0], side("Mill (synthetic)", judged(), attempt=other)), language)
    )
    told.append(paragraph(compare(*pair(judged(*PASSED), judged(*DENIED, coverage=STATED))), language))
    assert "\n\n".join(told) + "\n" == (GOLDEN / f"comparison.{language}.txt").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paragraph_names_no_person_and_every_fact_is_isolated(language: str) -> None:
    said = paragraph(compare(*pair(judged(*PASSED), judged(*DENIED))), language)
    assert "noor" not in said
    assert "\n" not in said
    for fact in ("2026-10-11 09:00 UTC", "hxxps://login[.]bad[.]test/x", EVIL, "AS64600"):
        assert f"\u2066{fact}\u2069" in said
    assert said.count("\u2066") + said.count("\u2068") == said.count("\u2069")


def test_both_languages_carry_the_same_facts() -> None:
    said = compare(*pair(judged(*PASSED), judged(*DENIED)))
    facts = [
        sorted(part.split("\u2069")[0] for part in paragraph(said, language).split("\u2066")[1:])
        for language in LANGUAGES
    ]
    assert facts[0] == facts[1]
