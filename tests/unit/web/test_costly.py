"""What reads much at one go is limited, by page and by program; so is what stays open."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from tests.fixtures.events import draft
from tests.unit.web.conftest import Place

from tocsin.app.access import USE_CASES
from tocsin.app.rights import Right
from tocsin.model.event import RoleGiven
from tocsin.model.people import Role
from tocsin.web import security
from tocsin.web.api import calls
from tocsin.web.counting import STREAMS


@pytest.fixture
def still(place: Place) -> Place:
    """The console, at one moment, with Sami as lead."""
    now = place.house.clock.time
    object.__setattr__(place.node.counts, "_clock", lambda: now)
    with place.house.store.write("harbour") as writer:
        writer.append(draft(RoleGiven("p-sami", Role.LEAD)))
    return place


@pytest.mark.parametrize("name", sorted(security.COSTLY))
def test_a_program_does_what_is_costly_so_often_a_minute(still: Place, name: str) -> None:
    (one,) = [call for call in calls() if call.case.name == name]
    most = security.COSTLY[name]
    head = still.token(*(right.value for right in USE_CASES[name].rights))
    path = one.path.format_map(dict.fromkeys(one.in_path, "nobody"))
    body: dict[str, str] | None = None if one.method == "GET" else {}
    said = [
        still.browser.request(one.method, path, json=body, headers=head).status_code for _ in range(most + 1)
    ]  # fmt: skip
    assert 429 not in said[:-1]
    assert said[-1] == 429
    other = still.token(*(right.value for right in USE_CASES[name].rights))
    answer = still.browser.request(one.method, path, json=body, headers=other)
    assert answer.status_code != 429, "another one is counted by itself"


def test_a_program_says_what_belongs_together_so_often_a_minute(still: Place) -> None:
    head = still.token(Right.ATTRIBUTE.value)
    ask = {"other": "nobody"}
    said = [
        still.browser.post("/v1/incidents/nobody/untying", json=ask, headers=head).status_code for _ in range(61)
    ]  # fmt: skip
    assert said == [404] * 60 + [429]


def test_the_page_that_checks_the_log_is_limited_too(still: Place) -> None:
    still.sign_in()
    form = still.form("/log")
    said = [still.browser.post("/log/verify", data=form).status_code for _ in range(security.COSTLY["log.verify"] + 1)]
    assert said[-1] == 429
    assert {200, 201} & {*said[:-1]}
    assert 429 not in said[:-1]


@pytest.mark.parametrize("path", ["/operations", "/operations/nobody"])
def test_the_pages_of_operations_are_limited_too(still: Place, path: str) -> None:
    still.sign_in()
    said = [still.browser.get(path).status_code for _ in range(security.COSTLY["operations.operations"] + 1)]
    assert said[-1] == 429
    assert 429 not in said[:-1]


def test_a_session_has_so_many_pages_that_are_told_of_changes(place: Place) -> None:
    who = f"harbour {place.access(place.sign_in()).actor.session}"
    with ExitStack() as open_ones:
        for _ in range(STREAMS):
            open_ones.enter_context(place.node.streams.one(who))
        assert place.browser.get("/events").status_code == 429
        assert not place.node.streams.is_full("harbour another", STREAMS)
