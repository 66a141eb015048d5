"""Pages are complete and stable while others write. `make trial-paging` makes 10,000 such runs."""

from __future__ import annotations

from bench.lib.paging import Place as Shelf
from bench.lib.paging import Run, Tally
from tests.integration.taxii.place import Place


def test_nothing_is_lost_and_nothing_is_doubled_while_others_write(place: Place) -> None:
    tally, shelf = Tally(), Shelf(place.store)
    for seed in range(25):
        Run(shelf, seed).go(tally)
    assert (tally.lost, tally.doubled, tally.before) == (0, 0, 0)
    assert tally.objects > 700
    assert tally.written_while_read > 20, "others did write meanwhile"
