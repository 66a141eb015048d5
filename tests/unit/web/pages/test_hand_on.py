from __future__ import annotations

import pytest
from tests.fixtures.attack import HOST, befall
from tests.unit.web.conftest import Place, read

from tocsin.app import incidents, share
from tocsin.model.people import Tlp


@pytest.fixture
def incident(place: Place) -> str:
    """One that everybody may know of; Dana, who leads, has signed in."""
    made = befall(place.house)
    place.sign_in("p-dana")
    return made


def _types(place: Place) -> list[str]:
    with place.house.store.read("harbour") as reader:
        return [entry.type for entry in reader.log.read()]


def test_it_takes_the_right(place: Place) -> None:
    incident = befall(place.house)
    place.sign_in("p-sami")
    form = place.form("/ask", agencies="A = أ")
    assert place.browser.get(f"/incidents/{incident}/hand-on").status_code == 403
    for what in ("bundle", "rpz", "statement"):
        assert place.browser.post(f"/incidents/{incident}/{what}", data=form).status_code == 403
    assert "hand-on" not in place.browser.get(f"/incidents/{incident}").text


def test_it_is_looked_at_without_a_trace_and_noted_when_it_is_taken(place: Place, incident: str) -> None:
    assert f"/incidents/{incident}/hand-on" in place.browser.get(f"/incidents/{incident}").text
    before = len(_types(place))
    at = f"/incidents/{incident}/hand-on"
    shown = read(place.browser.get(f"{at}?audience=clear&days=30"))
    assert "2 indicators in the bundle." in shown
    assert HOST.replace(".", "[.]") in shown
    assert "it names the organisation" in shown
    assert len(_types(place)) == before
    taken = place.send(at, f"/incidents/{incident}/bundle", audience="clear")
    assert taken.headers["content-disposition"] == f'attachment; filename="{incident}.stix.json"'
    assert taken.text == share.preview(place.house.dana, incident, Tlp.CLEAR).content
    zone = place.send(at, f"/incidents/{incident}/rpz", days="30")
    assert f"{HOST} IN CNAME ." in zone.text
    assert _types(place)[before:] == ["bundle-made", "blocklist-made"]
    assert "indicators written for others" in read(place.browser.get(at))


def test_what_a_label_forbids_is_not_shown(place: Place, incident: str) -> None:
    incidents.relabel_incident(place.house.dana, incident, Tlp.AMBER, "It names a source.")
    at = f"/incidents/{incident}/hand-on"
    page = place.browser.get(f"{at}?audience=green")
    assert "TLP:AMBER must not reach those who may read up to TLP:GREEN" in read(page)
    assert "indicator--" not in page.text
    assert "a statement is public" in read(page)
    assert 'name="agencies"' not in page.text
    assert place.send(at, f"/incidents/{incident}/bundle", audience="green").status_code == 403
    assert "bundle-made" not in _types(place)


@pytest.mark.parametrize("days", ["0", "none", "366", "99999", "-1"])
def test_days_that_cannot_be_meant_are_told(place: Place, incident: str, days: str) -> None:
    at = f"/incidents/{incident}/hand-on"
    assert "hosts are blocked for 1 to 365 days" in read(place.browser.get(f"{at}?days={days}"))
    assert place.send(at, f"/incidents/{incident}/rpz", days=days).status_code == 400


def test_an_audience_that_is_none_is_the_widest(place: Place, incident: str) -> None:
    incidents.relabel_incident(place.house.dana, incident, Tlp.GREEN, "Partners may know.")
    page = place.browser.get(f"/incidents/{incident}/hand-on?audience=friends")
    assert "must not reach those who may read up to TLP:CLEAR" in read(page)


def test_a_statement_is_written(place: Place, incident: str) -> None:
    at = f"/incidents/{incident}/hand-on"
    wrong = place.send(at, f"/incidents/{incident}/statement", agencies="Only English <b>")
    assert wrong.status_code == 400
    assert "Only English <b>" in read(wrong)
    many = place.send(at, f"/incidents/{incident}/statement", agencies="A = أ", signatures="99")
    assert "1 to 40 signatures" in read(many)
    made = place.send(at, f"/incidents/{incident}/statement", agencies="A = أ\n\nB = ب", signatures="", synthetic="1")
    assert made.status_code == 303
    shown = read(place.browser.get(made.headers["location"]))
    assert "SYNTHETIC" in shown
    assert "Signed by 0 of 2 keys." in shown
    assert made.headers["location"].rpartition("/")[2] in read(place.browser.get(at))
