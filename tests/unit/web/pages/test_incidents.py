from __future__ import annotations

import pytest
from tests.fixtures.events import draft, judged
from tests.unit.scan.mailboxes import mail as written
from tests.unit.web.conftest import Place, read

from tocsin.app import incidents
from tocsin.model.event import RoleGiven
from tocsin.model.people import Role, Tlp

TITLE = "انتحال اسم شريك <script>x</script>"


def _open(place: Place, **given: str) -> str:
    answer = place.send("/incidents", "/incidents", **{"title": TITLE, "tlp": "amber+strict"} | given)
    assert answer.status_code == 303
    return str(answer.headers["location"])


def test_it_takes_the_right(place: Place) -> None:
    known = incidents.open_incident(place.house.sami, "Theirs")
    place.sign_in("p-remi")
    form = place.form("/ask", title="Mine")
    for path in ("/incidents", f"/incidents/{known}"):
        assert place.browser.get(path).status_code == 403
        assert place.browser.post(path, data=form).status_code == 403
    assert place.browser.post(f"/incidents/{known}/close", data=form).status_code == 403


def test_one_is_opened_with_its_messages_and_shown_as_written(place: Place) -> None:
    place.sign_in()
    assert "There are none." in read(place.browser.get("/incidents"))
    (message,) = place.bring(written(9, "Help <help@sender.test>", subject="BAD <i>news</i>"))
    at = _open(place, messages=f" {message} ")
    for path in ("/incidents", at):
        page = place.browser.get(path)
        assert TITLE in read(page)
        assert "<script>x" not in page.text
        assert "TLP:AMBER+STRICT" in read(page)
    shown = place.browser.get(at)
    assert "BAD <i>news</i>" in read(shown)
    assert f'href="/messages/{message}"' in shown.text
    assert f'href="{at}"' in place.browser.get(f"/messages/{message}").text


@pytest.mark.parametrize(
    ("given", "language", "problem"),
    [
        ({"title": "  "}, "en", "the incident has no title"),
        ({"title": "  "}, "ar", "ليس للحادثة عنوان"),
        ({"messages": "mail-of-others"}, "en", "there is nothing here with the id mail-of-others"),
        ({"tlp": "red"}, "en", "you could not read this incident yourself"),
        ({"tlp": "no label"}, "en", "you could not read this incident yourself"),
    ],
)
def test_what_cannot_be_opened_is_told_on_the_form(
    place: Place, given: dict[str, str], language: str, problem: str
) -> None:
    place.sign_in()
    place.browser.headers["accept-language"] = language
    answer = place.send("/incidents", "/incidents", **{"title": TITLE, "tlp": "green"} | given)
    assert answer.status_code == 400
    assert problem in read(answer)
    assert 'name="title"' in answer.text
    assert incidents.incidents(place.house.dana).items == ()


def test_what_is_known_is_written_down(place: Place) -> None:
    place.sign_in()
    at = _open(place)
    empty = place.send(at, at)
    assert (empty.status_code, "there is nothing to change" in read(empty)) == (400, True)
    assert place.send(at, at, note="وصلت إلى <b>شخص</b>", title="Another").headers["location"] == at
    page = place.browser.get(at)
    assert "وصلت إلى <b>شخص</b>" in read(page)
    assert "<b>شخص" not in page.text
    assert "<h1><bdi>Another" in page.text
    assert "Sami Haddad" in read(page)


def test_it_is_closed_once_and_with_one_of_a_few_outcomes(place: Place) -> None:
    place.sign_in()
    at = _open(place)
    odd = place.send(at, f"{at}/close", outcome="<b>won")
    assert (odd.status_code, '"<b>won" is no outcome' in read(odd)) == (400, True)
    assert place.send(at, f"{at}/close", outcome="stopped", note="Nobody bought any.").status_code == 303
    page = place.browser.get(at)
    assert "Nobody bought any." in read(page)
    assert f'action="{at}/close"' not in page.text
    again = place.browser.post(f"{at}/close", data=place.form("/incidents", outcome="harm"))
    assert (again.status_code, "is closed already" in read(again)) == (400, True)
    assert TITLE in read(place.browser.get("/incidents?state=closed"))
    assert TITLE not in read(place.browser.get("/incidents?state=open"))


def test_who_is_not_cleared_sees_no_trace_of_it(place: Place) -> None:
    hidden = incidents.open_incident(place.house.dana, "A source is in it", tlp=Tlp.RED)
    place.sign_in()
    page = place.browser.get("/incidents")
    assert "A source" not in page.text
    assert hidden not in page.text
    unknown = place.browser.get("/incidents/incident-99")
    refused = place.browser.get(f"/incidents/{hidden}")
    assert (refused.status_code, unknown.status_code) == (404, 404)
    assert refused.text.replace(hidden, "X") == unknown.text.replace("incident-99", "X")
    for path in (f"/incidents/{hidden}", f"/incidents/{hidden}/close"):
        assert place.browser.post(path, data=place.form("/incidents", note="x", outcome="harm")).status_code == 404


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
