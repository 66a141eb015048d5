from __future__ import annotations

from datetime import timedelta

import pytest
from tests.unit.scan.mailboxes import mail as written
from tests.unit.web.conftest import Place, read

from tocsin.app import answers, ask, glass, queue
from tocsin.model.view import Work

TEXT = "<script>alert(1)</script> أرسل الرمز http://code.test/now"
REASON = "They are said to have written to others as well."


def _asked(place: Place, text: str = TEXT) -> str:
    question = ask.ask_text(place.house.remi, place.node.judge, text).question
    assert question
    return question


def test_a_question_is_shown_as_it_was_asked_and_harmless(place: Place) -> None:
    at = f"/questions/{_asked(place)}"
    place.sign_in()
    page = place.browser.get(at)
    assert "<script>alert(1)</script> أرسل الرمز hxxp://code[.]test/now" in read(page)
    assert "<script>alert" not in page.text
    assert "http://code" not in page.text
    assert "Remi Vance" in read(page)
    assert "سؤال" in read(place.browser.get(at, headers={"accept-language": "ar"}))


def test_who_asks_reads_no_question_of_others(place: Place) -> None:
    question = _asked(place)
    place.sign_in("p-remi")
    form = place.form("/ask", text="I know")
    assert place.browser.get(f"/questions/{question}").status_code == 403
    assert place.browser.post(f"/questions/{question}/answer", data=form).status_code == 403
    assert place.browser.post(f"/questions/{question}/close", data=form).status_code == 403
    place.sign_in()
    assert place.browser.get("/questions/question-99").status_code == 404


@pytest.mark.parametrize(("language", "problem"), [("en", "there is no answer"), ("ar", "لا إجابة")])
def test_an_empty_answer_is_none(place: Place, language: str, problem: str) -> None:
    at = f"/questions/{_asked(place)}"
    place.sign_in()
    place.browser.headers["accept-language"] = language
    answer = place.send(at, f"{at}/answer", text=" \n")
    assert answer.status_code == 400
    assert problem in read(answer)
    assert f'action="{at}/answer"' in answer.text
    assert answers.questions(place.house.sami).items[0].item.state == "open"


def test_an_answer_is_shown_and_given_once(place: Place) -> None:
    at = f"/questions/{_asked(place)}"
    place.sign_in()
    form = place.form(at, text="لا <b>ترسله</b>")
    assert place.browser.post(f"{at}/answer", data=form).headers["location"] == "/queue"
    page = place.browser.get(at)
    assert "لا <b>ترسله</b>" in read(page)
    assert "<b>ترسله" not in page.text
    assert f'action="{at}/answer"' not in page.text
    again = place.browser.post(f"{at}/answer", data=form)
    assert (again.status_code, "is answered or closed already" in read(again)) == (400, True)


def test_a_question_is_closed_without_a_word(place: Place) -> None:
    at = f"/questions/{_asked(place)}"
    place.sign_in()
    form = place.form(at)
    assert place.browser.post(f"{at}/close", data=form).status_code == 303
    assert queue.queue(place.house.sami).items == ()
    assert place.browser.post(f"{at}/close", data=form).status_code == 400


def _broken(place: Place) -> str:
    (message,) = place.bring(written(5, subject="Minutes of a friend"))
    return glass.open_glass(place.house.noor, message, REASON, "p-sami")


def test_glass_breaks_when_the_one_who_was_asked_agrees(place: Place) -> None:
    breaking = _broken(place)
    place.sign_in("p-dana")
    refused = place.send("/queue", "/glass/agree", id=breaking)
    assert (refused.status_code, "somebody else was asked to agree" in read(refused)) == (403, True)
    place.sign_in()
    assert place.send("/queue", "/glass/agree", id="grant-99").status_code == 404
    assert place.send("/queue", "/glass/agree", id=breaking).headers["location"] == "/queue"
    assert [one.kind for one in queue.queue(place.house.dana).items] == [Work.TELLING]
    assert place.send("/queue", "/glass/agree", id=breaking).status_code == 400, "once"


def test_after_a_day_it_is_too_late_to_agree(place: Place) -> None:
    breaking = _broken(place)
    place.house.clock.time += timedelta(days=1, minutes=1)
    place.sign_in()
    answer = place.send("/queue", "/glass/agree", id=breaking)
    assert (answer.status_code, "it is too late to agree" in read(answer)) == (400, True)


def test_a_lead_notes_that_the_ones_concerned_were_told(place: Place) -> None:
    breaking = _broken(place)
    place.sign_in("p-dana")
    early = place.send("/queue", "/glass/told", id=breaking)
    assert (early.status_code, "there is nothing to tell" in read(early)) == (400, True)
    glass.confirm_glass(place.house.sami, breaking)
    place.sign_in()
    assert place.send("/queue", "/glass/told", id=breaking).status_code == 403, "an analyst"
    place.sign_in("p-dana")
    assert place.send("/queue", "/glass/told", id=breaking).headers["location"] == "/queue"
    assert queue.queue(place.house.dana).items == ()
