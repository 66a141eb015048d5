from __future__ import annotations

from typing import Any

import pytest
from tests.unit.web.conftest import Place

from tocsin.app.access import enter, node
from tocsin.web import security
from tocsin.web.security import ACCESS, caller_of


@pytest.mark.parametrize("path", ["/sign-in", "/nowhere", "/health", "/v1/queue", "/static/console.css", "/me"])
def test_every_answer_bears_the_headers(place: Place, path: str) -> None:
    headers = place.browser.get(path).headers
    assert headers["content-security-policy"] == security.POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "strict-transport-security" not in headers, "not on this machine itself"
    assert ("no-store" in headers["cache-control"]) is not path.startswith("/static")


def test_nothing_in_a_page_itself_may_run() -> None:
    assert "unsafe" not in security.POLICY
    assert "default-src 'none'" in security.POLICY


def test_a_caller_is_who_was_recognised_and_else_an_address(place: Place) -> None:
    scope: Any = {"state": {}, "client": ("2001:db8::1", 1), "headers": [(b"cookie", b"tocsin=x")]}
    assert caller_of(scope) == "2001:db8::/64"
    scope["client"] = None
    assert caller_of(scope) == ""
    entered = enter(place.node.store, node("harbour"), place.node.clock, place.node.chance)
    scope["state"][ACCESS] = entered
    assert caller_of(scope) == "harbour "


def test_a_form_from_elsewhere_does_nothing(place: Place) -> None:
    place.sign_in()
    for path in ("/sign-out", "/me/password", "/queue/views", "/language"):
        assert place.browser.post(path, data={"_csrf_token": "f" * 128}).status_code == 403, path
    assert place.browser.get("/me").status_code == 200


def test_the_limit_is_per_minute_and_counts_what_changes_something(place: Place) -> None:
    now = place.house.clock.time
    object.__setattr__(place.node.counts, "_clock", lambda: now)
    form = place.form("/sign-in", secret="guess")
    said = [place.browser.post("/come-in", data=form).status_code for _ in range(21)]
    assert said == [401] * 20 + [429]
    assert place.browser.get("/come-in").status_code == 200
