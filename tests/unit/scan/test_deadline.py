from __future__ import annotations

import re
import signal
import threading
import time
from collections.abc import Callable

import pytest

from tocsin.scan.deadline import TookTooLongError, deadline


def sleeping() -> None:
    time.sleep(60)


def computing() -> None:
    while True:
        pass


def backtracking() -> None:
    re.match("(a|a)*$", "a" * 60 + "b")


@pytest.mark.parametrize("work", [sleeping, computing, backtracking])
def test_what_takes_too_long_is_ended(work: Callable[[], None]) -> None:
    with pytest.raises(TookTooLongError), deadline(0.2):
        work()


def swallowing() -> None:
    try:
        time.sleep(60)
    except Exception:  # noqa: BLE001 - as the engine does with a check that fails
        time.sleep(60)


def test_no_handler_in_the_work_hides_it() -> None:
    with pytest.raises(TookTooLongError), deadline(0.2):
        swallowing()


def test_what_is_done_in_time_leaves_no_alarm_behind() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with deadline(60):
        pass
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    assert signal.getsignal(signal.SIGALRM) is before


def test_another_thread_works_without() -> None:
    done: list[bool] = []

    def work() -> None:
        with deadline(60):
            done.append(signal.getitimer(signal.ITIMER_REAL)[0] == 0)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
