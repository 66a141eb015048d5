from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count

import pytest
from tests.unit.scan.mailboxes import mail as written
from tests.unit.web.conftest import Place

from tocsin.app import queue, sessions
from tocsin.app.access import Access
from tocsin.web import visitor
from tocsin.web.node import HttpRequest
from tocsin.web.pages import queue as pages

SAVED = "tocsin-views"


def _save(place: Place, **given: str) -> None:
    assert place.browser.post("/queue/views", data=place.form("/queue", **given)).status_code == 303


def test_a_view_is_saved_shown_and_dropped(place: Place) -> None:
    place.sign_in()
    _save(place, name="Bad ones", query="verdict=malicious&nonsense=1")
    page = place.browser.get("/queue").text
    assert "Bad ones" in page
    assert "verdict=malicious" in page
    assert "nonsense" not in page
    _save(place, drop="Bad ones")
    assert "Bad ones" not in place.browser.get("/queue").text


def test_a_view_that_somebody_else_put_there_is_not_shown(place: Place) -> None:
    packed = json.dumps({"Click here": "sender=evil"}).encode().hex()
    place.sign_in()
    for cookie in (packed, f"{packed}.", f"{packed}.{'0' * 64}", "x", "7b7d.7b7d", "zz.00"):
        place.browser.cookies.set(SAVED, cookie)
        page = place.browser.get("/queue")
        assert page.status_code == 200
        assert "Click here" not in page.text


def test_a_view_is_its_persons_own(place: Place) -> None:
    place.sign_in()
    _save(place, name="Bad ones", query="verdict=malicious")
    place.sign_in("p-ines")
    assert "Bad ones" not in place.browser.get("/queue").text


def _watched(place: Place, monkeypatch: pytest.MonkeyPatch, looks: dict[int, Callable[[], object]], mark: str) -> str:
    """What a page that watches the queue is told, while something happens at some looks; in the end it signs out."""
    access, seen = place.access(place.sign_in()), count(1)

    def recognised(request: HttpRequest) -> Access:
        looks.get(next(seen), lambda: None)()
        return visitor.recognised(request)

    monkeypatch.setattr(pages, "recognised", recognised)
    monkeypatch.setattr(pages, "_EVERY", 0.001)
    looks[max(looks, default=0) + 6] = lambda: sessions.sign_out(access)
    return place.browser.get("/events", params={"mark": mark}).text.replace("\r\n", "\n")


def test_a_watched_queue_speaks_when_it_changes_and_ends_with_the_session(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.bring(written(8, subject="BAD news"))
    said = _watched(place, monkeypatch, {3: lambda: place.bring(written(9, subject="BAD news"))}, "")
    changed = "event: changed\ndata: {}\n\n"
    assert said == changed.format(1) + changed.format(2) + ": still here\n\n"


def test_a_quiet_queue_says_now_and_then_that_it_is_there(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = queue.counts(place.house.sami).mark
    said = _watched(place, monkeypatch, {11: lambda: None}, mark)
    assert said == ": still here\n\n" * 3


def test_who_may_not_read_the_queue_is_told_nothing(place: Place) -> None:
    place.sign_in("p-remi")
    answer = place.browser.get("/events")
    assert "changed" not in answer.text
    place.browser.cookies.clear()
    assert place.browser.get("/events").status_code == 303
