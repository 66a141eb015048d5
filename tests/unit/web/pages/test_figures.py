from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.fixtures.events import judged
from tests.unit.web.conftest import Place, read

from tocsin.model.verdict import Class

TODAY = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.fixture
def filled(place: Place) -> Place:
    """Two attacks of different days on Dana, one on Sami, and good mail; all of it judged today."""
    with place.house.store.write("harbour") as writer:
        for number, (verdict, days, person, technique) in enumerate((
            (Class.MALICIOUS, 20, "p-dana", "T1566.002"), (Class.SUSPICIOUS, 3, "p-dana", "T1656"),
            (Class.MALICIOUS, 60, "p-sami", "T1566.002"), (Class.CLEAN, 3, "p-sami", ""),
        )):  # fmt: skip
            techniques = (technique,) if technique else ()
            at = TODAY - timedelta(days=days)
            writer.append(judged(writer, f"m-{number}", verdict, recipients=(person,), techniques=techniques, at=at))
    place.sign_in()
    return place


def _day(days: int) -> str:
    return f"{TODAY - timedelta(days=days):%Y-%m-%d}"


@pytest.mark.parametrize(("asked", "span", "attacks"), [("30", 30, 2), ("90", 90, 3), ("7", 90, 3), ("-1", 90, 3)])
def test_they_are_of_some_days_up_to_today(filled: Place, asked: str, span: int, attacks: int) -> None:
    page = filled.browser.get("/figures", params={"days": asked})
    assert page.status_code == 200
    assert f"From {_day(span - 1)} to {_day(0)} (UTC)" in read(page)
    assert f"Malicious: {attacks - 1}" in read(page)
    assert "Suspicious: 1" in read(page)
    assert (_day(60) in read(page)) is (span > 60)
    assert page.text.count("<svg") > 3


def test_what_is_no_number_of_days_is_refused(filled: Place) -> None:
    assert filled.browser.get("/figures?days=many").status_code == 400


def test_techniques_lead_to_their_messages(filled: Place) -> None:
    page = filled.browser.get("/figures")
    assert 'href="/queue?technique=T1566.002"' in page.text
    assert read(page).index("T1566.002") < read(page).index("T1656")


def test_people_are_named_in_the_order_of_their_list_and_not_ranked(filled: Place) -> None:
    with filled.house.store.write("harbour") as writer:
        for number in range(5):
            at = TODAY - timedelta(days=1)
            writer.append(judged(writer, f"more-{number}", recipients=("p-sami",), at=at))
    text = read(filled.browser.get("/figures"))
    aimed = text[text.index("At whom they were aimed") :]
    assert aimed.index("Dana Osman") < aimed.index("Sami Haddad")
    assert "Noor" not in aimed


def test_they_are_read_in_arabic(filled: Place) -> None:
    page = filled.browser.get("/figures", headers={"accept-language": "ar"})
    assert "عبر الزمن" in read(page)
    assert f'<bdi dir="ltr">{_day(3)}</bdi>' in page.text


def test_without_mail_they_say_so(place: Place) -> None:
    place.sign_in()
    page = place.browser.get("/figures")
    assert page.status_code == 200
    assert read(page).count("None in these days.") == 2


@pytest.mark.parametrize("person", ["p-remi", "p-ines"])
def test_it_takes_the_right_to_read_mail(place: Place, person: str) -> None:
    place.sign_in(person)
    assert place.browser.get("/figures").status_code == 403
