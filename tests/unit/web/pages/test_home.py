from __future__ import annotations

import pytest
from tests.unit.web.conftest import Place


@pytest.mark.parametrize(("person", "place_of_work"), [("p-sami", "/queue"), ("p-remi", "/ask")])
def test_the_first_page_is_where_ones_work_is(place: Place, person: str, place_of_work: str) -> None:
    place.sign_in(person)
    assert place.browser.get("/").headers["location"] == place_of_work
