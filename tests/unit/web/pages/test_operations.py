from __future__ import annotations

import html
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from tests.fixtures.activities import GivenLogs, alert_about, sign_in
from tests.fixtures.events import draft
from tests.unit.app.test_claims import VENDOR
from tests.unit.app.test_operations import CERTIFICATE, incident
from tests.unit.web.conftest import Place, read

from tocsin.app import access, accounts, cases, claims, comparing, operations
from tocsin.app.access import enter
from tocsin.app.incidents import change_incident, open_incident
from tocsin.model.event import OrganisationCreated
from tocsin.model.knowledge import Knowledge, Notice, Tactic, Technique
from tocsin.model.operation import FeatureKind
from tocsin.model.people import Tlp
from tocsin.web.pages import operations as pages

KNOWN = Knowledge(
    Notice("© The copy's owner", "terms"), date(2026, 1, 2), "18",
    techniques=(
        Technique(id="T1078", name="Valid Accounts", tactics=("initial-access",)),
        Technique(id="T1078.004", name="Cloud Accounts", tactics=("initial-access",)),
    ),
    tactics=(Tactic(id="TA0001", name="Initial Access", short="initial-access"),),
)  # fmt: skip


def _operation(place: Place) -> tuple[str, str, str]:
    """The id of an operation, and those of its two incidents."""
    facts = ("host=login.evil.test", f"certificate={CERTIFICATE}")
    one, two = incident(place.house, *facts), incident(place.house, *facts)
    (found,) = operations.operations(place.house.sami).operations
    return found.operation.id, one, two


def test_it_takes_the_right(place: Place) -> None:
    name, one, two = _operation(place)
    place.sign_in("p-remi")
    form = place.form("/ask", one=one, other=two, kind="cut", reason="x")
    for path in ("/operations", f"/operations/{name}"):
        assert place.browser.get(path).status_code == 403
    for path in ("ties", "facts"):
        assert place.browser.post(f"/operations/{name}/{path}", data=form).status_code == 403


def test_what_is_not_recorded_is_no_zero(place: Place) -> None:
    place.sign_in()
    empty = read(place.browser.get("/operations"))
    assert empty.count("Nothing is recorded yet. That is no zero: nothing was counted.") == 2
    _operation(place)
    shown = read(place.browser.get("/operations"))
    assert shown.count("Nothing is recorded yet.") == 1
    assert "Incidents that began in the last 90 days: 2" in shown
    assert "whether they became more is not known" in shown, "the store is of today"


def test_the_list_leads_to_the_operation_and_on_to_its_incidents(place: Place) -> None:
    name, one, two = _operation(place)
    alone = open_incident(place.house.dana, "Another")
    place.sign_in()
    listed = place.browser.get("/operations")
    assert f'href="/operations/{name}"' in listed.text
    assert "1 incident belongs with no other." in read(listed)
    for path in (name, one, two):
        page = place.browser.get(f"/operations/{path}")
        assert f'href="/incidents/{one}"' in page.text
        assert f'href="/incidents/{two}"' in page.text
        assert "the same TLS certificate" in read(page)
        assert "this comes to" in read(page)
    assert "belongs with no other" in read(place.browser.get(f"/operations/{alone}"))
    assert place.browser.get("/operations/operation-0000").status_code == 404
    assert f'href="/operations/{one}"' in place.browser.get(f"/incidents/{one}").text


def test_a_person_cuts_and_takes_it_back(place: Place) -> None:
    name, one, two = _operation(place)
    place.sign_in()
    at = f"/operations/{name}"
    assert "there is no reason given" in read(place.send(at, f"{at}/ties", one=one, other=two, kind="cut", reason=" "))
    assert place.send(at, f"{at}/ties", one=one, other=two, kind="maybe", reason="x").status_code == 400
    answer = place.send(at, f"{at}/ties", one=one, other=two, kind="cut", reason="Only the hoster <b>")
    assert answer.headers["location"] == f"/operations/{one}"
    alone = read(place.browser.get(answer.headers["location"]))
    assert "belongs with no other" in alone
    assert "do not belong together." in alone
    assert operations.operations(place.house.sami).operations == ()
    place.send(f"/operations/{one}", f"/operations/{one}/ties", one=one, other=two)
    assert len(operations.operations(place.house.sami).operations) == 1


