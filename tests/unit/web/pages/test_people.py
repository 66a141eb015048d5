from __future__ import annotations

import re

import pytest
from httpx import Response
from tests.fixtures.directories import entra
from tests.unit.web.conftest import ORIGIN, Place, read

from tocsin.app import access, people
from tocsin.app.people import Member
from tocsin.model.people import Role, Tlp

NAME = "نور <script>x</script> عازار"


def _roles(place: Place, person: str) -> set[Role]:
    return set(people.person(place.house.ines, person).item.roles)


def _names(place: Place) -> list[str]:
    return [one.record.name for one in people.people(place.house.ines) if one.record]


def _profile(place: Place, content: bytes) -> Response:
    files = {"file": ("profile.toml", content, "application/toml")}
    return place.browser.post("/people/profile.toml", data=place.form("/people"), files=files)


def test_analysts_read_who_there_is_and_change_nothing(place: Place) -> None:
    place.sign_in()
    page = place.browser.get("/people")
    assert "Dana Osman" in read(page)
    assert "dana@harbour.example" in read(page)
    assert 'action="/people"' not in page.text
    one = place.browser.get("/people/p-dana")
    assert "Dana Osman" in read(one)
    assert "<form" not in one.text.split("<main", 1)[1]
    form = place.form("/ask", name="Mallory", addresses="m@harbour.example", roles="admin")
    for path in ("/people", "/people/p-dana", "/people/p-dana/roles", "/people/p-dana/invite", "/people/p-dana/remove"):
        assert place.browser.post(path, data=form).status_code == 403
    assert "Mallory" not in _names(place)
    assert _roles(place, "p-dana") == {Role.LEAD}


def test_who_only_asks_does_not_read_who_there_is(place: Place) -> None:
    place.sign_in("p-remi")
    for path in ("/people", "/people/p-dana", "/people/profile.toml"):
        answer = place.browser.get(path)
        assert answer.status_code == 403
        assert "Dana" not in answer.text


def test_somebody_is_added_and_shown_as_written(place: Place) -> None:
    place.sign_in("p-ines")
    given = {"name": NAME, "addresses": "NOUR@harbour.example\n\n", "other_names": "Nour", "high_risk": "1"}
    answer = place.send("/people", "/people", **given)
    assert answer.status_code == 303
    for path in ("/people", answer.headers["location"]):
        page = place.browser.get(path)
        assert NAME in read(page)
        assert "<script>x" not in page.text
    added: Member = people.people(place.house.ines)[-1]
    assert added.record
    assert added.record.addresses == ("nour@harbour.example",)
    assert (added.item.high_risk, added.item.tips) == (True, False)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": "Other", "addresses": "dana@harbour.example"}, "dana@harbour.example is somebody's already"),
        ({"name": "Other", "addresses": "no address"}, "no address"),
    ],
)
def test_what_cannot_be_meant_is_told_on_the_form(place: Place, given: dict[str, str], problem: str) -> None:
    place.sign_in("p-ines")
    for path in ("/people", "/people/p-sami"):
        answer = place.send("/people", path, **given)
        assert answer.status_code == 400
        assert problem in read(answer)
        assert 'name="addresses"' in answer.text
    assert "Other" not in _names(place)


def test_roles_become_those_that_were_chosen(place: Place) -> None:
    place.sign_in("p-ines")
    form = place.form("/people/p-sami") | {"roles": ["lead", "auditor", "nonsense"], "tlp": "red"}
    assert place.browser.post("/people/p-sami/roles", data=form).status_code == 303
    assert _roles(place, "p-sami") == {Role.LEAD, Role.AUDITOR}
    assert people.person(place.house.ines, "p-sami").item.tlp is Tlp.RED
    page = place.browser.get("/people/p-sami").text
    ticked = re.findall(r'name="roles" value="(\w+)" checked', page)
    assert ticked == ["lead", "auditor"]
    assert '<option value="red" selected>' in page


def test_the_last_administrator_stays(place: Place) -> None:
    place.sign_in("p-ines")
    for path in ("/people/p-ines/roles", "/people/p-ines/remove"):
        answer = place.send("/people/p-ines", path, roles="analyst", sure="1")
        assert (answer.status_code, "this is the last administrator" in read(answer)) == (400, True)
    assert Role.ADMIN in _roles(place, "p-ines")


def test_an_invitation_is_shown_once_and_is_no_session(place: Place) -> None:
    place.sign_in("p-ines")
    page = place.send("/people/p-noor", "/people/p-noor/invite")
    link = re.search(rf"{ORIGIN}/come-in\?organisation=harbour#([\w=-]+)", read(page))
    assert link
    assert link[1] not in place.browser.get("/people/p-noor").text
    assert access.recognise(place.node.store, link[1], place.node.clock()) is None
    known = place.send("/people/p-sami", "/people/p-sami/invite")
    assert (known.status_code, "has a way to sign in" in read(known)) == (400, True)


def test_who_was_removed_is_gone_and_signed_out(place: Place) -> None:
    place.sign_in("p-ines")
    assert place.send("/people/p-sami", "/people/p-sami/remove", sure="1").headers["location"] == "/people"
    assert "Sami" not in read(place.browser.get("/people"))
    assert place.browser.get("/people/p-nobody").status_code == 404
    with pytest.raises(Exception, match="did not work"):
        place.sign_in()


def test_the_profile_goes_out_as_a_file_and_comes_back(place: Place) -> None:
    place.sign_in("p-ines")
    exported = place.browser.get("/people/profile.toml")
    assert exported.headers["content-disposition"] == 'attachment; filename="profile.toml"'
    text = exported.text.replace('name = "Harbour Campaign"', 'name = "حملة <b>الميناء</b>"')
    assert text != exported.text
    assert _profile(place, text.encode()).headers["location"] == "/people"
    page = place.browser.get("/people")
    assert "حملة <b>الميناء</b>" in read(page)
    assert "<b>الميناء" not in page.text
    assert "الأشخاص" in read(place.browser.get("/people", headers={"accept-language": "ar"}))


@pytest.mark.parametrize("content", [b"", b"[organisation", b"\xff", b"[nonsense]\nx = 1\n"])
def test_a_file_that_is_no_profile_changes_nothing(place: Place, content: bytes) -> None:
    place.sign_in("p-ines")
    before = place.house.types()
    answer = _profile(place, content)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert place.house.types() == before


def test_a_profile_is_changed_by_who_may(place: Place) -> None:
    place.sign_in()
    exported = place.browser.get("/people/profile.toml").content
    assert _profile(place, exported.replace(b"Harbour Campaign", b"Mallory")).status_code == 403
    assert people.organisation_name(place.house.ines) == "Harbour Campaign"


def test_a_directory_is_brought_and_shown_with_its_people(place: Place) -> None:
    place.sign_in("p-ines")
    form = place.form("/people")
    content = entra("dana@harbour.example", "mobilePhone") + entra("sami@harbour.example", "passKeyDeviceBound")
    assert place.browser.post("/people/directory", data=form, files={"files": ("mfa.json", content)}).status_code == 303
    shown = read(place.browser.get("/people"))
    assert "code by SMS" in shown
    assert "passkey" in shown
    assert "code by SMS" in read(place.browser.get("/people/p-dana"))
    assert "code by SMS" not in read(place.browser.get("/people/p-sami"))
    refused = place.browser.post("/people/directory", data=form, files={"files": ("mfa.json", b"{}")})
    assert refused.status_code == 400
    place.sign_in("p-dana")
    assert "still to be done" in read(place.browser.get("/cards/first-five"))
