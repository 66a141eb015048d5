from __future__ import annotations

import pytest
from tests.fixtures.events import draft, judged
from tests.unit.web.conftest import Place

from tocsin.app import incidents
from tocsin.model.event import RoleGiven
from tocsin.model.people import Role, Tlp


def _lead(place: Place) -> None:
    """Sami becomes a lead, and signs in."""
    with place.house.store.write("harbour") as writer:
        writer.append(draft(RoleGiven(person="p-sami", role=Role.LEAD)), judged(writer, "m-1"))
    place.sign_in()


def test_a_lead_gives_an_incident_another_label_on_its_page(place: Place) -> None:
    _lead(place)
    incident = incidents.open_incident(place.house.dana, "The page of the bank")
    page = f"/incidents/{incident}"
    sent = place.form(page, tlp="green", reason="the bank warns too")
    answer = place.browser.post(f"{page}/label", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, page)
    assert incidents.incident(place.house.dana, incident).item.tlp is Tlp.GREEN
    text = place.browser.get(page).text
    assert "TLP:GREEN" in text
    assert "another label given" in text
    assert "the bank warns too" in text
    assert place.browser.post(f"{page}/label", data={**sent, "reason": " "}).status_code == 400
    assert place.browser.post(f"{page}/label", data={**sent, "tlp": "nonsense"}).status_code == 400


def test_an_analyst_is_offered_no_other_label(place: Place) -> None:
    place.sign_in()
    incident = incidents.open_incident(place.house.dana, "The page of the bank")
    page = f"/incidents/{incident}"
    assert f"{page}/label" not in place.browser.get(page).text
    sent = place.form(page, tlp="green", reason="the bank warns too")
    assert place.browser.post(f"{page}/label", data=sent).status_code == 403
    assert incidents.incident(place.house.dana, incident).item.tlp is Tlp.AMBER_STRICT


@pytest.mark.parametrize(("page", "to"), [("/queue", "/queue/decide"), ("/messages/m-1", "/messages/m-1/decide")])
def test_an_incident_opened_beside_messages_gets_the_label_that_was_chosen(place: Place, page: str, to: str) -> None:
    _lead(place)
    assert 'name="tlp"' in place.browser.get(page).text
    sent = place.form(page, action="incident", title="The page of the bank", several="m-1", tlp="green")
    answer = place.browser.post(to, data=sent)
    assert answer.status_code == 303
    (opened,) = incidents.incidents(place.house.dana).items
    assert answer.headers["location"] == f"/incidents/{opened.item.incident}"
    assert opened.item.tlp is Tlp.GREEN
