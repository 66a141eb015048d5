"""Pages are complete and stable while others write. `make trial-paging` makes 10,000 such runs."""

from __future__ import annotations

import pytest
from bench.lib.paging import Place as Shelf
from bench.lib.paging import Run, Tally
from tests.integration.taxii.place import Place

from tocsin.render.exchange import at_microsecond


def test_nothing_is_lost_and_nothing_is_doubled_while_others_write(place: Place) -> None:
    tally, shelf = Tally(), Shelf(place.store)
    for seed in range(25):
        Run(shelf, seed).go(tally)
    assert (tally.lost, tally.doubled, tally.before) == (0, 0, 0)
    assert tally.objects > 700
    assert tally.written_while_read > 20, "others did write meanwhile"


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("by", "found"), [(2, "lost"), (-2, "before")])
def test_a_place_that_is_wrong_by_two_would_be_noticed(
    place: Place, monkeypatch: pytest.MonkeyPatch, by: int, found: str
) -> None:
    monkeypatch.setattr(Run, "_after", staticmethod(lambda _way, last: {"added_after": at_microsecond(last + by)}))
    tally, shelf = Tally(), Shelf(place.store)
    for seed in range(6):
        Run(shelf, seed).go(tally)
    assert getattr(tally, found) + (tally.doubled if by < 0 else 0) > 0