def test_a_person_confirms_a_weak_link_and_the_page_says_who_and_why(place: Place) -> None:
    one, two = (incident(place.house, "host=login.evil.test") for _ in range(2))
    place.sign_in()
    page = place.browser.get(f"/operations/{one}")
    assert "the same host login[.]evil[.]test" in read(page).replace("\u2066", "").replace("\u2069", "")
    place.send(
        f"/operations/{one}", f"/operations/{one}/ties", one=one, other=two, kind="confirmed", reason="Same <i>kit"
    )
    shown = place.browser.get(f"/operations/{one}")
    assert "What people said of it" in read(shown)
    assert html.escape("Same <i>kit") in shown.text
    assert operations.operations(place.house.sami).operations[0].operation.incidents == (one, two)


def test_a_fact_is_told_and_one_that_links_nothing_is_refused(place: Place) -> None:
    name, one, _ = _operation(place)
    place.sign_in()
    at = f"/operations/{name}"
    told = {"incident": one, "kind": "name-server", "source": "WHOIS"}
    assert place.send(at, f"{at}/facts", **told, value="ns1.evil.test").headers["location"] == f"/operations/{one}"
    refused = place.send(at, f"{at}/facts", **told | {"kind": "host"}, value="google.com")
    assert refused.status_code == 400
    assert "this links nothing" in read(refused)
    assert place.send(at, f"{at}/facts", **told | {"kind": "lure"}, value="x").status_code == 400
    assert place.send(at, f"{at}/facts", **told | {"kind": "file"}, value="zz").status_code == 400
    page = f"/incidents/{one}"
    assert "ns1[.]evil[.]test" in read(place.browser.get(page))
    number = operations.facts(place.house.sami, one)[-1].item.seq
    for wrong in ("x", "-1", "9" * 40):
        assert place.send(page, f"{page}/facts/taking-back", fact=wrong, reason="y").status_code == 400
    assert place.send(page, f"{page}/facts/taking-back", fact=str(number), reason="y").headers["location"] == page
    assert "ns1[.]evil[.]test" not in read(place.browser.get(page))


def test_techniques_have_the_names_of_the_nodes_own_copy_only(place: Place) -> None:
    name, one, _ = _operation(place)
    line = sign_in("p-remi@harbour.example", 0)
    (alert,) = accounts.take_in(place.house.dana, GivenLogs([line], [alert_about(line)])).alerts
    change_incident(place.house.dana, one, alerts=[alert])
    place.sign_in()
    without = read(place.browser.get(f"/operations/{name}"))
    assert "Tactic unknownT1078.004 1 incident" in without
    assert "tocsin knowledge load PATH" in without
    place.browser.app.state.node = replace(place.node, knowledge=lambda: KNOWN)
    named = read(place.browser.get(f"/operations/{name}"))
    assert "Initial AccessT1078.004 Valid Accounts: Cloud Accounts 1 incident" in named
    assert "© The copy's owner" in named


def test_claims_about_its_incidents_are_listed_and_an_assessment_starts_from_it(place: Place) -> None:
    name, one, two = _operation(place)
    made = claims.record(place.house.dana, VENDOR, [one, two], Tlp.GREEN)
    place.sign_in()
    page = place.browser.get(f"/operations/{name}")
    assert page.text.count(f'href="/claims/{made}"') == 1
    assert f'href="/assessments?ids={one}%20{two}"' in page.text
    form = place.browser.get(f"/assessments?ids={one}%20{two}").text
    assert f'value="{one} {two}"' in form


def test_whom_one_lets_compare_is_listed_and_ended(place: Place) -> None:
    place.sign_in("p-dana")
    assert "Nobody else may compare them." in read(place.browser.get("/operations"))
    for wrong in ({"receiver": "harbour"}, {"receiver": "quay", "tlp": "red"}, {"receiver": "quay", "tlp": "x"}):
        assert place.send("/operations", "/operations/comparing", **{"tlp": "green"} | wrong).status_code == 400
    place.send("/operations", "/operations/comparing", receiver="quay<b>", tlp="green", named="1")
    page = place.browser.get("/operations")
    assert "quay<b> · up to TLP:GREEN · it may know whose they are" in read(page)
    place.sign_in("p-sami")
    analyst = place.browser.get("/operations")
    assert "quay<b>" in read(analyst)
    assert "/operations/comparing" not in analyst.text
    form = place.form("/operations", receiver="quay<b>", end="1")
    assert place.browser.post("/operations/comparing", data=form).status_code == 403
    place.sign_in("p-dana")
    place.send("/operations", "/operations/comparing", receiver="quay<b>", end="1")
    assert "Nobody else may compare them." in read(place.browser.get("/operations"))


