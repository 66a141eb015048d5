"""Incidents of others attach to one's own, and join none of it."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tocsin.attribute.attaching import attached
from tocsin.attribute.grouping import operation_id
from tocsin.model.operation import Link


def link(one: str, other: str, weight: float) -> Link:
    first, second = sorted((one, other))
    return Link(first, second, weight, (), True)


ORDER = {"x": 0, "a": 1, "b": 2, "c": 3, "y": 4, "z": 5}
OWN = (("a", "b"), ("c",))


def groups(*links: Link) -> set[frozenset[str]]:
    return {frozenset(one.incidents) for one in attached(OWN, links, ORDER)}


def test_another_attaches_by_its_strongest_link_and_bridges_nothing() -> None:
    assert groups(link("x", "a", 2.0), link("x", "c", 3.0)) == {frozenset("ab"), frozenset("xc")}
    assert groups(link("x", "a", 2.0), link("x", "y", 1.0), link("y", "c", 0.5)) == {frozenset("abxy")}
    assert groups(link("y", "z", 1.0)) == {frozenset("ab"), frozenset("yz")}


def test_an_operation_is_called_after_the_earliest_of_ones_own() -> None:
    (one,) = attached(OWN, [link("x", "a", 1.0)], ORDER)
    assert one.incidents == ("x", "a", "b")
    assert one.id == operation_id("a")
    (_, of_others) = sorted(attached(OWN, [link("y", "z", 1.0)], ORDER), key=lambda one: one.incidents)
    assert of_others.id == operation_id("y")


def test_the_order_of_links_does_not_matter() -> None:
    links = [link("x", "a", 1.0), link("x", "c", 1.0), link("x", "y", 1.0), link("y", "c", 1.0)]
    assert len({tuple(attached(OWN, several, ORDER)) for several in permutations(links)}) == 1


PAIRS = st.tuples(st.sampled_from("xyz"), st.sampled_from("abcxyz"), st.floats(0, 5)).filter(
    lambda one: one[0] != one[1]
)


@given(st.lists(PAIRS, max_size=12))
def test_no_links_of_others_join_what_is_ones_own(several: list[tuple[str, str, float]]) -> None:
    for one in groups(*(link(*pair) for pair in several)):
        assert one & set("abc") in (frozenset(), frozenset("ab"), frozenset("c"))
