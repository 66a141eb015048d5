from __future__ import annotations

from datetime import timedelta

import pytest
from tests.unit.web.conftest import Place

from tocsin.app import sessions
from tocsin.web import security
from tocsin.web.api import HANDLERS
from tocsin.web.pages import PAGES


def test_only_what_says_so_is_open_to_strangers() -> None:
    """A handler that is new is closed until somebody decides otherwise, here too."""
    open_to_all = {path for handler in (*PAGES, *HANDLERS) if handler.opt.get(security.OPEN) for path in handler.paths}
    assert open_to_all == {
        "/sign-in", "/sign-in/passkey/new", "/sign-in/passkey", "/sign-in/oidc", "/sign-in/oidc/back", "/come-in",
        "/language",
    }  # fmt: skip


def test_each_route_of_the_api_names_its_right() -> None:
    assert all(handler.opt.get(security.RIGHT) for handler in HANDLERS)


@pytest.mark.parametrize("header", [{}, {"authorization": "Bearer x"}, {"cookie": "tocsin=x"}, {"authorization": "x"}])
def test_strangers_are_shown_the_door(place: Place, header: dict[str, str]) -> None:
    page = place.browser.get("/queue", headers=header)
    assert (page.status_code, page.headers["location"]) == (303, "/sign-in?to=%2Fqueue")
    assert place.browser.post("/queue/decide", headers=header).status_code == 401
    page = place.browser.get("/queue?kind=click&to=//evil.test&to=/me", headers=header)
    assert page.headers["location"] == "/sign-in?to=%2Fqueue%3Fkind%3Dclick%26to%3D%252Fme"
    long = place.browser.get(f"/queue?sender={'x' * 2_000}", headers=header)
    assert long.headers["location"] == "/sign-in?to=%2Fqueue"
    assert place.browser.get("/v1/queue", headers=header).status_code == 401


def test_pages_take_sessions_and_the_api_takes_tokens(place: Place) -> None:
    secret = place.sign_in()
    assert place.browser.get("/queue").status_code == 200
    assert place.browser.get("/v1/queue").status_code == 401
    assert place.browser.get("/v1/queue", headers={"authorization": f"Bearer {secret}"}).status_code == 401
    token = place.token("read-mail", "read-queue")
    assert place.browser.get("/v1/queue", headers=token).status_code == 200
    place.browser.cookies.clear()
    assert place.browser.get("/queue", headers=token).status_code == 303
    given = {"cookie": f"tocsin={token['authorization'].removeprefix('Bearer ')}"}
    assert place.browser.get("/queue", headers=given).status_code == 303


def test_the_right_is_decided_before_the_body_is_looked_at(place: Place) -> None:
    head = place.token("ask") | {"content-type": "application/json"}
    assert place.browser.post("/v1/messages", headers=head, content=b"{").status_code == 403
    head |= place.token("judge")
    assert place.browser.post("/v1/messages", headers=head, content=b"{").status_code == 400


def test_what_was_ended_is_over_with_the_next_request(place: Place) -> None:
    secret = place.sign_in()
    access = place.access(secret)
    assert place.browser.get("/me").status_code == 200
    sessions.sign_out(access)
    assert place.browser.get("/me").status_code == 303
    place.sign_in()
    place.house.clock.time += timedelta(hours=13)
    assert place.browser.get("/me").status_code == 303
