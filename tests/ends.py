"""A guard for tests of hostile input: work that grows faster than its input is ended, and the test fails.

It is no measure of speed: what it guards takes a hundredth of the limit or less, and would take many times the limit if
it grew with the square of its input. Only processor time counts, so that a busy machine changes nothing.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class WithoutEndError(BaseException):
    """Raised in the midst of work that has used its processor time; no handler of errors in general catches it."""


@contextmanager
def ends(seconds: float = 40) -> Iterator[None]:
    """End what is done within by WithoutEndError once it has used so many seconds of the processor."""
    before = signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _give_up(_number: int, _frame: FrameType | None) -> None:
    raise WithoutEndError
