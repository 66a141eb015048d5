from __future__ import annotations

import pytest
from tests.unit.web.conftest import Place


@pytest.mark.parametrize(
    ("said", "language"),
    [("ar", "ar"), ("ar-EG,ar;q=0.9,en;q=0.8", "ar"), ("fr, en;q=0.5, ar;q=0.7", "ar"), ("fr", "en"), ("q=;;,", "en"),
     ("ar;q=x", "ar"), ("x" * 10_000, "en"), ("", "en")],
)  # fmt: skip
def test_the_browsers_language_is_spoken(place: Place, said: str, language: str) -> None:
    assert f'<html lang="{language}"' in place.browser.get("/sign-in", headers={"accept-language": said}).text


def test_a_language_that_was_chosen_stays(place: Place) -> None:
    answer = place.browser.post("/language", data=place.form("/sign-in", language="ar", to="/come-in"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/come-in")
    assert '<html lang="ar"' in place.browser.get("/sign-in", headers={"accept-language": "en"}).text
    place.browser.post("/language", data=place.form("/sign-in", language="xx"))
    assert '<html lang="en"' in place.browser.get("/sign-in", headers={"accept-language": "ar"}).text


def test_a_page_shows_no_way_to_what_would_be_refused(place: Place) -> None:
    for person, there in (("p-remi", {"/ask", "/me"}), ("p-ines", {"/ask", "/me", "/people", "/log"})):
        place.sign_in(person)
        page = place.browser.get("/me").text
        for way in ("/ask", "/me", "/queue", "/upload", "/people", "/log", "/figures", "/incidents"):
            assert (f'href="{way}"' in page) is (way in there), (person, way)


def test_an_unknown_organisation_is_answered_as_a_wrong_password(place: Place) -> None:
    place.house.store.begin("quay")
    form = place.form("/sign-in", address="a@b.example", password="x", code="1")
    texts = {
        place.browser.post("/sign-in", data=form | {"organisation": name}).text.replace(name, "-")
        for name in ("harbour", "nowhere")
    }
    assert len(texts) == 1
