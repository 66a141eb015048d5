from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from tests.unit.web.conftest import Place


def _state(answer_location: str) -> str:
    return parse_qs(urlsplit(answer_location).query)["state"][0]


def test_who_is_known_there_comes_in(place_with_provider: Place) -> None:
    browser = place_with_provider.browser
    begun = browser.get("/sign-in/oidc", params={"to": "/ask"})
    back = browser.get("/sign-in/oidc/back", params={"code": "p-sami", "state": _state(begun.headers["location"])})
    assert (back.status_code, back.headers["location"]) == (303, "/ask")
    assert browser.get("/me").status_code == 200


def test_a_refusal_of_the_provider_is_told(place_with_provider: Place) -> None:
    browser = place_with_provider.browser
    begun = browser.get("/sign-in/oidc")
    given = {"error": "access_denied", "state": _state(begun.headers["location"])}
    answer = browser.get("/sign-in/oidc/back", params=given)
    assert answer.status_code == 401
    assert "did not let you in" in answer.text


def test_the_limit_counts_reading_too(place_with_provider: Place) -> None:
    now = place_with_provider.house.clock.time
    object.__setattr__(place_with_provider.node.counts, "_clock", lambda: now)
    said = [place_with_provider.browser.get("/sign-in/oidc/back").status_code for _ in range(21)]
    assert said == [401] * 20 + [429]


def test_adding_takes_a_fresh_sign_in(place_with_provider: Place) -> None:
    from datetime import timedelta

    place = place_with_provider
    place.sign_in()
    assert "/me/oidc" in place.browser.get("/me").text
    place.house.clock.time += timedelta(minutes=20)
    assert place.browser.get("/me/oidc").status_code == 403
