from __future__ import annotations

import pytest

from tocsin.attribute.shards import Shards


def test_it_keeps_what_a_dict_keeps() -> None:
    kept: Shards[int, str] = Shards()
    for number in range(-5_000, 5_000):
        kept.put(number << 40, str(number))
    assert len(kept) == 10_000
    assert all(kept.get(number << 40, "") == str(number) for number in range(-5_000, 5_000))
    kept.drop(0)
    assert 0 not in kept
    assert kept.get(0, "gone") == "gone"
    assert len(kept) == 9_999
    with pytest.raises(KeyError):
        kept.drop(0)
