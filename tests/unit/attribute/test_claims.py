from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from msgspec.structs import replace

from tocsin.attribute.claims import check_answer, checked, circle, counts_as, reaches_itself, standings
from tocsin.model.claim import Answer, Answered, Claim, Ground, Says, Speaker
from tocsin.model.error import InputError

TODAY = date(2024, 9, 1)
ONE = Claim("Harbour (synthetic)", Speaker.VICTIM, Says.BY, "Meridia (fictional)", "2024-08-10",
            grounds=(Ground.SHOWN,))  # fmt: skip


def test_what_is_said_stands_as_it_was_said() -> None:
    said = replace(ONE, speaker="  Harbour (synthetic) ", what=" Meridia (fictional)", said_on=" 2024-08 ")
    assert checked(said, TODAY) == replace(ONE, said_on="2024-08")


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("speaker", " ", "somebody's"), ("what", "", "somebody's"), ("what", "x" * 201, "longer"),
        ("words", "x" * 4_001, "longer"), ("said_on", "", "no day"), ("said_on", "2024-13", "no day"),
        ("said_on", "2024-02-30", "no day"), ("said_on", "2024-09-02", "no day"), ("said_on", "2025", "no day"),
        ("said_on", "yesterday", "no day"), ("said_on", "0000", "no day"), ("source_grade", "G", "no such grade"),
        ("source_grade", "AB", "no such grade"), ("source_grade", "", "no such grade"),
        ("information_grade", 0, "no such grade"), ("information_grade", 7, "no such grade"),
        ("grounds", (), "grounds"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(field: str, value: object, told: str) -> None:
    with pytest.raises(InputError, match=told):
        checked(replace(ONE, **{field: value}), TODAY)


def claims(*names: str) -> dict[str, Claim]:
    """Claims of different speakers, each a month after the one before."""
    return {name: replace(ONE, speaker=name, said_on=f"2024-{at + 1:02}") for at, name in enumerate(names)}


def confirms(claim: str, by: str) -> Answered:
    return Answered(claim, by, Answer.CONFIRMS)


def repeats(claim: str, by: str) -> Answered:
    return Answered(claim, by, Answer.REPEATS)


def test_one_report_that_is_quoted_thrice_confirms_once() -> None:
    answers = [confirms("victim", "vendor"), *(confirms("victim", one) for one in ("a", "b", "c"))]
    answers += [repeats("vendor", "a"), repeats("vendor", "b"), repeats("a", "c")]
    for order in permutations(answers, len(answers)):
        told = standings(claims("victim", "vendor", "a", "b", "c"), order)
        assert told["victim"].confirmed == ("vendor",)
        assert not told["victim"].alone
        assert told["vendor"].repeated == ("a", "b")


def test_who_repeats_the_victim_does_not_confirm_it() -> None:
    told = standings(claims("victim", "a"), [confirms("victim", "a"), repeats("victim", "a")])["victim"]
    assert (told.confirmed, told.repeated, told.alone) == ((), ("a",), True)


def test_who_quotes_two_makes_them_no_single_source() -> None:
    several = claims("victim", "agency", "vendor", "paper")
    answers = [confirms("victim", one) for one in ("agency", "vendor", "paper")]
    answers += [repeats("agency", "paper"), repeats("vendor", "paper")]
    assert standings(several, answers)["victim"].confirmed == ("agency", "vendor")


def test_what_was_taken_back_counts_no_more_and_neither_does_who_repeats_it() -> None:
    several = claims("victim", "vendor", "paper", "vendor-2")
    answers = [
        confirms("victim", "vendor"), confirms("victim", "paper"), repeats("vendor", "paper"),
        Answered("vendor", "vendor-2", Answer.WITHDRAWS),
    ]  # fmt: skip
    told = standings(several, answers)
    assert told["victim"].confirmed == ()
    assert told["vendor"].withdrawn == ("vendor-2",)


def by_one(speaker: str, several: dict[str, Claim], *names: str) -> dict[str, Claim]:
    return several | {name: replace(several[name], speaker=speaker) for name in names}


def test_nobody_confirms_a_claim_of_their_own_also_not_through_others() -> None:
    several = by_one(" VICTIM", claims("victim", "again", "paper", "quotes", "agency"), "again", "quotes")
    answers = [confirms("victim", one) for one in ("again", "paper", "quotes")]
    answers += [repeats("again", "paper"), repeats("agency", "quotes")]
    for order in permutations(answers):
        assert standings(several, order)["victim"].alone


def test_one_speaker_counts_once() -> None:
    several = by_one("Vendor", claims("victim", "report", "blog", "talk"), "report", "blog", "talk")
    answers = [confirms("victim", one) for one in ("report", "blog", "talk")]
    assert standings(several, answers)["victim"].confirmed == ("report",)
    against = [Answered("victim", one, Answer.CONTRADICTS) for one in ("blog", "talk")]
    assert standings(several, against)["victim"].contradicted == ("blog",)


@pytest.mark.parametrize("names", list(permutations(("agency", "quotes", "own"))))
def test_who_quotes_one_time_and_knows_another_time_counts_by_what_they_know(names: tuple[str, ...]) -> None:
    """In whatever order they spoke."""
    several = by_one("Vendor", claims("victim", *names), "quotes", "own")
    answers = [*(confirms("victim", one) for one in names), repeats("agency", "quotes")]
    assert set(standings(several, answers)["victim"].confirmed) == {"agency", "own"}


def test_who_contradicts_themselves_is_told() -> None:
    several = by_one("victim", claims("victim", "later"), "later")
    assert standings(several, [Answered("victim", "later", Answer.CONTRADICTS)])["victim"].contradicted == ("later",)


def test_what_contradicts_is_counted_as_what_confirms() -> None:
    several = claims("victim", "accused", "echo")
    answers = [Answered("victim", one, Answer.CONTRADICTS) for one in ("echo", "accused")] + [
        repeats("accused", "echo")
    ]
    assert standings(several, answers)["victim"].contradicted == ("accused",)


def test_answers_of_claims_that_are_not_there_say_nothing() -> None:
    assert standings(claims("victim"), [confirms("victim", "struck")])["victim"].alone


def test_a_claim_answers_itself_by_no_way() -> None:
    answers = [confirms("a", "b"), repeats("b", "c")]
    assert reaches_itself("c", "a", answers)
    assert reaches_itself("a", "a", answers)
    assert not reaches_itself("a", "c", answers)


def test_a_circle_that_is_there_all_the_same_ends() -> None:
    told = standings(claims("a", "b"), [repeats("a", "b"), repeats("b", "a"), confirms("a", "b")])
    assert set(told) == {"a", "b"}


def withdraws(claim: str, by: str) -> Answered:
    return Answered(claim, by, Answer.WITHDRAWS)


@pytest.mark.parametrize(
    ("grounds", "own"),
    [((Ground.SHOWN,), True), ((Ground.OTHERS, Ground.WITHHELD), True), ((Ground.NONE,), False),
     ((Ground.OTHERS,), False), ((Ground.INTEREST, Ground.OTHERS), False)],
)  # fmt: skip
def test_only_grounds_of_its_own_confirm(grounds: tuple[Ground, ...], own: bool) -> None:
    several = claims("victim", "paper")
    several["paper"] = replace(several["paper"], grounds=grounds)
    told = standings(several, [confirms("victim", "paper")])["victim"]
    assert (told.confirmed, told.agreed, told.alone) == (
        (("paper",), (), False) if own else ((), ("paper",), True)
    )  # fmt: skip
    assert counts_as(confirms("victim", "paper"), several) is (Answer.CONFIRMS if own else Answer.AGREES)
    check_answer(several["victim"], several["paper"], Answer.AGREES)
    if own:
        check_answer(several["victim"], several["paper"], Answer.CONFIRMS)
    else:
        with pytest.raises(InputError, match="no grounds of its own"):
            check_answer(several["victim"], several["paper"], Answer.CONFIRMS)


def test_who_agrees_counts_once_and_never_for_themselves() -> None:
    several = by_one("Vendor", claims("victim", "a", "b", "self"), "a", "b") | {"self": ONE}
    several["self"] = replace(ONE, speaker=" VICTIM", said_on="2024-04")
    answers = [Answered("victim", one, Answer.AGREES) for one in ("a", "b", "self")]
    assert standings(several, answers)["victim"].agreed == ("a",)
    assert standings(several, [*answers, withdraws("a", "b")])["victim"].agreed == ("b",)


@pytest.mark.parametrize("change", [{"says": Says.NOT_BY}, {"what": "Salt Fox"}, {"says": Says.HAPPENED}])
def test_what_says_another_thing_confirms_nothing(change: dict[str, object]) -> None:
    several = claims("victim", "other")
    several["other"] = replace(several["other"], **change)
    told = standings(several, [confirms("victim", "other")])["victim"]
    assert (told.confirmed, told.agreed, told.alone) == ((), (), True)
    for how in (Answer.CONFIRMS, Answer.AGREES):
        with pytest.raises(InputError, match="do not say the same"):
            check_answer(several["victim"], several["other"], how)
    check_answer(several["victim"], several["other"], Answer.CONTRADICTS)


def test_the_same_name_is_the_same_and_of_an_aim_the_words_may_differ() -> None:
    check_answer(ONE, replace(ONE, what="MERIDIA  (fictional)"), Answer.CONFIRMS)
    aim = replace(ONE, says=Says.AIM, what="discord")
    check_answer(aim, replace(aim, what="distrust in the vote"), Answer.CONFIRMS)


@pytest.mark.parametrize(
    ("earlier", "later", "before"),
    [("2024-05", "2020", True), ("2024-05", "2024", False), ("2024-05-02", "2024-05", False),
     ("2024-05-02", "2024-04", True), ("2024", "2023-12-31", True), ("2024-05-02", "2024-05-02", False)],
)  # fmt: skip
def test_what_was_certainly_said_before_answers_nothing(earlier: str, later: str, before: bool) -> None:
    one, other = replace(ONE, said_on=earlier), replace(ONE, said_on=later)
    for how in Answer:
        if before:
            with pytest.raises(InputError, match="said before"):
                check_answer(one, other, how)
        else:
            check_answer(one, other, how)


def test_a_withdrawal_that_was_withdrawn_takes_nothing_back() -> None:
    names = ("first", "back", "again", "once-more", "agency")
    several = by_one("victim", claims(*names), *names[:4])
    chain = [withdraws("first", "back"), withdraws("back", "again"), confirms("agency", "first")]
    told = standings(several, chain)
    assert (told["first"].withdrawn, told["back"].withdrawn) == ((), ("again",))
    assert told["agency"].confirmed == ("first",), "it counts again"
    told = standings(several, [*chain, withdraws("again", "once-more")])
    assert (told["first"].withdrawn, told["back"].withdrawn) == (("back",), ())
    assert told["agency"].confirmed == ()
    circle_of_two = [withdraws("first", "back"), withdraws("back", "first")]
    assert standings(several, circle_of_two)["first"].withdrawn == ()


def test_a_circle_is_found() -> None:
    straight = [confirms("a", "b"), repeats("b", "c"), repeats("a", "c")]
    assert circle(straight) is None
    assert circle([*straight, confirms("c", "a")]) in ("a", "b", "c")
