from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from itertools import count

from tocsin.scan.pool import Pool


def start(factor: int) -> Callable[[int], int]:
    def work(item: int) -> int:
        if item < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return item * factor

    return work


def start_raising() -> Callable[[int], int]:
    def work(item: int) -> int:
        if item == 3:
            os._exit(3)
        return item

    return work


def lost(item: int) -> int:
    return item - 1000


def chunks(items: list[int], size: int) -> list[list[int]]:
    return [items[at : at + size] for at in range(0, len(items), size)]


def test_results_come_in_the_order_of_the_items() -> None:
    items = list(range(200))
    assert list(Pool(start, (3,), lost, 2).run(chunks(items, 7))) == [item * 3 for item in items]


def test_only_the_item_that_kills_is_lost() -> None:
    items = [1, 2, -3, 4, 5, 6, 7, 8, -9, -10, 11, 12]
    expected = [item * 2 if item > 0 else item - 1000 for item in items]
    assert list(Pool(start, (2,), lost, 2).run(chunks(items, 4))) == expected


def test_a_worker_that_leaves_by_itself_is_replaced_too() -> None:
    assert list(Pool(start_raising, (), lost, 1).run(chunks([1, 2, 3, 4], 2))) == [1, 2, -997, 4]


def test_large_chunks_both_ways_do_not_block() -> None:
    text = "x" * 3_000_000
    answers = Pool(start_echo, (), str, 2).run([[text] for _ in range(12)])
    assert sum(len(answer) for answer in answers) == 12 * len(text)


def start_echo() -> Callable[[str], str]:
    return str


def test_no_more_is_read_ahead_than_the_workers_need() -> None:
    read = count()
    taken = 0

    def source() -> Iterator[list[int]]:
        nonlocal taken
        for number in read:
            taken = number
            yield [number]

    results = Pool(start, (1,), lost, 2).run(source())
    assert [next(results) for _ in range(10)] == list(range(10))
    assert taken < 10 + 2 * 2 * 2 + 1
    results.close()  # type: ignore[attr-defined]


def test_nothing_in_nothing_out() -> None:
    assert list(Pool(start, (1,), lost, 1).run([])) == []
