from __future__ import annotations

import re
from datetime import timedelta

from tests.unit.web.conftest import Place

from tocsin.common import totp

PASSWORD = "four words not together"


def _form(place: Place, **given: str) -> dict[str, str]:
    page = place.browser.get("/me").text
    secret = re.search(r'name="secret" value="(\w+)"', page)
    assert secret
    code = totp.code(totp.decoded(secret[1]), int(place.house.clock().timestamp()) // 30)
    return place.form("/me") | {"secret": secret[1], "code": code, "password": PASSWORD} | given


def test_a_password_and_codes_are_set_together_or_not_at_all(place: Place) -> None:
    secret = place.sign_in()
    from tocsin.app import credentials

    for given in ({"code": "000000"}, {"password": "short"}, {"secret": "!"}):
        assert place.browser.post("/me/password", data=_form(place, **given)).status_code == 400
        assert [way.item.kind for way in credentials.ways(place.access(secret))] == ["oidc"]
    assert place.browser.post("/me/password", data=_form(place)).headers["location"] == "/me?added=1"
    kinds = sorted(way.item.kind for way in credentials.ways(place.access(secret)))
    assert kinds == ["oidc", "password", "totp"]


def test_a_session_that_was_left_open_adds_nothing(place: Place) -> None:
    place.sign_in()
    form = _form(place)
    place.house.clock.time += timedelta(minutes=20)
    page = place.browser.get("/me").text
    assert "sign in again first" in page
    assert 'action="/me/password"' not in page
    assert 'action="/me/tokens"' not in page
    assert place.browser.post("/me/password", data=form).status_code == 400
    token = {"_csrf_token": form["_csrf_token"], "name": "x", "scopes": "ask", "days": "9"}
    assert "fresh sign-in" in place.browser.post("/me/tokens", data=token).text


def test_an_answer_to_a_question_that_was_never_asked_adds_no_passkey(place: Place) -> None:
    place.sign_in()
    head = {"x-csrftoken": place.form("/me")["_csrf_token"]}
    answer = {"ticket": "never given", "answer": {}, "name": "x"}
    refused = place.browser.post("/me/passkey", json=answer, headers=head)
    assert refused.status_code == 401
    assert "answered already" in refused.text


def test_a_token_is_shown_once_and_has_only_what_its_person_may(place: Place) -> None:
    place.sign_in()
    form = place.form("/me", name="gateway", days="9")
    page = place.browser.post("/me/tokens", data=form | {"scopes": "judge"}).text
    shown = re.search(r'class="secret">([\w=-]+)</p></div>', page)
    assert shown
    assert shown[1] not in place.browser.get("/me").text
    head = {"authorization": f"Bearer {shown[1]}"}
    assert place.browser.get("/v1/queue", headers=head).status_code == 403
    assert place.browser.post("/me/tokens", data=form | {"scopes": "erase"}).status_code == 400
    assert place.browser.post("/me/tokens", data=form | {"days": "many", "scopes": "ask"}).status_code == 400


def test_ending_the_session_one_is_in_leads_out(place: Place) -> None:
    access = place.access(place.sign_in())
    form = place.form("/me", id=access.actor.session)
    assert place.browser.post("/me/sessions/revoke", data=form).headers["location"] == "/sign-in"
    assert place.browser.get("/me").status_code == 303
