from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Generator, Iterator
from itertools import count

import pytest

from tocsin.scan import pool
from tocsin.scan.pool import Pool

SECONDS = 60.0


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


def lost(item: int, late: bool) -> int:
    return item - (2000 if late else 1000)


def lost_text(item: str, late: bool) -> str:
    return item


def chunks(items: list[int], size: int) -> list[list[int]]:
    return [items[at : at + size] for at in range(0, len(items), size)]


def test_results_come_in_the_order_of_the_items() -> None:
    items = list(range(200))
    assert list(Pool(start, (3,), lost, 2, SECONDS).run(chunks(items, 7))) == [item * 3 for item in items]


def test_only_the_item_that_kills_is_lost() -> None:
    items = [1, 2, -3, 4, 5, 6, 7, 8, -9, -10, 11, 12]
    expected = [item * 2 if item > 0 else item - 1000 for item in items]
    assert list(Pool(start, (2,), lost, 2, SECONDS).run(chunks(items, 4))) == expected


def test_a_worker_that_leaves_by_itself_is_replaced_too() -> None:
    assert list(Pool(start_raising, (), lost, 1, SECONDS).run(chunks([1, 2, 3, 4], 2))) == [1, 2, -997, 4]


def test_large_chunks_both_ways_do_not_block() -> None:
    text = "x" * 3_000_000
    answers = Pool(start_echo, (), lost_text, 2, SECONDS).run([[text] for _ in range(12)])
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

    results = Pool(start, (1,), lost, 2, SECONDS).run(source())
    assert [next(results) for _ in range(10)] == list(range(10))
    assert taken < 10 + 2 * 2 * 2 + 1
    assert isinstance(results, Generator)
    results.close()


def test_nothing_in_nothing_out() -> None:
    assert list(Pool(start, (1,), lost, 1, SECONDS).run([])) == []


def start_hanging() -> Callable[[int], int]:
    def work(item: int) -> int:
        if item < 0:
            time.sleep(600)
        return item

    return work


def start_stopping() -> Callable[[int], int]:
    def work(item: int) -> int:
        if item < 0:
            os.kill(os.getpid(), signal.SIGSTOP)
        return item

    return work


@pytest.mark.parametrize("hang", [start_hanging, start_stopping])
def test_only_the_item_that_holds_its_worker_is_lost(hang: Callable[[], Callable[[int], int]]) -> None:
    items = [1, 2, -3, 4, 5, 6, 7, 8, 9]
    found = list(Pool(hang, (), lost, 2, 1.5).run(chunks(items, 3)))
    assert found == [1, 2, -2003, 4, 5, 6, 7, 8, 9]


def start_slow() -> Callable[[int], int]:
    def work(item: int) -> int:
        time.sleep(0.9)
        return item

    return work


def test_a_chunk_of_slow_items_loses_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_FURTHER", 0.1)
    items = [1, 2, 3, 4]
    assert list(Pool(start_slow, (), lost, 1, 2.5).run([items])) == items


def test_a_reader_that_takes_its_time_costs_no_item() -> None:
    results = Pool(start, (1,), lost, 1, 1.5).run(chunks(list(range(8)), 2))
    assert next(results) == 0
    time.sleep(2)
    assert list(results) == list(range(1, 8))


def start_stopping_over_text() -> Callable[[str], str]:
    def work(item: str) -> str:
        if item.startswith("stop"):
            os.kill(os.getpid(), signal.SIGSTOP)
        return item

    return work


def lost_late(item: str, late: bool) -> str:
    return f"lost {late}"


def test_a_worker_that_does_not_even_read_holds_nobody() -> None:
    texts = ["stop" * 1_000_000] + ["x" * 3_000_000] * 4
    found = list(Pool(start_stopping_over_text, (), lost_late, 1, 2).run([[text] for text in texts]))
    assert found == ["lost True", *texts[1:]]


def test_an_item_has_the_time_that_is_given_it_on_top() -> None:
    further = {1: 20.0}
    results = Pool(start_slow, (), lost, 1, 0.3, lambda item: further.get(item, 0.0)).run([[1], [2]])
    assert list(results) == [1, -1998]
