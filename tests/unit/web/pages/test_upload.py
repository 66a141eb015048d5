from __future__ import annotations

from threading import Event
from urllib.parse import quote

import pytest
from httpx import Response
from tests.unit.scan.mailboxes import mail as written
from tests.unit.web.conftest import Place, read

from tocsin.app import mail
from tocsin.web.jobs import Job, Jobs

GOOD, BAD = written(5, subject="Minutes"), written(9, subject="BAD news")
BROKEN = b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256))


def _bring(place: Place, *files: tuple[str, bytes], **given: str) -> Response:
    form = place.form("/upload", **given)
    parts = [("files", (name, content, "application/octet-stream")) for name, content in files]
    return place.browser.post("/upload", data=form, files=parts)


def _job(place: Place, person: str = "p-sami") -> Job:
    (name,) = place.node.jobs._jobs
    found = place.node.jobs.find(name, "harbour", person)
    assert found
    return found


def _done(place: Place, *files: tuple[str, bytes], **given: str) -> Response:
    """Bring files, and return the page of what came out when all was judged."""
    answer = _bring(place, *files, **given)
    assert answer.status_code == 303
    place.node.jobs.close()
    return place.browser.get(answer.headers["location"])


def test_it_takes_the_right_to_judge(place: Place) -> None:
    place.sign_in("p-remi")
    assert place.browser.get("/upload").status_code == 403
    form = place.form("/ask")
    refused = place.browser.post("/upload", data=form, files=[("files", ("a.eml", GOOD, "message/rfc822"))])
    assert refused.status_code == 403
    assert place.node.jobs._jobs == {}


@pytest.mark.parametrize(("language", "problem"), [("en", "there is no file to judge"), ("ar", "لا ملف لفحصه")])
def test_a_form_without_a_file_is_refused(place: Place, language: str, problem: str) -> None:
    place.sign_in()
    place.browser.headers["accept-language"] = language
    answer = _bring(place, ("empty.eml", b""))
    assert answer.status_code == 400
    assert problem in read(answer)
    assert "<form" in answer.text


def test_all_that_was_brought_is_shown_with_what_it_was_judged_to_be(place: Place) -> None:
    place.sign_in()
    page = _done(place, ("a.eml", GOOD), ('<b>"رسالة".eml', BAD), ("notes.bin", BROKEN))
    assert page.status_code == 200
    assert "refresh" not in page.headers
    assert "2 messages judged. 1 item was not read." in read(page)
    assert '<b>"رسالة".eml' in read(page)
    assert "<b>&#34;" not in page.text
    assert "not read" in read(page)
    bad, good = (one.item for one in mail.messages(place.house.sami).items)
    assert (bad.verdict.value, good.verdict.value) == ("suspicious", "clean")
    assert not bad.reported
    for item in (bad, good):
        assert f'href="/messages/{item.message}"' in page.text


def test_what_was_reported_may_be_opened_and_what_is_known_is_said(place: Place) -> None:
    place.sign_in()
    _done(place, ("a.eml", GOOD))
    place.node.__dict__["jobs"] = Jobs(place.node.cookie_key)
    page = _done(place, ("a.eml", GOOD), reported="1")
    assert "was here already" in read(page)
    (item,) = (one.item for one in mail.messages(place.house.sami).items)
    assert item.reported


def test_progress_is_shown_until_it_is_over_and_to_nobody_else(place: Place) -> None:
    place.sign_in()
    going, end = Event(), Event()

    def work(job: Job) -> None:
        job.read = 30
        going.set()
        end.wait(10)

    job = place.node.jobs.start("harbour", "p-sami", 100, work)
    assert going.wait(10)
    page = place.browser.get(f"/upload/{quote(job.id)}")
    assert 'value="30"' in page.text
    assert "Being judged" in read(page)
    assert page.headers["refresh"] == "2"
    place.sign_in("p-dana")
    assert place.browser.get(f"/upload/{quote(job.id)}").status_code == 404
    assert place.browser.get("/upload/never-begun").status_code == 404
    end.set()


def test_after_a_restart_it_says_that_the_results_are_gone(place: Place) -> None:
    place.sign_in()
    location = _bring(place, ("a.eml", GOOD)).headers["location"]
    place.node.jobs.close()
    place.node.__dict__["jobs"] = Jobs(place.node.cookie_key)
    assert place.browser.get(location).status_code == 410
    place.sign_in("p-dana")
    assert place.browser.get(location).status_code == 404


def test_a_fault_ends_the_upload_and_is_said(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("a secret subject")

    monkeypatch.setattr("tocsin.web.pages.upload.open_mail", broken)
    place.sign_in()
    page = _done(place, ("a.eml", GOOD))
    assert "something went wrong here, and it is not your fault" in read(page)
    assert "secret" not in page.text
    assert _job(place).is_over
