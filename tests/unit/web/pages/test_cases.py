from __future__ import annotations

import io
import re
import zipfile

import pytest
from tests.unit.scan.mailboxes import mail as written
from tests.unit.web.conftest import Place, read

from tocsin.app import cases, evidence, incidents, participants, tasks
from tocsin.app.evidence import Collected
from tocsin.model.event import Ground
from tocsin.model.people import Tlp
from tocsin.model.record import EvidenceRecord

NAME = '<img src=x onerror=window.ran=1>"تقرير.pdf'


@pytest.fixture
def case(place: Place) -> str:
    """A case with a file; Dana, who leads, has signed in."""
    incident = incidents.open_incident(place.house.dana, "Mails", (), Tlp.GREEN)
    made = cases.open_case(place.house.dana, "March <b>", [incident])
    record = EvidenceRecord(NAME, "Sami <i>", "a telephone", "as it came")
    collected = Collected(b"%PDF-", record, "application/pdf", place.house.clock(), "tocsin", "1")
    evidence.add(place.house.dana, made, [collected])
    place.sign_in("p-dana")
    return made


def test_it_takes_the_right(place: Place, case: str) -> None:
    place.sign_in("p-remi")
    form = place.form("/ask", title="Mine", purpose="p", message="m")
    for path in ("/cases", f"/cases/{case}"):
        assert place.browser.get(path).status_code == 403
    for path in ("", f"/{case}/export", f"/{case}/messages", f"/{case}/close", f"/{case}/evidence/ev-1"):
        assert place.browser.post(f"/cases{path}", data=form).status_code == 403


def test_an_analyst_reads_and_does_not_export(place: Place) -> None:
    incident = incidents.open_incident(place.house.dana, "Mails", (), Tlp.AMBER)
    mine = cases.open_case(place.house.dana, "Known", [incident])
    collected = Collected(b"x", EvidenceRecord("a", "b"), "a/b", place.house.clock(), "t", "1")
    evidence.add(place.house.dana, mine, [collected])
    secret = cases.open_case(place.house.dana, "Without an incident, and so RED")
    place.sign_in("p-sami")
    page = place.browser.get(f"/cases/{mine}")
    assert "TLP:AMBER" in read(page)
    assert "/export" not in page.text
    assert place.send(f"/cases/{mine}", f"/cases/{mine}/export", purpose="p").status_code == 403
    assert place.browser.get(f"/cases/{secret}").status_code == 404
    assert secret not in place.browser.get("/cases").text


def test_evidence_is_shown_with_its_custody_and_its_name_is_harmless(place: Place, case: str) -> None:
    assert place.send(f"/cases/{case}", f"/cases/{case}/evidence/ev-1", purpose=" ").status_code == 400
    content = place.send(f"/cases/{case}", f"/cases/{case}/evidence/ev-1", purpose="to see what it is")
    assert content.content == b"%PDF-"
    assert content.headers["content-type"] == "application/octet-stream"
    assert content.headers["content-disposition"] == 'attachment; filename="ev-1.bin"'
    page = place.browser.get(f"/cases/{case}")
    assert NAME in read(page)
    assert "<img" not in page.text
    assert "collected by Sami <i>" in read(page)
    assert re.findall(r"taken into custody|content read", read(page)) == ["taken into custody", "content read"]
    evidence.erase(place.house.dana, "ev-1", Ground.REQUEST)
    page = place.browser.get(f"/cases/{case}")
    assert "erased" in read(page)
    assert "/evidence/ev-1" not in page.text, "there is nothing to read any more"
    assert "gone" in read(place.send(f"/cases/{case}", f"/cases/{case}/evidence/ev-1", purpose="p"))


def test_the_archive_is_exported_and_that_is_noted(place: Place, case: str) -> None:
    taken = place.send(f"/cases/{case}", f"/cases/{case}/export", purpose="for the prosecutor")
    assert taken.headers["content-disposition"] == f'attachment; filename="{case}.zip"'
    assert zipfile.ZipFile(io.BytesIO(taken.content)).testzip() is None
    assert "evidence exported" in read(place.browser.get(f"/cases/{case}"))
    incident = incidents.open_incident(place.house.dana, "More mails", (), Tlp.GREEN)
    empty = cases.open_case(place.house.dana, "Nothing yet", [incident])
    for why in ("", "for the prosecutor"):
        assert place.send(f"/cases/{empty}", f"/cases/{empty}/export", purpose=why).status_code == 400


def test_one_is_opened_takes_a_message_and_is_closed(place: Place) -> None:
    place.sign_in("p-dana")
    (message,) = place.bring(written(9, subject="BAD"))
    incident = incidents.open_incident(place.house.dana, "Mails", [message], Tlp.GREEN)
    assert place.send("/cases", "/cases", title=" ").status_code == 400
    made = place.send("/cases", "/cases", title="Mails of March", incidents=incident)
    at = made.headers["location"]
    assert f'href="{at}"' in place.browser.get(f"/incidents/{incident}").text
    assert place.send(at, f"{at}/messages", message=message).status_code == 303
    assert f"{message}.eml" in read(place.browser.get(at))
    (other,) = place.bring(written(8, subject="BAD"))
    assert "belongs to no incident" in read(place.send(at, f"{at}/messages", message=other))
    assert place.send(at, f"{at}/close", note="It is over.").status_code == 303
    assert place.send(at, f"{at}/close").status_code == 400


def test_a_task_is_given_to_somebody_else(place: Place, case: str) -> None:
    quay = participants.join(place.house.dana, case, "Quay (synthetic)", Tlp.GREEN)
    task = tasks.set_task(place.house.dana, case, "Look", place.house.clock())
    at = f"/cases/{case}/tasks/{task}/change"
    assert place.send(f"/cases/{case}", at, participant="participant-99").status_code == 400
    assert place.send(f"/cases/{case}", at, participant=quay, tlp="red").status_code == 400
    answer = place.send(f"/cases/{case}", at, participant=quay, due="2031-03-04T12:00")
    assert answer.headers["location"] == f"/cases/{case}"
    (shown,) = cases.case(place.house.dana, case).tasks
    assert (shown.item.participant, shown.item.due.year) == (quay, 2031)
