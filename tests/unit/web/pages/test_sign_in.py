from __future__ import annotations

import anyio
import pytest
from tests.unit.web.conftest import Place

from tocsin.web.counting import Tries

SIGN_IN = {"address": "sami@harbour.example", "password": "x", "code": "1"}


def test_an_account_at_which_many_try_is_answered_slowly_and_not_closed(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(anyio, "sleep", sleep)
    form = place.form("/sign-in", **SIGN_IN)
    for number in range(6):
        place.node.tries.failed(_account(), f"198.51.100.{number}")
    answer = place.browser.post("/sign-in", data=form)
    assert slept == [1.0]
    assert "tried too often" not in answer.text


def _account() -> str:
    from tocsin.web.pages.sign_in import _account as account_of

    return account_of("harbour", SIGN_IN["address"])


def test_who_fails_again_and_again_is_refused_while_passkeys_go_on(place: Place) -> None:
    form = place.form("/sign-in", **SIGN_IN)
    texts = [place.browser.post("/sign-in", data=form).text for _ in range(Tries.FREE + 1)]
    assert ["tried too often" in text for text in texts] == [False] * Tries.FREE + [True]
    head = {"x-csrftoken": form["_csrf_token"]}
    asked = place.browser.post("/sign-in/passkey/new", json={}, headers=head)
    assert asked.status_code == 200
    assert "challenge" in asked.json()["options"]


def test_naming_the_only_organisation_gives_no_further_tries(place: Place) -> None:
    ways = [SIGN_IN, {**SIGN_IN, "organisation": "harbour"}] * 3
    texts = [place.browser.post("/sign-in", data=place.form("/sign-in", **way)).text for way in ways]
    assert ["tried too often" in text for text in texts] == [False] * Tries.FREE + [True]


def test_a_passkey_that_answers_an_empty_question_is_refused(place: Place) -> None:
    head = {"x-csrftoken": place.form("/sign-in")["_csrf_token"]}
    for ticket in ("", "never given"):
        answer = place.browser.post("/sign-in/passkey", json={"ticket": ticket, "answer": {}}, headers=head)
        assert answer.status_code == 401


def test_signing_in_again_ends_the_session_that_was(place: Place) -> None:
    from tocsin.app import invitations

    first = place.sign_in("p-remi")
    made = invitations.invite(place.house.ines, "p-noor")
    place.browser.post("/come-in", data=place.form("/come-in", secret=made.secret))
    with pytest.raises(AssertionError):
        place.access(first)


@pytest.mark.parametrize("to", ["https://evil.test/", "//evil.test", "/\\evil.test", "javascript:alert(1)"])
def test_nobody_is_sent_elsewhere(place: Place, to: str) -> None:
    assert "evil" not in place.browser.get("/sign-in", params={"to": to}).text
