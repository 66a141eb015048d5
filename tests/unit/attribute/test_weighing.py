from __future__ import annotations

import pytest
from tests.fixtures.assessments import assessment, item

from tocsin.attribute.likelihood import LIKELY
from tocsin.attribute.weighing import (
    CAPS,
    CREDIBILITY,
    ENGINE,
    FACE,
    PLANTABLE,
    RELIABILITY,
    TEMPER,
    held,
    value_of,
    weigh,
)  # fmt: skip
from tocsin.model.assessment import FALSE_FLAG, UNKNOWN, Assessment, Kind
from tocsin.model.error import InputError


def chances(given: Assessment) -> dict[str, float]:
    weighed = weigh(given)
    return dict(zip(weighed.hypotheses, map(float, held(weighed)[0]), strict=True))


def test_another_and_a_false_flag_are_always_there() -> None:
    found = chances(assessment())
    assert found == pytest.approx({"heron": 0.225, "fox": 0.225, UNKNOWN: 0.5, FALSE_FLAG: 0.05})


def test_priors_are_shared_by_weight() -> None:
    given = assessment(unknown=0.25)
    heavier = [one if one.id == "fox" else type(one)(one.id, one.text, 3.0) for one in given.hypotheses]
    found = chances(Assessment(given.question, given.as_of, tuple(heavier), unknown=0.25))
    assert found["heron"] == pytest.approx(3 * found["fox"])


def test_an_item_is_graded_tempered_and_capped() -> None:
    assert value_of(item("a", heron=1), 1) == pytest.approx(FACE * TEMPER)
    assert value_of(item("a", grade="B3", heron=1), 1) == pytest.approx(FACE * TEMPER * 0.8 * 0.6)
    assert value_of(item("a", kind=Kind.CLAIM, heron=2), 2) == CAPS[Kind.CLAIM]
    assert value_of(item("a", kind=Kind.CLAIM, heron=-2), -2) == -CAPS[Kind.CLAIM]


def test_worse_grades_weigh_less_and_what_cannot_be_judged_is_doubtful() -> None:
    for scale in (RELIABILITY, CREDIBILITY):
        values = list(scale.values())
        assert values[:5] == sorted(values[:5], reverse=True)
        assert values[4] < values[5] < values[2]


def test_claims_and_motives_are_the_weakest_and_the_easiest_to_make_up() -> None:
    assert max(CAPS[Kind.CLAIM], CAPS[Kind.MOTIVE]) <= min(cap for kind, cap in CAPS.items() if kind not in
                                                           (Kind.CLAIM, Kind.MOTIVE))  # fmt: skip
    assert PLANTABLE[Kind.CLAIM] == PLANTABLE[Kind.MOTIVE] == 1
    assert set(CAPS) == set(PLANTABLE) == set(Kind)


def test_one_report_counted_thrice_counts_once() -> None:
    once = assessment(item("a", "Lantern Labs", heron=2))
    thrice = assessment(*(item(name, f" lantern  LABS{''}", heron=2) for name in "abc"))
    apart = assessment(*(item(name, heron=2) for name in "abc"))
    assert chances(thrice) == pytest.approx(chances(once))
    assert chances(apart)["heron"] > chances(once)["heron"]


def test_a_source_that_speaks_both_ways_counts_both_ways() -> None:
    both = chances(assessment(item("a", "s", heron=2), item("b", "s", heron=-2)))
    assert both["heron"] < chances(assessment(item("a", "s", heron=2)))["heron"]


def test_what_can_be_planted_speaks_for_a_false_flag_too() -> None:
    text = chances(assessment(*(item(name, kind=Kind.TEXT, heron=2) for name in "ab")))
    access = chances(assessment(*(item(name, kind=Kind.ACCESS, heron=2) for name in "ab")))
    assert text[FALSE_FLAG] > 0.05
    assert access[FALSE_FLAG] < 0.05


def test_a_source_is_as_hard_to_plant_as_its_hardest_item_that_gives_as_much() -> None:
    both = weigh(assessment(item("a", "s", kind=Kind.TEXT, heron=2), item("b", "s", kind=Kind.ACCESS, heron=2)))
    assert both.firm.pro[0, 1] == both.whole.pro[0, 1]
    assert both.whole.planted[0, 1] == pytest.approx(PLANTABLE[Kind.ACCESS] * value_of(item("b", heron=2), 2)), (
        "the text adds nothing"
    )


def test_a_hard_item_vouches_only_for_what_it_gives_itself() -> None:
    """To the hypothesis on which it bears, and up to its own weight."""
    tool, access = item("a", "s", kind=Kind.TOOL, heron=2), item("b", "s", grade="C3", fox=2)
    found = weigh(assessment(tool, access))
    assert found.hypotheses[:2] == ("fox", "heron")
    assert found.firm.pro[0].tolist() == pytest.approx([value_of(access, 2), 0, 0, 0])
    assert found.whole.planted[0, 1] == pytest.approx(PLANTABLE[Kind.TOOL] * value_of(tool, 2))
    less = item("b", "s", grade="C3", heron=1)
    found, small = weigh(assessment(tool, less)), value_of(less, 1)
    assert found.firm.pro[0, 1] == pytest.approx(small)
    assert found.whole.planted[0, 1] == pytest.approx(
        PLANTABLE[Kind.ACCESS] * small + PLANTABLE[Kind.TOOL] * (value_of(tool, 2) - small)
    )


