from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.assessments import assessment, dissent, item

from tocsin.attribute.sensitivity import confidence, drops, flip, needed
from tocsin.attribute.weighing import Weighed, weigh
from tocsin.model.assessment import Assessment, Confidence, Evidence, Kind

STRONG = [item(name, kind=Kind.INFRASTRUCTURE, heron=2) for name in "abcd"]


def leader(weighed: Weighed) -> str:
    return weighed.hypotheses[int(weighed.chances().argmax())]


def test_the_loss_of_the_weightiest_source_is_told_first() -> None:
    found = drops(weigh(assessment(item("a", heron=2), item("b", grade="C3", heron=1))))
    assert [drop.evidence for drop in found] == [("a",), ("b",)]
    assert found[0].chance < found[1].chance
    assert found[0].leader == "unknown"


def test_all_items_of_a_source_go_together() -> None:
    (drop,) = drops(weigh(assessment(item("a", "s", heron=2), item("b", "s", fox=1))))
    assert drop.evidence == ("a", "b")


def test_what_no_loss_of_sources_turns_is_told() -> None:
    assert flip(weigh(assessment(item("a", heron=-2)))) is None


BEARINGS = st.dictionaries(st.sampled_from(["heron", "fox", "unknown", "false-flag"]), st.integers(-2, 2), max_size=3)
ITEMS = st.lists(
    st.tuples(st.sampled_from(list(Kind)), BEARINGS, st.sampled_from(["A1", "B2", "C3", "F6"])), max_size=6
)


def made(items: list[tuple[Kind, dict[str, int], str]]) -> Assessment:
    return assessment(
        *(Evidence(f"e{n}", {"en": "x", "ar": "x"}, f"s{n}", grade, kind, bears)
          for n, (kind, bears, grade) in enumerate(items)), unknown=0.3,
    )  # fmt: skip


@given(ITEMS)
def test_the_fewest_sources_are_the_fewest(items: list[tuple[Kind, dict[str, int], str]]) -> None:
    """Against trying all losses of sources, which takes too long for more of them."""
    weighed = weigh(made(items))
    first, found = leader(weighed), flip(weighed)

    def turns(gone: tuple[str, ...]) -> bool:
        left = weighed
        for source in gone:
            left = left.without(left.sources.index(source))
        chances = left.chances()
        return float(chances.max() - chances[left.hypotheses.index(first)]) > 1e-9

    sizes = (size for size in range(len(items) + 1) for gone in itertools.combinations(weighed.sources, size)
             if turns(gone))  # fmt: skip
    fewest = next(sizes, None)
    assert (None if found is None else len(found)) == fewest
    assert found is None or turns(found)


def test_how_much_new_evidence_would_turn_it() -> None:
    given = assessment(*STRONG)
    count = needed(weigh(given))
    second = weigh(assessment(*STRONG, *(item(f"n{n}", unknown=2) for n in range(count))))
    assert leader(second) == "unknown"
    less = weigh(assessment(*STRONG, *(item(f"n{n}", unknown=2) for n in range(count - 1))))
    assert leader(less) == "heron"


@pytest.mark.parametrize(
    ("given", "level"),
    [
        (assessment(), Confidence.LOW),
        (assessment(item("a", heron=2)), Confidence.LOW),
        (assessment(*STRONG[:3]), Confidence.HIGH),
        (assessment(*STRONG[:3], dissents=(dissent(),)), Confidence.MODERATE),
        (assessment(*(item(n, kind=Kind.TOOL, heron=2) for n in "abcd"), unknown=0.2), Confidence.MODERATE),
        (assessment(*(item(n, grade="F6", heron=2) for n in "abcdef"), unknown=0.1), Confidence.LOW),
        (assessment(*(item(n, "one report", heron=2) for n in "abcd")), Confidence.LOW),
    ],
    ids="nothing one-source three-hard dissent easily-planted unjudged one-report".split(),
)
def test_the_rule_of_confidence(given: Assessment, level: Confidence) -> None:
    weighed = weigh(given)
    assert confidence(given, weighed, drops(weighed)) is level
