"""A deadline for work in this process, where there is no worker to be ended."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TookTooLongError(BaseException):
    """The deadline has passed. Not an `Exception`: no handler in the work may take it for a fault of its own."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TookTooLongError in what runs inside, once so many seconds of the clock have passed.

    By SIGALRM, so only in the main thread and not on Windows; elsewhere nothing ends the work. It reaches Python code
    and the standard library's regular expressions, not a C library that never comes back: a worker process does.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TookTooLongError
