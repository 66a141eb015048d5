from __future__ import annotations

import re

import pytest
from tests.unit.scan.mailboxes import mail as written
from tests.unit.web.conftest import Place, read

from tocsin.app import answers, mail, queue
from tocsin.model.view import Work

HOSTILE = "<script>alert(1)</script> http://parcel-fee.test/pay"


def _question(text: str) -> str:
    found = re.search(r'name="question" value="([^"]+)"', text)
    assert found
    return found[1]


def test_anybody_asks_about_words_and_sees_what_was_read(place: Place) -> None:
    place.sign_in("p-remi")
    answer = place.send("/ask", "/ask", text=HOSTILE)
    assert answer.status_code == 200
    assert "No signs found; this is not proof of safety" in read(answer)
    assert "<script>alert(1)</script> hxxp://parcel-fee[.]test/pay" in read(answer)
    assert "<script>alert" not in answer.text
    assert 'href="http://parcel' not in answer.text
    assert _question(answer.text)


@pytest.mark.parametrize(
    ("language", "problem", "direction"),
    [("en", "there is no text to judge", "ltr"), ("ar", "لا يوجد نص لفحصه", "rtl")],
)
def test_nothing_to_judge_is_said_in_ones_language(place: Place, language: str, problem: str, direction: str) -> None:
    place.sign_in("p-remi")
    place.browser.headers["accept-language"] = language
    answer = place.send("/ask", "/ask", text=" \n ")
    assert answer.status_code == 400
    assert problem in read(answer)
    assert f'<html lang="{language}" dir="{direction}"' in answer.text
    assert queue.queue(place.house.sami).items == ()


def test_a_mail_is_answered_and_shown_to_the_desk(place: Place) -> None:
    place.sign_in("p-remi")
    raw = written(9, "Help <help@sender.test>", subject="BAD news")
    answer = place.browser.post("/ask/file", data=place.form("/ask"), files={"file": ("m.eml", raw, "message/rfc822")})
    assert answer.status_code == 200
    assert "Be careful with this." in read(answer)
    assert "The desk has been told." in read(answer)
    (waiting,) = queue.queue(place.house.sami).items
    assert waiting.message
    assert waiting.message.item.reported
    (asked,) = answers.questions(place.house.sami).items
    assert (asked.item.question, asked.item.person) == (_question(answer.text), "p-remi")


def test_a_picture_is_read_and_its_words_are_judged(place: Place) -> None:
    place.sign_in("p-remi")
    form = place.form("/ask")
    picture = {"file": ("shot.png", "أرسل الرمز <b>الآن</b>".encode(), "image/png")}
    answer = place.browser.post("/ask/file", data=form, files=picture)
    assert answer.status_code == 200
    assert "أرسل الرمز <b>الآن</b>" in read(answer)
    assert "<b>الآن" not in answer.text
    empty = place.browser.post("/ask/file", data=form, files={"file": ("shot.png", b" ", "image/png")})
    assert (empty.status_code, "no text was found in the picture" in read(empty)) == (400, True)
    (asked,) = answers.questions(place.house.sami).items
    assert asked.item.kind == "picture"


@pytest.mark.parametrize(
    "files", [{"file": ("m.eml", b"", "message/rfc822")}, {"other": ("m.eml", b"x", "text/plain")}]
)
def test_a_form_without_a_file_is_refused(place: Place, files: dict[str, tuple[str, bytes, str]]) -> None:
    place.sign_in("p-remi")
    answer = place.browser.post("/ask/file", data=place.form("/ask"), files=files)
    assert answer.status_code == 400
    assert "there is no file to judge" in read(answer)


def test_who_clicked_is_told_what_to_do_and_stands_first_at_the_desk(place: Place) -> None:
    place.sign_in("p-remi")
    place.bring(written(9, subject="BAD news"))
    question = _question(place.send("/ask", "/ask", text="send the code").text)
    answer = place.send("/ask", "/ask/clicked", did="code", question=question, note="قبل ساعة <i>")
    assert answer.status_code == 200
    assert "The desk has been told, and sees it before all else." in read(answer)
    assert answer.text.count("<li") > 2, "steps"
    first = queue.queue(place.house.sami).items[0]
    assert first.kind is Work.CLICK
    assert first.click
    assert (first.click.item.person, first.click.note) == ("p-remi", "قبل ساعة <i>")
    assert "clicked" in read(place.browser.get("/ask"))


def test_a_click_says_what_was_done_and_only_about_ones_own_question(place: Place) -> None:
    place.sign_in("p-remi")
    question = _question(place.send("/ask", "/ask", text="send the code").text)
    for did in ("", "nonsense", "none", "spam"):
        answer = place.send("/ask", "/ask/clicked", did=did, question=question)
        assert (answer.status_code, "it must be said what was done" in read(answer)) == (400, True)
    place.sign_in("p-ines")
    answer = place.send("/ask", "/ask/clicked", did="code", question=question)
    assert (answer.status_code, "there is nothing here with the id" in read(answer)) == (400, True)
    assert queue.queue(place.house.sami, Work.CLICK).items == ()


def test_one_sees_ones_own_questions_and_what_the_desk_says(place: Place) -> None:
    place.sign_in("p-remi")
    question = _question(place.send("/ask", "/ask", text=HOSTILE).text)
    assert "The desk answers" not in read(place.browser.get("/ask"))
    answers.answer(place.house.sami, question, "Leave it <b>alone</b>.")
    page = place.browser.get("/ask")
    assert "The desk answers: Leave it <b>alone</b>." in read(page)
    assert "hxxp://parcel-fee[.]test/pay" in read(page)
    assert "<b>alone" not in page.text
    place.sign_in("p-ines")
    assert "parcel-fee" not in place.browser.get("/ask").text


def test_what_the_desk_decided_of_a_mail_is_seen_by_who_asked(place: Place) -> None:
    place.sign_in("p-remi")
    raw = written(9, subject="BAD news")
    place.browser.post("/ask/file", data=place.form("/ask"), files={"file": ("m.eml", raw, "message/rfc822")})
    (message,) = (one.item.message for one in mail.messages(place.house.sami).items)
    mail.confirm(place.house.sami, [message])
    assert "The desk looked at it: Suspicious" in read(place.browser.get("/ask"))