def test_hard_items_that_bear_on_others_do_not_make_planted_ones_count() -> None:
    """Three reports with a planted tool each, beside records that speak of somebody else."""
    reports = [one for n in range(3) for one in (item(f"t{n}", f"r{n}", kind=Kind.TOOL, heron=2),
                                                 item(f"a{n}", f"r{n}", grade="E5", fox=1))]  # fmt: skip
    found, held_back = held(weigh(assessment(*reports, unknown=0.1)))
    assert held_back
    assert found.max() == LIKELY


def test_easy_items_on_others_do_not_make_hard_ones_count_as_planted() -> None:
    both = [one for n in range(3) for one in (item(f"a{n}", f"r{n}", heron=2),
                                              item(f"t{n}", f"r{n}", kind=Kind.MOTIVE, heron=1, fox=1))]  # fmt: skip
    found, held_back = held(weigh(assessment(*both)))
    assert not held_back
    assert found.max() > LIKELY


def test_what_is_against_all_speaks_for_another() -> None:
    assert chances(assessment(item("a", heron=-2, fox=-2)))[UNKNOWN] > 0.5


def test_evidence_may_bear_on_the_given_hypotheses() -> None:
    assert chances(assessment(item("a", false_flag=2)))[FALSE_FLAG] > 0.1


def test_what_is_easily_planted_never_makes_likely_alone() -> None:
    planted = [item(f"p{number}", kind=Kind.TOOL, heron=2) for number in range(3)]
    weighed = weigh(assessment(*planted, unknown=0.2))
    assert weighed.chances()[weighed.hypotheses.index("heron")] > LIKELY
    found, held_back = held(weighed)
    assert held_back
    assert found.sum() == pytest.approx(1)
    assert found[weighed.hypotheses.index("heron")] == LIKELY


def test_what_is_hard_to_plant_makes_likely() -> None:
    hard = [item(f"h{number}", kind=Kind.INFRASTRUCTURE, heron=2) for number in range(3)]
    found, held_back = held(weigh(assessment(*hard)))
    assert not held_back
    assert found.max() > LIKELY


def test_ids_that_do_not_fit_are_told() -> None:
    for given, problem in (
        (assessment(item("a", wolf=1)), "a speaks of the hypothesis wolf"),
        (assessment(item("a"), item("a", "other")), "a is given twice"),
        (assessment(names=("heron", "heron")), "heron is given twice"),
        (assessment(names=(UNKNOWN,)), "no hypothesis"),
        (assessment(resolved="wolf"), "resolved speaks of the hypothesis wolf"),
    ):
        with pytest.raises(InputError, match=problem):
            weigh(given)


def test_one_source_never_makes_likely() -> None:
    one = [item("a", "s", kind=Kind.INFRASTRUCTURE, heron=2), item("b", "s", kind=Kind.ACCESS, heron=2)]
    found, held_back = held(weigh(assessment(*one, unknown=0.1)))
    assert held_back
    assert found.max() == LIKELY


def test_other_rules_or_numbers_have_another_name() -> None:
    """Where this fails, what comes out has changed: raise RULES if no number did, and write down both anew."""
    given = assessment(
        item("a", "s", kind=Kind.TOOL, heron=2), item("b", "s", grade="C3", heron=1, fox=-1),
        item("c", kind=Kind.INFRASTRUCTURE, grade="B2", heron=2), item("d", kind=Kind.CLAIM, fox=2),
        *(item(f"e{n}", kind=Kind.INFRASTRUCTURE, heron=1) for n in range(2)), unknown=0.3,
    )  # fmt: skip
    found = {name: round(chance, 4) for name, chance in chances(given).items()}
    assert (ENGINE, found) == (
        "b461b17629f83a31",
        {"fox": 0.0533, "heron": 0.7725, UNKNOWN: 0.145, FALSE_FLAG: 0.0292},
    )


def test_without_what_was_planted_it_is_what_the_rest_makes_it() -> None:
    """Three tools in reports whose texts speak for another, so that the planted ones count for a false trail too."""
    rest = [
        *(item(f"t{n}", f"r{n}", kind=Kind.TEXT, fox=2) for n in range(3)),
        *(item(f"f{n}", kind=Kind.INFRASTRUCTURE, grade="B2", heron=1, fox=-2) for n in range(2)),
    ]
    tools = [item(f"x{n}", f"r{n}", kind=Kind.TOOL, heron=2) for n in range(3)]
    before, after = (weigh(assessment(*given, unknown=0.25)) for given in (rest, [*rest, *tools]))
    heron = after.hypotheses.index("heron")
    assert before.chances()[heron] < LIKELY < 0.9 < after.chances()[heron]
    assert after.unplanted(heron) == pytest.approx(before.chances()[heron])
    assert held(after)[1]
