from __future__ import annotations

from typing import Any

import pytest
from tests.unit.scan.mailboxes import mail as written
from tests.unit.web.conftest import Place, read

from tocsin.app import mail, queue
from tocsin.app.parts import erasure
from tocsin.model.event import Ground
from tocsin.model.verdict import Class
from tocsin.model.view import Work

HOSTILE = '<script>alert(1)</script><img src="https://track.test/p.gif">'
WARNING = "لا تفتحوا <b>الرابط</b>"


def bad(**more: Any) -> bytes:
    fields = {"subject": f"BAD {HOSTILE}", "text": f"Sign in at once {HOSTILE}"}
    return written(9, 'Help "><script>x</script> <help@sender.test>', **fields | more)


def _one(place: Place, raw: bytes, **more: bool) -> str:
    (message,) = place.bring(raw, **more)
    return message


def test_hostile_mail_is_shown_and_none_of_it_is_a_part_of_the_page(place: Place) -> None:
    place.sign_in()
    links = [("https://bank.example", "https://evil.test/login?u=1")]
    page = place.browser.get(f"/messages/{_one(place, bad(links=links))}")
    assert page.status_code == 200
    assert HOSTILE in read(page)
    assert "hxxps://evil[.]test/login?u=1" in read(page)
    assert "The message itself is not kept" not in read(page)
    for live in ("<script>alert", "<script>x", "<img", 'href="https:', "https://evil.test"):
        assert live not in page.text
    assert "Suspicious" in read(page)
    assert "Sami Haddad" in read(page)


def test_it_is_read_in_arabic_from_right_to_left_with_facts_isolated(place: Place) -> None:
    place.sign_in()
    message = _one(place, bad())
    page = place.browser.get(f"/messages/{message}", headers={"accept-language": "ar"})
    assert '<html lang="ar" dir="rtl"' in page.text
    assert "الدلائل" in read(page)
    assert f'<bdi dir="ltr">{message}</bdi>' in page.text


def test_what_nobody_flagged_is_closed_and_asked_for_with_a_reason(place: Place) -> None:
    place.sign_in()
    message = _one(place, written(5, subject="Minutes of a friend"))
    page = place.browser.get(f"/messages/{message}")
    assert page.status_code == 403
    assert "This message is closed" in read(page)
    assert "Minutes" not in page.text
    assert 'value="p-dana"' in page.text
    for one in ("p-sami", "p-remi", "p-ines"):
        assert f'value="{one}"' not in page.text, "neither oneself nor who may not"
    at = f"/messages/{message}"
    assert place.send(at, f"{at}/glass", reason="short", second="p-dana").status_code == 400
    assert place.send(at, f"{at}/glass", reason="They wrote to others too.", second="p-remi").status_code == 400
    assert queue.queue(place.house.sami, Work.GLASS).items == ()
    assert place.send(at, f"{at}/glass", reason="They wrote to others too.", second="p-dana").status_code == 303
    (waiting,) = queue.queue(place.house.dana, Work.GLASS).items
    assert waiting.breaking
    assert (waiting.breaking.item.message, waiting.breaking.item.second) == (message, "p-dana")
    assert place.browser.get(at).status_code == 403, "nobody has agreed yet"


@pytest.mark.parametrize(
    ("action", "state", "verdict"),
    [("confirm", "confirmed", "suspicious"), ("dismiss", "dismissed", "suspicious"), ("clean", "corrected", "clean")],
)
def test_what_a_person_decides_is_shown(place: Place, action: str, state: str, verdict: str) -> None:
    place.sign_in()
    at = f"/messages/{_one(place, bad())}"
    answer = place.send(at, f"{at}/decide", action=action, several="mail-of-others")
    assert (answer.status_code, answer.headers["location"]) == (303, at)
    (item,) = (one.item for one in mail.messages(place.house.sami).items)
    assert (item.state, item.verdict.value) == (state, verdict)
    corrected = "Tocsin had said Suspicious" in read(place.browser.get(at))
    assert corrected is (action == "clean")


def test_people_are_warned_by_a_lead_who_sees_whom_to_tell(place: Place) -> None:
    message = _one(place, bad())
    at = f"/messages/{message}"
    place.sign_in()
    assert f'action="{at}/warn"' not in place.browser.get(at).text
    assert place.send(at, f"{at}/warn", text=WARNING, people="p-sami").status_code == 403
    place.sign_in("p-dana")
    assert f'action="{at}/warn"' in place.browser.get(at).text
    assert place.send(at, f"{at}/warn", text=" ", people="p-sami").status_code == 400
    told = place.send(at, f"{at}/warn", text=WARNING, people="p-sami")
    assert "Sami Haddad" in read(told)
    assert "sami@harbour.example" in read(told)
    assert WARNING in read(told)
    assert "<b>الرابط" not in told.text
    (item,) = (one.item for one in mail.messages(place.house.sami).items)
    assert item.warned


def test_of_what_was_erased_only_the_judgement_is_left(place: Place) -> None:
    place.sign_in()
    message = _one(place, bad(), reported=True)
    with place.house.store.write("harbour") as writer:
        erasure.erase(writer, message, Ground.REQUEST, "node")
    page = place.browser.get(f"/messages/{message}")
    assert page.status_code == 200
    assert "The message was erased, or its time is up." in read(page)
    assert "(no subject)" in read(page)
    assert "sender.test" not in page.text


def test_copies_to_others_are_named(place: Place) -> None:
    place.sign_in()
    words = "Please look at the minutes of the meeting on Thursday, before noon, and sign in."
    first = _one(place, bad(text=words, message_id="<a@mail.test>"))
    second = _one(place, bad(text=words, to="dana@harbour.example", message_id="<b@mail.test>"))
    page = place.browser.get(f"/messages/{first}")
    assert f'href="/messages/{second}"' in page.text
    assert "Dana Osman" in read(page)


def test_it_takes_the_right_and_a_message_that_there_is(place: Place) -> None:
    message = _one(place, bad())
    place.sign_in("p-remi")
    form = place.form("/ask", action="clean")
    assert place.browser.get(f"/messages/{message}").status_code == 403
    assert place.browser.post(f"/messages/{message}/decide", data=form).status_code == 403
    place.sign_in()
    assert place.browser.get("/messages/mail-99").status_code == 404
    assert mail.message(place.house.sami, message).item.verdict is Class.SUSPICIOUS
