from __future__ import annotations

from tests.unit.attribute.made import K

from tocsin.attribute.index import Index, code_of
from tocsin.attribute.kinds import COMMON
from tocsin.model.operation import FeatureKind, Spread

HOST, LURE = (K.HOST, "x.test"), (K.LURE, "1")


def test_a_code_tells_kinds_and_values_apart() -> None:
    codes = {code_of((kind, value)) for kind in FeatureKind for value in ("", "a", "b", "\udc80")}
    assert len(codes) == 4 * len(FeatureKind)
    assert all(0 <= code < 2**64 for code in codes)


def test_it_says_what_weighs_less_or_more() -> None:
    index = Index()
    changes = [index.add(f"i{n}", [LURE, HOST])[1] for n in range(COMMON + 1)]
    crossed = [n + 1 for n, changed in enumerate(changes) if code_of(HOST) in changed.less]
    assert crossed == [17, 65, COMMON + 1]
    assert [n + 1 for n, changed in enumerate(changes) if code_of(LURE) in changed.less] == [65, COMMON + 1]
    assert code_of(HOST) in index.remove(0).more


def test_it_finds_who_is_linked() -> None:
    index = Index()
    for n in range(3):
        index.add(f"i{n}", [HOST, LURE])
    index.add("i3", [LURE])
    assert set(index.linked(0)) == {1, 2}
    assert index.linked_among(0, {1, 3}) == {1}
    assert index.weight(0, 1) > index.weight(0, 3)
    index.remove(2)
    assert set(index.linked(0)) == {1}
    assert index.spread(HOST) == Spread(2)
    assert index.spread((K.HOST, "other.test")) == Spread(0)