def test_of_another_organisation_a_page_shows_neither_title_nor_way_nor_form(place: Place) -> None:
    store = place.node.store
    store.begin("quay")
    with store.write("quay") as writer:
        writer.append(draft(OrganisationCreated(name="Quay paper (synthetic)", kind="newsroom")))
    quay = enter(store, access.node("quay"), place.node.clock, place.node.chance)
    _, one, _ = _operation(place)
    theirs = open_incident(quay, "Theirs alone", tlp=Tlp.AMBER)
    for kind, value in ((FeatureKind.HOST, "login.evil.test"), (FeatureKind.CERTIFICATE, CERTIFICATE)):
        operations.tell_fact(quay, theirs, kind, value, "x")
    place.sign_in("p-dana")
    assert "An incident of" not in read(place.browser.get(f"/operations/{one}"))
    for named, said in (
        (False, "An incident of another organisation"),
        (True, "An incident of Quay paper (synthetic)"),
    ):
        comparing.let(quay, "harbour", named=named)
        page = place.browser.get(f"/operations/{one}")
        assert said in read(page)
        assert ("Quay" in page.text) == named
        assert theirs not in page.text
        assert "Theirs alone" not in page.text
        assert page.text.count('value="cut"') == 1, "that of the two of its own"
        assert "1 incident of organisations that let yours compare is counted too." in read(
            place.browser.get("/operations")
        )
    comparing.stop_letting(quay, "harbour")
    assert "An incident of" not in read(place.browser.get(f"/operations/{one}"))


def test_a_case_of_an_operation_is_opened_from_its_page_and_grows_with_it(place: Place) -> None:
    name, one, two = _operation(place)
    place.sign_in("p-dana")
    before = place.browser.get(f"/operations/{name}").text
    assert f"/cases?ids={one}%20{two}" in before or f"/cases?ids={one}+{two}" in before
    assert f'value="{one} {two}"' in place.browser.get(f"/cases?ids={one}+{two}").text
    case = place.send("/cases", "/cases", title="March <b>", incidents=one).headers["location"]
    page = place.browser.get(f"/operations/{name}")
    assert "Add 1 incident that is in no case" in read(page)
    assert html.escape("March <b>") in page.text
    answer = place.send(f"/operations/{name}", f"{case}/incidents", incidents=two)
    assert answer.headers["location"] == case
    assert two in place.browser.get(case).text
    assert "that is in no case" not in read(place.browser.get(f"/operations/{name}"))
    part = f"{case}/incidents/{two}/part"
    assert "there is no reason given" in read(place.send(case, part, reason=" "))
    assert place.send(case, part, reason="Another sender", tlp="amber").headers["location"] == case
    assert f'href="/incidents/{two}"' not in place.browser.get(case).text


def test_what_is_said_of_the_case_is_shown_and_what_is_left_out_is_told(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, one, two = _operation(place)
    case = cases.open_case(place.house.dana, "March", [one])
    about_case = claims.record(place.house.dana, VENDOR, [case], Tlp.CLEAR)
    early = [
        claims.record(place.house.dana, msgspec.structs.replace(VENDOR, what=f"Group {n}"), [two], Tlp.CLEAR)
        for n in range(51)
    ]
    place.sign_in("p-dana")
    page = place.browser.get(f"/operations/{name}")
    assert f"/claims/{about_case}" in page.text
    assert f'/claims/{early[0]}"' not in page.text
    assert f'href="/claims?about={two}"' in page.text
    assert "there are more about:" in read(page)
    assert "earlier incident" not in read(page)
    monkeypatch.setattr(pages, "_MOST_ASKED", 2)
    assert "Of 1 earlier incident neither claims nor" in read(place.browser.get(f"/operations/{name}"))
