"""Logs that are brought one after the other give what they give at once, in whatever order they come."""

from __future__ import annotations

import runpy
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.fixtures.actors import House
from tests.fixtures.events import draft

from tocsin.app import accounts
from tocsin.app.ports import LogFile
from tocsin.bootstrap import make_account_reader
from tocsin.model.alert import Severity
from tocsin.model.event import LogsRead, RetentionExpired

MADE = Path(__file__).parents[3] / "examples" / "make_logs.py"
Alerts = set[tuple[str, str, str]]


@cache
def _files() -> tuple[LogFile, ...]:
    """Logs of the example's organisation that was breached; changes before sign-ins, whose history they rest on."""
    made: dict[str, Any] = runpy.run_path(str(MADE))
    logs = dict(made["lantern"]().files())
    return tuple(LogFile(name, logs[name]) for name in ("m365-audit.jsonl", "entra-sign-ins.jsonl"))


@cache
def _at_once() -> Alerts:
    with make_account_reader().of(_files()).look(None, {}, tuple) as found:
        return {
            (one.detection, one.severity.value, one.time.isoformat())
            for one in found.alerts()
            if one.severity is not Severity.INFORMATIONAL
        }


def _bring(house: House, files: Sequence[LogFile]) -> accounts.Taken:
    return accounts.take_in_files(house.sami, make_account_reader(), files)


def _standing(house: House) -> Alerts:
    found: Alerts = set()
    after = None
    while True:
        page = accounts.alerts(house.sami, after=after)
        found |= {
            (one.item.detection, one.item.severity.value, one.item.at.isoformat())
            for one in page.items
            if one.item.state not in ("explained", "replaced")
        }
        if (after := page.after) is None:
            return found


@pytest.mark.parametrize("step", [1, -1])
def test_files_brought_one_by_one_give_the_alerts_of_all_at_once(house: House, step: int) -> None:
    taken = [_bring(house, [file]) for file in _files()[::step]]
    assert len(_at_once()) >= 3
    assert _standing(house) == _at_once()
    assert [one.late for one in taken] == [0] * len(taken)


def test_what_is_brought_again_is_told_as_a_repetition(house: House) -> None:
    _bring(house, _files())
    again = _bring(house, _files())
    assert (again.repeated, again.late, again.alerts) == (again.activities, 0, ())
    spans = accounts.coverage(house.sami)
    assert len(spans) == len(set(spans))


def test_alerts_whose_lines_are_kept_no_longer_stand(house: House) -> None:
    _bring(house, _files()[1:])
    before = _standing(house)
    with house.store.write("harbour") as writer:
        read = [entry.event for entry in writer.log.read(0) if isinstance(entry.event, LogsRead)]
        writer.append(draft(RetentionExpired(tuple(page.content for one in read for page in one.pages))))
    _bring(house, _files()[:1])
    assert before <= _standing(house)
