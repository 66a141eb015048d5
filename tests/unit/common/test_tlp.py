"""Labels fail closed."""

from __future__ import annotations

from tocsin.common.tlp import readable, strictest
from tocsin.model.people import Tlp


def test_what_bears_no_label_is_red() -> None:
    assert not readable(None, Tlp.AMBER_STRICT)
    assert readable(None, Tlp.RED)
    assert strictest([]) is Tlp.RED


def test_the_stricter_wins() -> None:
    labels = list(Tlp)
    for place, label in enumerate(labels):
        assert [readable(label, clearance) for clearance in labels] == [other >= place for other in range(5)]
        assert strictest([Tlp.CLEAR, label]) is label
