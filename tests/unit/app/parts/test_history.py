"""The history in memory says what reading all anew would say, whatever happened in between."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.fixtures.actors import House
from tests.unit.scan.mailboxes import mail as written
from tests.unit.scan.mailboxes import make_engine

from tocsin.app import evidence, mail, submission
from tocsin.app.identify import Judge
from tocsin.app.parts import history as module
from tocsin.app.parts.history import Histories
from tocsin.model.event import Ground
from tocsin.model.trace import Trace
from tocsin.model.verdict import Class
from tocsin.model.view import MessageItem
from tocsin.scan.memory import remembering
from tocsin.store.store import Store

ENGINE = make_engine()


def _of(store: Store, kept: Histories) -> list[Trace]:
    with store.read("harbour") as reader:
        return kept.of(reader)


def _same(store: Store, kept: Histories) -> int:
    """Check that it is so, and return how much there is."""
    known, fresh = _of(store, kept), _of(store, Histories())
    assert sorted(map(repr, known)) == sorted(map(repr, fresh))
    return len(fresh)


def _submit(house: House, day: int, subject: str = "x", days: int = 90) -> str:
    (done,) = submission.submit(house.dana, Judge(ENGINE), [written(day, subject=subject)], days=days)
    assert done.message
    return done.message


def test_it_follows_whatever_is_written(house: House, store: Store) -> None:
    """A thousand steps of chance would be slow; two hundred meet each kind of step many times, in many orders."""
    chance, kept, messages = random.Random(7), Histories(), [_submit(house, 1)]
    steps: dict[str, Callable[[str], object]] = {
        "bad": lambda one: mail.correct(house.dana, [one], Class.MALICIOUS),
        "good": lambda one: mail.correct(house.dana, [one], Class.CLEAN),
        "confirm": lambda one: mail.confirm(house.dana, [one]),
        "dismiss": lambda one: mail.dismiss(house.dana, [one]),
    }
    seen, most = set(), 0
    for number in range(2, 120):
        if chance.random() < 0.5:
            messages.append(
                _submit(house, number, subject=f"{number} {chance.choice(['BAD', 'x'])}", days=number % 9 + 1)
            )
        for name in chance.sample(sorted(steps), 2):
            try:
                steps[name](chance.choice(messages))
            except Exception:  # noqa: BLE001 - steps that are refused write nothing, which is also a case
                continue
            seen.add(name)
        if number % 10 == 0:
            house.clock.time += timedelta(days=1)
            evidence.expire(house.node)
        if number % 17 == 0:
            evidence.erase(house.dana, messages.pop(), Ground.REQUEST)
        most = max(most, _same(store, kept))
    assert seen == set(steps)
    assert most > 5


def test_only_what_is_new_is_read(house: House, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Histories()
    for day in range(1, 4):
        _submit(house, day)
    assert len(_of(store, kept)) == 3
    decoded: list[str] = []
    trace = module._trace

    def noted(item: MessageItem, raw: bytes) -> Trace | None:
        decoded.append(item.message)
        return trace(item, raw)

    monkeypatch.setattr(module, "_trace", noted)
    assert (len(_of(store, kept)), decoded) == (3, [])
    new = _submit(house, 9)
    assert (len(_of(store, kept)), decoded) == (4, [new])


def test_the_latest_are_remembered(house: House, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 3)
    monkeypatch.setattr(module, "_PAGE", 3)
    kept = Histories()
    for day in range(1, 8):
        _submit(house, day)
        assert _same(store, kept) == min(day, 3)


def test_a_log_that_grew_by_much_or_is_another_one_is_read_anew(
    house: House, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Histories()
    _submit(house, 1)
    _same(store, kept)
    monkeypatch.setattr(module, "_FOLLOWED", 1)
    for day in range(2, 6):
        _submit(house, day)
    assert _same(store, kept) == 5
    known = kept._known.popitem()[1]
    known._last = b"an entry that was never there"
    with store.read("harbour") as reader:
        assert not known.goes_on_in(reader.log)


def test_an_older_state_of_the_log_knows_nothing_of_the_newer(house: House, store: Store) -> None:
    kept = Histories()
    _submit(house, 1)
    with store.read("harbour") as early:
        assert early.log.size
        _submit(house, 2)
        assert _same(store, kept) == 2
        assert len(kept.of(early)) == 1
    assert _same(store, kept) == 2


def test_verdicts_are_those_of_a_judge_that_reads_all_anew(house: House, store: Store) -> None:
    kept = Judge(ENGINE, remembering)
    for day in range(1, 6):
        for subject in ("x", "BAD"):
            raw = written(day, subject=f"{subject} {day}")
            with store.read("harbour") as reader:
                before = Histories().of(reader)
            (done,) = submission.submit(house.dana, kept, [raw])
            with remembering(before) as memory:
                from tocsin.app.parts.judging import judge
                from tocsin.app.parts.profiles import profile_of

                with store.read("harbour") as reader:
                    profile = profile_of(reader)
                assert judge(Judge(ENGINE), raw, profile, memory).verdict == done.verdict


def test_several_threads_may_ask(house: House, store: Store) -> None:
    kept, lengths = Histories(), []
    for day in range(1, 6):
        _submit(house, day)
    several = [threading.Thread(target=lambda: lengths.append(len(_of(store, kept)))) for _ in range(8)]
    for one in several:
        one.start()
    for one in several:
        one.join()
    assert lengths == [5] * 8
