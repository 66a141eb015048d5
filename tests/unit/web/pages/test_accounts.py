"""What was found in logs of accounts, as people see it."""

from __future__ import annotations

import pytest
from tests.fixtures.activities import GivenLogs, alert_about, sign_in
from tests.fixtures.logs import google_login
from tests.unit.web.conftest import Place, read

from tocsin.app import accounts
from tocsin.model.alert import Severity

DANA = "dana@harbour.example"


def _found(place: Place) -> str:
    lines = [sign_in(DANA), sign_in(DANA, 20, country="BR", ip="203.0.113.7", agent="<script>x</script>")]
    alert = alert_about(lines[1], severity=Severity.CRITICAL)
    return accounts.take_in(place.house.sami, GivenLogs(lines, [alert])).alerts[0]


def test_logs_that_are_brought_are_looked_through(place: Place) -> None:
    place.sign_in()
    form = place.form("/alerts")
    content = google_login("gov_attack_warning", DANA)
    answer = place.browser.post("/alerts/logs", data=form, files={"files": ("login.json", content)})
    assert answer.status_code == 200
    assert "1 line was read. 1 new alert." in read(answer)
    assert "google login" in read(answer).lower()
    nothing = place.browser.post("/alerts/logs", data=form, files={"files": ("login.json", b"")})
    assert nothing.status_code == 400
    assert "there is no log to read" in read(nothing)


def test_a_period_is_stated_of_what_is_brought(place: Place) -> None:
    place.sign_in()
    form = place.form("/alerts") | {"begins": "2026-02-28", "ends": "2026-03-01"}
    files = {"files": ("login.json", google_login("gov_attack_warning", DANA))}
    answer = place.browser.post("/alerts/logs", data=form, files=files)
    assert "google login: complete from 2026-03-01 08:00 to 2026-03-01 10:00 UTC, as stated." in read(answer)
    rows = answer.text.partition("What the logs can speak for")[2]
    assert "2026-03-01 10:00" in rows
    assert "its lines" in rows
    (stated,) = (one for one in accounts.coverage(place.house.sami) if one.stated)
    assert stated.by


@pytest.mark.parametrize(("begins", "ends"), [("2026-01-01", ""), ("", "2026-01-01"), ("2026-02-01", "2026-01-01"),
                                              ("2026-01-01", "2026-01-01"), ("soon", "2026-01-01")])  # fmt: skip
def test_half_a_period_is_told(place: Place, begins: str, ends: str) -> None:
    place.sign_in()
    form = place.form("/alerts") | {"begins": begins, "ends": ends}
    files = {"files": ("login.json", google_login("gov_attack_warning", DANA))}
    answer = place.browser.post("/alerts/logs", data=form, files=files)
    assert answer.status_code == 400
    assert "period" in read(answer)
    assert accounts.coverage(place.house.sami) == ()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_alert_is_shown_with_its_lines_and_what_is_around(place: Place, language: str) -> None:
    alert = _found(place)
    place.sign_in()
    page = place.browser.get(f"/alerts/{alert}", headers={"accept-language": language})
    assert page.text.count("203.0.113.7") == 2
    assert page.text.count("192.0.2.1") == 1
    assert "<script>x" not in page.text
    assert f'lang="{language}"' in page.text
    assert f"/alerts/{alert}" in place.browser.get("/queue").text


def test_it_is_decided_and_opened_as_an_incident(place: Place) -> None:
    alert = _found(place)
    place.sign_in()
    at = f"/alerts/{alert}"
    assert place.send(at, f"{at}/decide", action="incident", title=" ").status_code == 400
    opened = place.send(at, f"{at}/decide", action="incident", title="Somebody in Dana's account")
    assert at in place.browser.get(opened.headers["location"]).text
    assert place.send(at, f"{at}/decide", action="confirm", note="Dana slept").headers["location"] == at
    assert "alert confirmed" in read(place.browser.get(at))
    assert place.send(at, f"{at}/decide", action="dismiss").status_code == 303
    assert place.browser.get("/alerts?state=dismissed").text.count(at) == 1
    assert at not in place.browser.get("/queue").text


def test_it_takes_the_right_and_unknown_ones_are_not_there(place: Place) -> None:
    alert = _found(place)
    place.sign_in("p-remi")
    for path in ("/alerts", f"/alerts/{alert}"):
        assert place.browser.get(path).status_code == 403
    place.sign_in()
    assert place.browser.get("/alerts/alert-9").status_code == 404


def test_people_see_their_own(place: Place) -> None:
    _found(place)
    place.sign_in("p-dana")
    assert "203.0.113.7" in place.browser.get("/me/activities").text
    place.sign_in("p-remi")
    assert "203.0.113.7" not in place.browser.get("/me/activities").text


@pytest.mark.parametrize(("kind", "shown"), [("first-five", "The first five things"), ("clicked", "What now?")])
def test_cards_are_for_everybody(place: Place, kind: str, shown: str) -> None:
    place.sign_in("p-remi")
    assert shown in read(place.browser.get(f"/cards/{kind}"))
    assert place.browser.get("/cards/none").status_code == 404
