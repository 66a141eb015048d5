from __future__ import annotations

import json

from tests.unit.web.conftest import Place

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
