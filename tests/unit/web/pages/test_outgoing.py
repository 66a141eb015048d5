"""Partners, circles and consents are kept in the console, and what leaves is looked at and approved there."""

from __future__ import annotations

import json

import pytest
from tests.integration.taxii.place import indicator
from tests.unit.web.conftest import Place, read

from tocsin.app import circles, collecting, consents, partners, sending
from tocsin.model.exchange import Content


def test_it_takes_the_right(place: Place) -> None:
    place.sign_in("p-sami")
    form = place.form("/ask")
    for path in ("/partners", "/outgoing", "/left"):
        assert place.browser.get(path).status_code == 403
        assert f'href="{path}"' not in place.browser.get("/queue").text
    for path in ("/partners", "/circles", "/consents", "/outgoing"):
        assert place.browser.post(path, data={**form, "tlp": "green"}).status_code in (400, 403)
    assert partners.partners(place.house.dana) == ()


def test_a_partner_a_circle_and_a_consent_come_and_go(place: Place) -> None:
    place.sign_in("p-dana")
    made = place.send("/partners", "/partners", name="Quay (synthetic)", tlp="green", standing="client")
    assert "is shown this once" in read(made)
    (quay,) = partners.partners(place.house.dana)
    assert (quay.name, quay.item.standing.value) == ("Quay (synthetic)", "client")
    fields = {"name": "Newsrooms", "tlp": "green", "purposes": "warnings", "members": quay.item.partner}
    place.send("/partners", "/circles", **fields)
    (circle,) = circles.circles(place.house.dana)
    assert (circle.item.members, circle.item.purposes) == ((quay.item.partner,), (Content.WARNINGS,))
    place.send("/partners", "/consents", subject="organisation", recipient=circle.item.circle, how="In writing.")
    (consent,) = consents.consents(place.house.dana)
    shown = read(place.browser.get("/partners"))
    assert all(
        text in shown for text in ("Quay (synthetic)", "Newsrooms", "a client whom you look after", "In writing.")
    )
    for path in (
        f"/consents/{consent.item.consent}",
        f"/circles/{circle.item.circle}",
        f"/partners/{quay.item.partner}",
    ):
        place.send("/partners", f"{path}/end")
    assert not (*consents.consents(place.house.dana), *circles.circles(place.house.dana))
    assert partners.partners(place.house.dana) == ()


@pytest.mark.parametrize(
    ("path", "fields", "told"),
    [("/partners", {"name": "Q", "tlp": "none", "standing": "client"}, "a field of the form is not filled in"),
     ("/circles", {"name": " ", "tlp": "green"}, "the circle has no name"),
     ("/consents", {"how": " "}, "it is not said how they agreed")],
)  # fmt: skip
def test_what_cannot_be_meant_is_told_on_the_page(place: Place, path: str, fields: dict[str, str], told: str) -> None:
    place.sign_in("p-dana")
    answer = place.send("/partners", path, **fields)
    assert answer.status_code == 400
    assert told in read(answer)


def test_what_leaves_is_shown_approved_and_told(place: Place) -> None:
    place.sign_in("p-dana")
    collection = collecting.open_collection(place.house.dana, "March")
    collecting.put(place.house.dana, collection, json.dumps({"objects": [indicator(1)]}).encode())
    quay = partners.add_partner(place.house.dana, "Quay (synthetic)").partner
    at = f"/outgoing?collection={collection}&recipient={quay}"
    assert "1 withheld: it waits until somebody approves" in read(place.browser.get(at))
    form = {"collection": collection, "recipient": quay, "contents": "warnings", "tlp": "green"}
    assert "it is not said why" in read(place.send(at, "/outgoing", **form, note=" "))
    assert sending.preview(place.house.dana, collection, quay).recipient.approval is None
    place.send(at, "/outgoing", **form, note="Looked at.")
    assert "1 object leaves." in read(place.browser.get(at))
    told = read(place.browser.get("/left"))
    assert "approved what may leave to a recipient" in told
    assert "Looked at." in told
