from __future__ import annotations

from tocsin.attribute.parting import parts


def test_links_are_taken_in_order_until_a_cut_is_in_the_way() -> None:
    assert parts([1, 2, 3], [(1, 2), (2, 3)], [(1, 3)]) == [{1, 2}, {3}]
    assert parts([1, 2, 3], [(2, 3), (1, 2)], [(3, 1)]) == [{1}, {2, 3}]


def test_without_cuts_all_that_is_linked_stays() -> None:
    assert parts(range(4), [(0, 1), (2, 3), (1, 2)], []) == [{0, 1, 2, 3}]
    assert parts(range(2), [], []) == [{0}, {1}]
