from __future__ import annotations

from litestar.testing import TestClient
from tests.unit.web.conftest import Place

from tocsin.web.app import create
from tocsin.web.daily import Daily


def test_the_work_of_each_day_begins_and_ends_with_the_server(place: Place) -> None:
    daily = Daily(place.node, look=60)
    with TestClient(create(place.node, daily)) as browser:
        assert browser.get("/health").text == "ok"
        assert daily._thread
        assert daily._thread.is_alive()
    assert not daily._thread.is_alive()


def test_a_request_is_no_larger_than_its_handler_allows(place: Place) -> None:
    place.sign_in()
    answer = place.browser.post("/queue/decide", content=b"x" * ((1 << 20) + 1))
    assert answer.status_code in (403, 413)
    assert place.browser.post("/sign-in", content=b"x" * (200 << 10)).status_code in (403, 413)


def test_no_page_is_in_the_description_of_the_api(place: Place) -> None:
    described = place.browser.get("/v1/schema/openapi.json").json()
    assert all(path.startswith("/v1/") and "schema" not in path for path in described["paths"])
