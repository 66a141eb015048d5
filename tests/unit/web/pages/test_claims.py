"""The ledger of claims in the console."""

from __future__ import annotations

import pytest
from tests.unit.app.test_claims import VENDOR, VICTIM
from tests.unit.formats.test_stix_claims import ACTOR, SAID, bundle
from tests.unit.web.conftest import Place, read

from tocsin.app import cases, claims, incidents
from tocsin.model.claim import Answer, Ground
from tocsin.model.people import Tlp

FORM = {"speaker": "A vendor", "kind": "vendor", "says": "by", "what": "Meridia", "said_on": "2024", "tlp": "green"}


@pytest.fixture
def incident(place: Place) -> str:
    made = incidents.open_incident(place.house.dana, "Mails", (), Tlp.GREEN)
    place.sign_in("p-dana")
    return made


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [(["shown", "interest"], (Ground.SHOWN, Ground.INTEREST)), (["others"], (Ground.OTHERS,)), ([], (Ground.NONE,))],
)
def test_a_claim_has_as_many_grounds_as_are_chosen(
    place: Place, incident: str, chosen: list[str], kept: tuple[Ground, ...]
) -> None:
    place.browser.post("/claims", data={**place.form("/claims", **FORM, about=incident), "grounds": chosen})
    (shown,) = claims.claims(place.house.dana, incident).items
    assert shown.claim
    assert shown.claim.grounds == kept


def test_a_bundle_has_a_speaker_and_is_about_something_also_when_it_is_known(place: Place, incident: str) -> None:
    raw = bundle({**SAID, "created_by_ref": ""}, ACTOR)
    sent = {"file": ("b.json", raw, "application/json")}
    told = [
        read(place.browser.post("/claims/bundle", files=sent, data=place.form(
            "/claims", tlp="green", speaker="A partner", about=about)))
        for about in ("", incident)
    ]  # fmt: skip
    assert "1 claim is new." in told[0]
    assert "1 was known. 1 of them is now about it." in told[1]
    (shown,) = claims.claims(place.house.dana, incident).items
    assert shown.claim
    assert shown.claim.speaker == "A partner"


def test_a_claim_is_tied_in_its_page(place: Place, incident: str) -> None:
    made = claims.record(place.house.dana, VICTIM)
    page = f"/claims/{made}"
    assert "It is also about something else" in read(place.browser.get(page))
    place.browser.post(f"{page}/about", data=place.form(page, about=incident))
    assert claims.claim(place.house.dana, made).shown.item.about == (incident,)
    assert place.browser.post(f"{page}/about", data=place.form(page, about=" ")).status_code == 400


def test_the_page_of_a_case_tells_what_became_of_its_claims(
    place: Place, incident: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = cases.open_case(place.house.dana, "March", [incident])
    first = claims.record(place.house.dana, VICTIM, [case])
    claims.record(place.house.dana, VENDOR, (), Tlp.GREEN, first, Answer.CONTRADICTS)
    assert "Contradicted by 1 independent claim." in read(place.browser.get(f"/cases/{case}"))
    monkeypatch.setattr(cases, "_MOST_CLAIMS", 1)
    assert "There are more claims" not in read(place.browser.get(f"/cases/{case}"))
    claims.record(place.house.dana, VENDOR, [case])
    assert f"There are more claims about {case}" in read(place.browser.get(f"/cases/{case}"))
