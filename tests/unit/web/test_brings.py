"""Large requests: so many at one time, of a person, of an organisation, of all; whoever has gone leaves room."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from tests.unit.web.conftest import Place, read

from tocsin.web.security import Brings


def _hold(place: Place, *several: str) -> ExitStack:
    held = ExitStack()
    for who in several:
        held.enter_context(place.node.brought.one(who))
    return held


def _upload(place: Place) -> int:
    return place.browser.post("/upload", data=place.form("/upload"), files={"files": ("x.eml", b"")}).status_code


@pytest.mark.parametrize(
    ("who", "most", "status"),
    [("harbour p-sami", Brings.OF_PERSON, 429), ("harbour", Brings.OF_ORGANISATION, 429), ("", Brings.OF_ALL, 503)],
)
def test_so_many_come_in_at_one_time(place: Place, who: str, most: int, status: int) -> None:
    place.sign_in()
    with _hold(place, *[who] * (most - 1)):
        assert _upload(place) == 400, "one more, without a file"
    with _hold(place, *[who] * most):
        assert _upload(place) == status
        answer = place.browser.post("/ask/file", data=place.form("/ask"), files={"file": ("x.eml", b"")})
        assert answer.status_code == status
        assert "too many uploads come in" in read(answer)
        head = place.token("judge")
        assert place.browser.post("/v1/messages", headers=head, json={"raws": []}).status_code == status
        assert place.browser.get("/upload").status_code == 200, "the page itself is there"
        assert place.browser.post("/ask", data=place.form("/ask", text="On Thursday?")).status_code == 200
    assert _upload(place) == 400
    assert not place.node.brought._open, "nothing is kept of who has gone"


def test_others_are_not_held_up(place: Place) -> None:
    place.sign_in("p-dana")
    with _hold(place, *["harbour p-sami"] * Brings.OF_PERSON):
        assert _upload(place) == 400
