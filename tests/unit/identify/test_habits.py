from __future__ import annotations

from typing import Any

import pytest

from tocsin.formats.mime import parse
from tocsin.identify.examples import PROFILE, message
from tocsin.identify.habits import (
    broken_habit,
    broken_habits,
    foreign_links,
    in_circle,
    is_new,
    is_prepared,
    is_reply,
    is_shared,
    is_stranger,
    risky_files,
    settled,
)
from tocsin.identify.mail import Mail
from tocsin.identify.pasts import past
from tocsin.model.context import Context, SenderFacts


def mail(**fields: Any) -> Mail:
    return Mail(parse(message(**fields).raw))


def test_a_stranger_is_unknown_in_a_mailbox_that_knows_others() -> None:
    assert is_stranger(mail(), past())
    assert not is_stranger(mail(), past(thread={"mailbox": 19}))
    assert not is_stranger(mail(), past(1))
    assert not is_stranger(mail(), past(sender={"written_to": 1}))
    assert not is_stranger(mail(sender="a@lighthouse.example"), past())
    assert not is_stranger(mail(sender=""), past())
    assert not is_stranger(mail(), Context())


def test_habits_are_broken_only_where_they_were_steady() -> None:
    now = mail(sender="Desk <v@x.test>", text="Attention all\nhere", headers=[("X-Mailer", "Other 2.0")])
    steady = SenderFacts(messages=9, mailers=("quill",), zones=(300,), hours=(1, 2), names=("vera",), greetings=("hi",))
    assert [kind for kind, _, _ in broken_habits(now, steady)] == ["name", "mailer", "zone", "hour", "greeting"]
    loose = SenderFacts(
        messages=9,
        mailers=("a", "b", "c"),
        zones=(300, 400, 500, 600),
        hours=(1, 12),
        names=("a", "b"),
        greetings=("a", "b", "c"),
    )
    assert broken_habits(now, loose) == ()
    assert broken_habits(now, SenderFacts(messages=9)) == ()


@pytest.mark.parametrize(("hour", "broken"), [("23", False), ("05", True), ("19", False), ("17", True)])
def test_hours_are_on_a_circle(hour: str, broken: bool) -> None:
    now = mail(date=f"Tue, 03 Mar 2026 {hour}:00:00 +0000")
    assert (broken_habit(now, past(6, sender={"hours": (0, 22)}), "hour") is not None) is broken


def test_a_list_and_a_new_sender_have_no_habits() -> None:
    known = {"languages": ("de",)}
    text = "Please have a look at the list that we have made for you."
    assert broken_habit(mail(text=text), past(5, sender=known), "language") == ("en", "de")
    assert broken_habit(mail(text=text), past(4, sender=known), "language") is None
    assert broken_habit(mail(text=text, headers=[("List-Id", "<l.test>")]), past(5, sender=known), "language") is None
    assert settled(past(4)) is None


def test_foreign_links_leave_out_what_is_known() -> None:
    urls = ("https://sender.example/a", "https://www.harbour.example/b", "https://a.web.app/c", "https://b.web.app/d")
    one = mail(links=[("x", url) for url in urls])
    known = past(1, sender={"link_domains": ("a.web.app",)})
    assert [link.host for link in foreign_links(one, known)] == ["b.web.app"]
    webmail = mail(sender="v@gmail.com", links=[("x", "https://gmail.com/x")])
    assert [link.host for link in foreign_links(webmail, past())] == ["gmail.com"]


def test_calm_files_are_no_risk() -> None:
    files = [(name, "application/octet-stream", b"x") for name in ("a.jpg", "b.ics", "c.pdf", "d.zip", "e")]
    assert [file.name for file in risky_files(mail(attachments=files))] == ["c.pdf", "d.zip", "e"]


@pytest.mark.parametrize("subject", ["Re: x", "RE: x", "AW: x", "رد: x", "پاسخ: x", "השב: x"])
def test_answers_are_known_in_every_language(subject: str) -> None:
    assert is_reply(mail(subject=subject))


def test_what_is_no_answer() -> None:
    assert not is_reply(mail(subject="Regarding: x"))
    assert not is_reply(mail(subject=""))


def test_preparation_wears_off_with_long_acquaintance() -> None:
    approach = {"dangers": ("conversation",)}
    assert is_prepared(past(2, days=59, thread=approach))
    assert is_prepared(past(thread=approach))
    assert not is_prepared(past(2, days=61, thread=approach))
    assert not is_prepared(past(2, days=5))
    assert is_new(past())


def test_circle_and_shared_domains() -> None:
    assert all(in_circle(host, PROFILE) for host in ("harbour.example", "m.lighthouse.example", "quaymail.example"))
    assert not in_circle("", PROFILE)
    assert not in_circle("nothing.test", PROFILE)
    assert is_shared("gmail.com")
    assert is_shared("")
    assert not is_shared("north.test")
