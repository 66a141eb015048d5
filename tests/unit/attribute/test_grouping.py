from __future__ import annotations

import pytest
from tests.unit.attribute.made import BEGAN, K, grouped, incident, sets

from tocsin.model.operation import IncidentFeatures, Spread, Tie, TieKind

ONE = ((K.HOST, "x.test"), (K.LURE, "1"))


def tie(one: str, other: str, kind: TieKind) -> Tie:
    return Tie(one, other, kind, "person-1", BEGAN)


def chain(length: int) -> list[IncidentFeatures]:
    """Each shares two things with the next."""
    return [
        incident(f"i{n}", *((kind, str(m)) for m in (n, n + 1) for kind in (K.HOST, K.MAILBOX)), hours=n)
        for n in range(length)
    ]


def test_incidents_that_share_enough_are_an_operation_named_after_the_earliest() -> None:
    grouping = grouped(incident("b", *ONE), incident("a", *ONE, hours=1), incident("c", (K.HOST, "y.test")))
    (operation,) = grouping.operations()
    assert operation.incidents == ("b", "a")
    assert grouping.operation("a") == operation
    assert grouping.operation("c") is None
    assert grouping.near("a") == ("b",)
    grouping.add(incident("0", *ONE, hours=2))
    assert [one.id for one in grouping.operations()] == [operation.id]


def test_operations_grow_together_by_an_incident_and_part_without_it() -> None:
    links = chain(5)
    grouping = grouped(*links[:2], *links[3:])
    assert sets(grouping) == [("i0", "i1"), ("i3", "i4")]
    grouping.add(links[2])
    assert sets(grouping) == [("i0", "i1", "i2", "i3", "i4")]
    grouping.remove("i2")
    assert sets(grouping) == [("i0", "i1"), ("i3", "i4")]
    assert len(grouping) == 4


def test_an_incident_that_changed_is_looked_at_anew() -> None:
    grouping = grouped(incident("a", *ONE), incident("b", *ONE))
    grouping.add(incident("b", (K.HOST, "y.test")))
    assert sets(grouping) == []
    assert grouping.spread((K.HOST, "x.test")) == Spread(1)


def test_a_person_joins_and_parts() -> None:
    grouping = grouped(incident("a", *ONE), incident("b", *ONE), incident("c"))
    grouping.tie(tie("c", "a", TieKind.CONFIRMED))
    assert sets(grouping) == [("a", "b", "c")]
    grouping.tie(tie("a", "b", TieKind.CUT))
    assert sets(grouping) == [("a", "c")]
    grouping.tie(tie("c", "a", TieKind.CUT))
    assert sets(grouping) == []
    grouping.untie("b", "a")
    assert sets(grouping) == [("a", "b")]


def test_a_cut_holds_against_links_through_others_and_the_weakest_gives_way() -> None:
    weak, strong = (K.ADDRESS, "192.0.2.1"), (K.APP, "1")
    grouping = grouped(
        incident("a", *ONE, strong), incident("b", *ONE, strong, weak, (K.REGISTRANT, "r")),
        incident("c", weak, (K.REGISTRANT, "r")),
    )  # fmt: skip
    assert sets(grouping) == [("a", "b", "c")]
    grouping.tie(tie("a", "c", TieKind.CUT))
    assert sets(grouping) == [("a", "b")]


def test_a_word_on_an_incident_that_comes_later_waits_for_it() -> None:
    grouping = grouped(incident("a", *ONE))
    grouping.tie(tie("a", "b", TieKind.CUT))
    grouping.add(incident("b", *ONE))
    assert sets(grouping) == []
    grouping.remove("b")
    grouping.add(incident("b", *ONE))
    assert sets(grouping) == []


def test_a_host_that_no_list_knows_is_found_to_be_shared() -> None:
    """Two have the same text; the others of its host have nothing in common with anybody."""
    strangers = [incident(f"s{n}", (K.HOST, "x.test"), (K.LURE, f"s{n}")) for n in range(5)]
    grouping = grouped(incident("a", *ONE), incident("b", *ONE))
    assert sets(grouping) == [("a", "b")]
    for one in strangers:
        grouping.add(one)
    assert sets(grouping) == []
    assert grouping.spread((K.HOST, "x.test")) == Spread(7, agreed=False)
    for one in strangers:
        grouping.remove(one.incident)
    assert sets(grouping) == [("a", "b")]


def test_the_host_of_one_operation_agrees_however_many_it_hits() -> None:
    grouping = grouped(*(incident(f"i{n:02}", *ONE, (K.MAILBOX, "m@mail.test")) for n in range(60)))
    assert [len(one.incidents) for one in grouping.operations()] == [60]
    assert grouping.spread((K.HOST, "x.test")) == Spread(60)


def test_who_is_not_there_is_no_answer() -> None:
    grouping = grouped()
    for ask in (grouping.operation, grouping.near, grouping.remove):
        with pytest.raises(KeyError):
            ask("a")
    assert grouping.operations() == ()
