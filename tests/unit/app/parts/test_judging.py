"""One message is judged at a time, and nothing else waits for it."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest
from tests.fixtures.actors import House
from tests.unit.scan.mailboxes import mail as written
from tests.unit.scan.mailboxes import make_engine

from tocsin.app import ask, identify, submission
from tocsin.app.identify import Judge
from tocsin.app.parts import judging
from tocsin.scan.memory import remembering


def test_threads_take_turns_with_the_engine(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    by, inside, most = Judge(make_engine()), [0], [0]
    engine_judges = identify.judge_mail

    def watched(*arguments: Any) -> object:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        time.sleep(0.02)
        try:
            return engine_judges(*arguments)
        finally:
            inside[0] -= 1

    monkeypatch.setattr(judging, "judge_mail", watched)
    several = [
        threading.Thread(target=lambda day=day: list(submission.submit(house.dana, by, [written(day)])))
        for day in range(1, 5)
    ]
    for one in several:
        one.start()
    for one in several:
        one.join()
    assert most == [1]


class Reads:
    """Notes whether somebody else could judge while it reads."""

    def __init__(self, by: Judge) -> None:
        self.by, self.held = by, [True]

    def text(self, image: bytes) -> str:
        self.held = [self.by.alone.locked()]
        return image.decode()


def test_a_picture_is_read_while_others_judge(house: House) -> None:
    by = Judge(make_engine(), remembering)
    ocr = Reads(by)
    ask.ask_picture(house.sami, by, ocr, b"Your account is closed. Call this number at once.")
    assert ocr.held == [False]
