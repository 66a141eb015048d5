"""Is this safe? Asked by anybody, and seen by the desk."""

from __future__ import annotations

from contextlib import AbstractContextManager

import pytest
from tests.fixtures.actors import House
from tests.unit.scan.mailboxes import mail as written

from tocsin.app import answers, ask, mail, queue
from tocsin.app.access import Grant
from tocsin.app.identify import Judge
from tocsin.app.ports import Writer
from tocsin.bootstrap import make_engine
from tocsin.model import event as e
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.profile import Kind, Organisation
from tocsin.model.verdict import Class, Danger

BY = Judge(make_engine())
ATTACKS = Class.MALICIOUS, Class.SUSPICIOUS


class Reads:
    """An `Ocr` that reads what it is given."""

    def text(self, image: bytes) -> str:
        return image.decode()


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("Your Quaymail account will be closed in 24 hours. Verify your password: http://quaymail.sign-in.test/verify",
         Danger.CREDENTIALS),
        ("Hi its your director, I am in a meeting. Buy 5 gift cards and send me the codes urgently", Danger.PAYMENT),
        ("Please send me the 6 digit code that you just received by SMS", Danger.CODE),
        ("عزيزي العميل، سيتم إيقاف حسابك خلال 24 ساعة. يرجى تأكيد كلمة المرور عبر http://bank-update.test/login",
         Danger.CREDENTIALS),
        ("http://192.0.2.7/office365/login.php", Danger.CREDENTIALS),
    ],
)  # fmt: skip
def test_what_attacks_say_in_a_chat_is_told_with_what_it_wants(house: House, text: str, wants: Danger) -> None:
    answer = ask.ask_text(house.remi, BY, text)
    assert answer.verdict in ATTACKS
    assert answer.advice[0] is wants
    assert answer.kind == ("link" if text.startswith("http:") else "text")


@pytest.mark.parametrize(
    "text",
    [
        "Hi Sami, the meeting moved to Thursday at ten. Bring the minutes please. Dana",
        "مرحبا سامي، تم تأجيل الاجتماع إلى يوم الخميس الساعة العاشرة. شكرا",
        "https://harbour.example/programme",
    ],
)
def test_everyday_words_show_no_signs(house: House, text: str) -> None:
    answer = ask.ask_text(house.remi, BY, text)
    assert (answer.verdict, answer.advice) == (Class.CLEAN, ())


def test_the_desk_sees_questions_and_everybody_their_own(house: House) -> None:
    asked = ask.ask_picture(house.remi, BY, Reads(), b"Send me the code that you received")
    ask.ask_text(house.dana, BY, "Is it on Thursday?")
    assert asked.text == "Send me the code that you received"
    assert [one.text for one in ask.questions(house.remi).items] == [asked.text]
    assert len(answers.questions(house.sami).items) == 2
    with pytest.raises(AccessError):
        answers.questions(house.remi)


def test_asking_about_a_mail_reports_it_whatever_its_verdict(house: House) -> None:
    answer = ask.ask_mail(house.remi, BY, written(3, subject="Minutes"))
    assert (answer.verdict, answer.kind) == (Class.CLEAN, "mail")
    assert answer.message
    shown = mail.message(house.sami, answer.message)
    assert shown.item.reported
    assert [one.id for one in queue.queue(house.sami).items] == [answer.message]
    mail.correct(house.sami, [answer.message], Class.MALICIOUS)
    again = ask.ask_mail(house.ines, BY, written(3, subject="Minutes"))
    assert (again.message, again.verdict) == (answer.message, Class.MALICIOUS)


def test_a_click_comes_first_in_the_queue_and_only_from_those_concerned(house: House) -> None:
    answer = ask.ask_mail(house.remi, BY, written(3, subject="Minutes"))
    first = ask.ask_mail(house.remi, BY, written(4, subject="More minutes"))
    assert answer.question
    assert answer.message
    with pytest.raises(NotFoundError):
        ask.clicked(house.ines, Danger.CREDENTIALS, question=answer.question)
    with pytest.raises(NotFoundError):
        ask.clicked(house.ines, Danger.CREDENTIALS, message=answer.message)
    with pytest.raises(InputError, match="what was done"):
        ask.clicked(house.remi, Danger.NONE, question=answer.question)
    click = ask.clicked(house.remi, Danger.CREDENTIALS, question=answer.question, note="I typed my password")
    rows = queue.queue(house.sami).items
    assert [one.id for one in rows] == [click, answer.message, first.message]
    assert [one.message.item.clicked for one in rows if one.message] == [True, False]
    ask.clicked(house.sami, Danger.FILE, message=first.message or "")
    assert mail.message(house.sami, first.message or "").item.clicked, "who received it needs not have asked"


def test_a_newsroom_answers_and_keeps_no_question(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(e.Draft(e.ProfileChanged(Organisation("Paper", Kind.NEWSROOM)), "node"))
        size = writer.log.size
    answer = ask.ask_text(house.remi, BY, "Please send me the 6 digit code that you just received by SMS")
    assert answer.verdict in ATTACKS
    assert answer.question is None
    assert ask.ask_mail(house.remi, BY, written(3)).question is None
    assert ask.clicked(house.remi, Danger.CODE, note="I read it out") is None
    with house.store.read("harbour") as reader:
        assert [entry.type for entry in reader.log.read(size)] == ["mail-scanned"]


def test_mail_for_sources_is_answered_and_leaves_nothing(house: House) -> None:
    answer = ask.ask_mail(house.remi, BY, written(3, to="tips@harbour.example"))
    assert (answer.question, answer.message) == (None, None)
    assert house.types() == []


@pytest.mark.parametrize("text", ["", " \n ", "x" * (ask.LONGEST + 1)])
def test_what_cannot_be_judged_is_told(house: House, text: str) -> None:
    with pytest.raises(InputError):
        ask.ask_text(house.remi, BY, text)
    with pytest.raises(InputError):
        ask.ask_picture(house.remi, BY, Reads(), text.encode())
    assert house.types() == []


def test_a_mail_and_that_it_was_asked_about_are_written_together_or_not_at_all(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    write = Grant.write

    def counted(grant: Grant) -> AbstractContextManager[Writer]:
        begun.append(grant.actor.id)
        return write(grant)

    monkeypatch.setattr(Grant, "write", counted)
    answer = ask.ask_mail(house.remi, BY, written(9, subject="Minutes"))
    assert begun == ["p-remi"], "one transaction"
    assert house.types()[-2:] == ["mail-judged", "safety-asked"]
    again = ask.ask_mail(house.noor, BY, written(9, subject="Minutes"))
    assert again.message == answer.message
    assert again.question != answer.question
    assert house.types()[-1] == "safety-asked", "whoever asks has asked"
