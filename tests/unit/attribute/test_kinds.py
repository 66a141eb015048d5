from __future__ import annotations

from itertools import pairwise

import pytest

from tocsin.attribute.kinds import COMMON, COPIED, JOINS, KINDS, LEVELS, SPLIT, START, telling, weight_of
from tocsin.model.operation import Family, FeatureKind, Spread
from tocsin.model.sentence import LANGUAGES


def test_every_kind_has_its_weight_and_its_name_in_both_languages() -> None:
    assert set(KINDS) == set(FeatureKind)
    for kind in KINDS.values():
        assert 0 < kind.weight <= 4.5
        assert set(kind.text) == set(LANGUAGES)
    for language in LANGUAGES:
        assert len({kind.text[language] for kind in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize("kind", FeatureKind)
@pytest.mark.parametrize("agreed", [True, False])
def test_a_feature_weighs_less_the_more_show_it(kind: FeatureKind, agreed: bool) -> None:
    weights = [weight_of(kind, Spread(n, agreed)) for n in range(1, COMMON + 2)]
    assert all(one >= other for one, other in pairwise(weights))
    assert weights[-1] == 0, "what more than COMMON show links nothing"
    assert agreed or max(weights) <= SPLIT


def test_no_kind_joins_alone_nor_does_all_that_can_be_copied() -> None:
    assert all(kind.weight <= JOINS - START + 0.5 for kind in KINDS.values())
    assert LEVELS[0][0] < LEVELS[-1][0] == COMMON
    assert {kind.family for kind in KINDS.values()} == set(Family)
    assert {Family.TEXT, Family.KIT, Family.PROGRAM, Family.NEIGHBOURHOOD} <= COPIED


def test_holders_agree_by_what_is_of_another_family_and_does_not_follow() -> None:
    assert FeatureKind.LURE in telling(FeatureKind.HOST)
    assert FeatureKind.DOMAIN not in telling(FeatureKind.HOST)
    assert FeatureKind.TEMPLATE not in telling(FeatureKind.HOST), "who links to a host links to its pages"
    assert FeatureKind.TEMPLATE in telling(FeatureKind.ADDRESS)
    assert FeatureKind.MAILER not in telling(FeatureKind.HOST), "too many have the same"
