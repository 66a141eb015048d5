"""Logs that are brought one after the other give what they give at once, in whatever order they come."""

from __future__ import annotations

import runpy
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from tests.fixtures.activities import GivenLogs, alert_about, sign_in
from tests.fixtures.actors import House
from tests.fixtures.events import draft

from tocsin.app import accounts, evidence
from tocsin.app.ports import LogFile, Looked
from tocsin.bootstrap import make_account_reader
from tocsin.model.alert import Alert, Severity
from tocsin.model.event import Ground, LogsRead, PersonChanged, RetentionExpired
from tocsin.model.people import Role
from tocsin.model.profile import Person

DANA, SAMI = "dana@harbour.example", "sami@harbour.example"
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


def _state(house: House, alert: str) -> str:
    return accounts.alert(house.sami, alert).shown.item.state


def _late(house: House, *alerts: Alert) -> None:
    """Lines that come late have put these alerts right."""

    class Late(GivenLogs):
        @contextmanager
        def look(self, state: bytes | None, judged: Mapping[str, str], earlier: Any) -> Iterator[Looked]:
            list(earlier())
            yield self

    accounts.take_in(house.sami, Late([], [], withdrawn=[one.id for one in alerts]))


def test_an_alert_that_late_lines_explain_is_withdrawn_but_not_where_its_grounds_may_be_gone(house: House) -> None:
    lines = [sign_in(DANA), sign_in(DANA, 1), sign_in("tips@harbour.example", 2)]
    found = [
        alert_about(lines[0]), alert_about(lines[1], detection="click-then-sign-in"), alert_about(lines[2]),
        alert_about(lines[0], lines[2], detection="password-spray"), alert_about(lines[0], detection="sigma:Mine"),
    ]  # fmt: skip
    taken = accounts.take_in(house.sami, GivenLogs(lines, found))
    _late(house, *found)
    assert [_state(house, one) for one in taken.alerts] == ["explained", *["waiting"] * 4], (
        "mail that was judged may be gone, nothing of mail is kept of addresses for sources, and of one's own rule "
        "nothing is known"
    )


def test_what_somebody_decided_about_is_not_withdrawn(house: House) -> None:
    found = alert_about(sign_in(DANA))
    taken = accounts.take_in(house.sami, GivenLogs([sign_in(DANA)], [found]))
    accounts.confirm(house.sami, taken.alerts)
    _late(house, found)
    assert _state(house, taken.alerts[0]) == "confirmed"


@pytest.mark.parametrize(("days", "expected"), [(6, "waiting"), (8, "explained")])
def test_an_alert_up_to_a_week_after_lines_that_are_gone_stands(house: House, days: int, expected: str) -> None:
    old = accounts.take_in(house.sami, GivenLogs([sign_in(SAMI)], []))
    line = sign_in(DANA, 60 * 24 * days)
    taken = accounts.take_in(house.sami, GivenLogs([line], [alert_about(line)]))
    evidence.erase(house.dana, old.reading, Ground.REQUEST)
    _late(house, alert_about(line))
    assert _state(house, taken.alerts[0]) == expected


class _Remembering(GivenLogs):
    def __init__(self, state: bytes) -> None:
        super().__init__([sign_in(DANA)], [])
        self._state = state

    def state(self) -> bytes:
        return self._state


def test_where_what_was_remembered_is_erased_it_is_gone_on_from_what_was_remembered_before(house: House) -> None:
    readings = [accounts.take_in(house.sami, _Remembering(state)).reading for state in (b"first", b"second")]
    evidence.erase(house.dana, readings[1], Ground.REQUEST)
    logs = _Remembering(b"third")
    accounts.take_in(house.sami, logs)
    assert logs.remembered == b"first"
    again = _Remembering(b"fourth")
    accounts.take_in(house.sami, again)
    assert again.remembered == b"third"
    for reading in (*readings[:1], *_readings(house)[:2]):
        evidence.erase(house.dana, reading, Ground.REQUEST)
    last = _Remembering(b"fifth")
    accounts.take_in(house.sami, last)
    assert last.remembered is None


def _readings(house: House) -> list[str]:
    with house.store.read("harbour") as reader:
        events = [entry.event for entry in reader.log.read(0)]
    return [event.reading for event in reversed(events) if isinstance(event, LogsRead)]


STRANGER = "stranger@elsewhere.example"


@pytest.mark.parametrize(
    ("others", "kept"), [((), False), ((STRANGER,), True), ((SAMI,), True), (("d.osman@home.example",), False)]
)
def test_an_alert_goes_with_a_person_only_where_it_is_about_nobody_else(
    house: House, others: tuple[str, ...], kept: bool
) -> None:
    with house.store.write("harbour") as writer:
        known = Person("Dana Osman", (DANA,), ("d.osman@home.example",))
        writer.append(draft(PersonChanged("p-dana", writer.keep(msgspec.json.encode(known)))))
    lines = [sign_in(DANA), *(sign_in(one, 1) for one in others)]
    taken = accounts.take_in(house.sami, GivenLogs(lines, [alert_about(*lines, detection="password-spray")]))
    evidence.erase(house.as_("p-dana", Role.LEAD, Role.ADMIN), "p-dana", Ground.REQUEST)
    assert bool(accounts.alert(house.sami, taken.alerts[0]).lines) is kept
