from __future__ import annotations

from tests.fixtures.events import draft
from tests.unit.web.conftest import Place, read

from tocsin.app import credentials, people, sessions
from tocsin.app.access import recognise
from tocsin.model.event import RoleGiven
from tocsin.model.people import Role

PAGE = "/people/p-sami"


def test_an_administrator_sees_and_ends_somebodys_session_and_token(place: Place) -> None:
    secret = place.sign_in("p-sami")
    token = sessions.make_token_for(place.house.node, "p-sami", "the mail gateway", ["judge"], 9)
    session = place.access(secret).actor.session
    place.sign_in("p-ines")
    page = place.browser.get(PAGE).text
    for word in ("the mail gateway", session, token.id, "Account of your organisation", ">Lock out<"):
        assert word in page, word
    for ended in (session, token.id):
        answer = place.browser.post(f"{PAGE}/sessions/revoke", data=place.form(PAGE, id=ended))
        assert (answer.status_code, answer.headers["location"]) == (303, PAGE)
    assert sessions.sessions_of(place.house.ines, "p-sami") == ()
    assert recognise(place.node.store, secret, place.node.clock()) is None
    assert session not in place.browser.get(PAGE).text


def test_an_administrator_locks_somebody_out(place: Place) -> None:
    secret = place.sign_in("p-sami")
    place.sign_in("p-ines")
    unsure = place.browser.post(f"{PAGE}/lock", data=place.form(PAGE))
    assert unsure.status_code == 400
    assert "nobody has said that it is meant" in read(unsure)
    assert recognise(place.node.store, secret, place.node.clock())
    answer = place.browser.post(f"{PAGE}/lock", data=place.form(PAGE, sure="1"))
    assert (answer.status_code, answer.headers["location"]) == (303, PAGE)
    assert recognise(place.node.store, secret, place.node.clock()) is None
    assert credentials.ways_of(place.house.ines, "p-sami") == ()
    assert f"{PAGE}/lock" not in place.browser.get(PAGE).text, "nothing is left to lock"


def test_nobody_gives_up_their_own_role_of_administrator_by_mistake(place: Place) -> None:
    with place.house.store.write("harbour") as writer:
        writer.append(draft(RoleGiven("p-dana", Role.ADMIN)))
    place.sign_in("p-ines")
    mine, theirs = "/people/p-ines", "/people/p-dana"
    assert "from myself" in read(place.browser.get(mine))
    assert "from myself" not in read(place.browser.get(theirs))
    assert place.send(mine, f"{mine}/roles", roles="analyst").status_code == 400
    assert place.send(mine, f"{mine}/remove").status_code == 400
    assert Role.ADMIN in people.person(place.house.ines, "p-ines").item.roles
    assert place.send(theirs, f"{theirs}/roles", roles="lead").status_code == 303, "another's role is no lock-out"
    with place.house.store.write("harbour") as writer:
        writer.append(draft(RoleGiven("p-dana", Role.ADMIN)))
    assert place.send(mine, f"{mine}/roles", roles="analyst", sure="1").status_code == 303
    assert people.person(place.house.node, "p-ines").item.roles == (Role.ANALYST,)


def test_an_analyst_neither_sees_nor_does_it(place: Place) -> None:
    place.sign_in("p-ines")
    place.sign_in("p-sami")
    page = place.browser.get("/people/p-ines").text
    assert "/lock" not in page
    assert "session-" not in page
    for to in ("lock", "sessions/revoke"):
        sent = place.form("/me", id=sessions.sessions_of(place.house.ines, "p-ines")[0].item.session)
        assert place.browser.post(f"/people/p-ines/{to}", data=sent).status_code == 403
    assert len(credentials.ways_of(place.house.ines, "p-ines")) == 1
