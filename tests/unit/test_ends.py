from __future__ import annotations

import re
import signal

import pytest
from tests.ends import WithoutEndError, ends


def test_work_without_end_is_ended() -> None:
    with pytest.raises(WithoutEndError), ends(0.1):
        re.match("(a|a)*$", "a" * 60 + "b")


def test_work_that_ends_is_let_be() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with ends(5):
        assert sum(range(10)) == 45
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)
