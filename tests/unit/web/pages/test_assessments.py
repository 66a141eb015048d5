from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace
from tests.fixtures.events import judged
from tests.unit.app.test_assessments import ITEM, LATER
from tests.unit.web.conftest import Place, read

from tocsin.app import assessments

KEPT = "mail-0123456789abcdef"


def test_an_item_that_rests_on_nothing_kept_here_says_so(place: Place) -> None:
    with place.node.store.write("harbour") as writer:
        writer.append(judged(writer, KEPT))
    told = replace(ITEM, id="e8", rests_on=("A report of March",))
    items = (told, replace(ITEM, rests_on=(KEPT,)), replace(ITEM, id="e7"))
    given = replace(LATER, as_of=place.house.clock() - timedelta(days=1), evidence=items, dissents=())
    made = assessments.make(place.house.dana, given)
    place.sign_in("p-dana")
    page = place.browser.get(f"/assessments/{made}")
    assert read(page).count("It rests on nothing that is kept here.") == 2
    assert f'href="/messages/{KEPT}"' in page.text
