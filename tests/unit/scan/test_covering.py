from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tocsin.identify.stories import event
from tocsin.model.activity import Activity
from tocsin.scan import covering
from tocsin.scan.covering import LOST, Covering

AS_OF = datetime(2026, 11, 1, tzinfo=UTC)
lines = st.lists(
    st.builds(
        lambda day, log, provider: replace(event(log=log, provider=provider), time=AS_OF - timedelta(days=day)),
        st.integers(-9, 9),
        st.sampled_from(["login", "admin", "token", "x" * 99, "drive"]),
        st.sampled_from(["a", "b"]),
    ),
    max_size=30,
)


def covered(parts: list[list[Activity]], broken: int) -> Covering:
    whole = Covering(AS_OF)
    for number, part in enumerate(parts):
        one = Covering(AS_OF, is_part=True)
        for line in part:
            one.add([line], is_broken=False)
        if number < broken:
            one.lose()
        whole.join(one)
    return whole


@given(st.lists(lines, min_size=1, max_size=4), st.integers(0, 2))
def test_parts_cover_what_the_whole_covers(parts: list[list[Activity]], broken: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(covering, "_MOST_DAYS", 6)
        patch.setattr(covering, "_MOST_NAMES", 3)
        whole = Covering(AS_OF)
        for line in (line for part in parts for line in part):
            whole.add([line], is_broken=False)
        for _ in range(min(broken, len(parts))):
            whole.lose()
        joined = covered(parts, broken)
        assert joined.days == whole.days
        assert (joined.broken, joined.lost) == (whole.broken, whole.lost)
        assert list(joined.told()) == list(whole.told())


def test_a_file_of_which_nothing_could_be_read_is_lost() -> None:
    one = Covering(AS_OF)
    one.lose()
    assert list(one.told()) == [LOST]
    other = Covering(AS_OF)
    other.lose(of_a_log=False)
    assert list(other.told()) == []
