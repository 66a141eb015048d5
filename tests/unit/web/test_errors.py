from __future__ import annotations

import json
import logging

import pytest
from tests.unit.web.conftest import Place

from tocsin.app import queue
from tocsin.model.error import StoreError
from tocsin.model.sentence import say


def test_the_api_answers_in_json_and_the_readers_language(place: Place) -> None:
    english = place.browser.get("/v1/queue").json()
    arabic = place.browser.get("/v1/queue", headers={"accept-language": "ar"}).json()
    assert english["status"] == arabic["status"] == 401
    assert english["problem"].isascii()
    assert not arabic["problem"].isascii()
    assert english["hint"]


def test_a_page_that_is_not_there_says_so(place: Place) -> None:
    answer = place.browser.get("/nowhere")
    assert answer.status_code == 404
    assert "there is no such page" in answer.text


def test_a_store_that_is_away_is_no_fault_of_the_program(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise StoreError(say("the store is away"), say("Wait."))

    place.sign_in()
    monkeypatch.setattr(queue, "queue", away)
    answer = place.browser.get("/queue")
    assert answer.status_code == 503
    assert "the store is away" in answer.text


def test_a_fault_tells_where_and_never_what(
    place: Place, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(*_: object) -> None:
        raise RuntimeError("words of a mail")

    place.sign_in()
    monkeypatch.setattr(queue, "queue", breaks)
    answer = place.browser.get("/queue")
    assert answer.status_code == 500
    (said,) = [getattr(one, "said", {}) for one in caplog.records if one.levelno == logging.ERROR]
    assert said["kind"] == "RuntimeError"
    assert "pages/queue.py" in said["where"]
    assert "words of a mail" not in json.dumps(said) + caplog.text + answer.text


def test_a_session_that_is_old_leads_to_signing_in_again(place: Place) -> None:
    from datetime import timedelta

    place.sign_in()
    form = place.form("/me", name="gateway", scopes="ask", days="9")
    place.house.clock.time += timedelta(minutes=20)
    answer = place.browser.post("/me/passkey/new", headers={"x-csrftoken": form["_csrf_token"]})
    assert answer.status_code == 403
    assert "fresh sign-in" in answer.text
    assert 'href="/sign-in"' in answer.text
