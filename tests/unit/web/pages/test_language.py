from __future__ import annotations

import pytest
from tests.unit.web.conftest import Place, read

from tocsin.web.visitor import LANGUAGE


def _html(place: Place) -> str:
    return place.browser.get("/ask").text.split("<head", 1)[0]


def test_the_choice_follows_the_person_to_other_browsers(place: Place) -> None:
    place.sign_in("p-remi")
    place.browser.cookies.set(LANGUAGE, "en")
    assert 'lang="en" dir="ltr"' in _html(place)
    answer = place.send("/me", "/me/language", language="ar")
    assert (answer.status_code, answer.headers["location"]) == (303, "/me")
    place.browser.cookies.clear()
    place.sign_in("p-remi")
    assert 'lang="ar" dir="rtl"' in _html(place)
    assert "هل هذا آمن؟" in read(place.browser.get("/ask"))
    place.sign_in("p-ines")
    assert 'lang="en"' in _html(place), "hers alone"


def test_what_was_chosen_in_the_browser_gives_way(place: Place) -> None:
    place.sign_in("p-remi")
    place.browser.cookies.set(LANGUAGE, "en")
    answer = place.send("/me", "/me/language", language="ar")
    (dropped,) = (value for value in answer.headers.get_list("set-cookie") if value.startswith(f"{LANGUAGE}="))
    assert "Max-Age=0" in dropped


@pytest.mark.parametrize("language", ["", "xx", "<b>"])
def test_another_language_is_refused_and_nothing_kept(place: Place, language: str) -> None:
    place.sign_in("p-remi")
    before = place.house.types()
    answer = place.send("/me", "/me/language", language=language)
    assert answer.status_code == 400
    assert f'"{language}" is no language of this program' in read(answer)
    assert "<b>" not in answer.text
    assert place.house.types() == before


def test_strangers_are_shown_the_door(place: Place) -> None:
    form = place.form("/sign-in", language="ar")
    assert place.browser.post("/me/language", data=form).status_code == 401
