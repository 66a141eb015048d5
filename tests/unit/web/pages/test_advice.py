from __future__ import annotations

from tests.unit.scan.mailboxes import mail as written
from tests.unit.web.conftest import Place

from tocsin.app import ask, mail, submission
from tocsin.model.verdict import Class

ADVICE = "What to do"


def test_advice_follows_the_verdict_as_it_stands(place: Place) -> None:
    place.sign_in()
    (done,) = submission.submit(place.house.dana, place.node.judge, [written(9, subject="BAD")])
    assert done.message
    page = f"/messages/{done.message}"
    shown = {}
    for now in (Class.CLEAN, Class.MALICIOUS, Class.UNWANTED):
        mail.correct(place.house.dana, [done.message], now)
        shown[now] = ADVICE in place.browser.get(page).text
    assert shown == {Class.CLEAN: False, Class.MALICIOUS: True, Class.UNWANTED: False}


def test_a_message_that_was_judged_clean_and_is_not_has_advice_too(place: Place) -> None:
    place.sign_in()
    (done,) = submission.submit(place.house.dana, place.node.judge, [written(3)])
    assert done.message
    assert done.verdict.verdict is Class.CLEAN
    ask.ask_mail(place.house.remi, place.node.judge, written(3))
    page = f"/messages/{done.message}"
    assert ADVICE not in place.browser.get(page).text
    mail.correct(place.house.dana, [done.message], Class.MALICIOUS)
    assert ADVICE in place.browser.get(page).text
