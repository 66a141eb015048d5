"""Who names a house, who has none, and who is to be left in peace."""

from __future__ import annotations

import pytest

from tocsin.formats.mime import parse
from tocsin.identify import roles
from tocsin.identify.check import Hit
from tocsin.identify.examples import message
from tocsin.identify.mail import Mail


def _found(text: str, phrase: str, *others: str, kind: str = "role", sender: str = "<vera@gmail.com>") -> list[str]:
    mail = Mail(parse(message(sender=sender, text=text).raw))
    start = mail.body.content.index(phrase)
    hits = [Hit(f"{kind}.en", mail.body.span(start, start + len(phrase)), phrase)]
    hits += [Hit(f"{other}.en", mail.body.span(0, 1), "") for other in others]
    return [hit.text for hit in roles.without_house(mail, hits)]


def test_a_role_claimed_from_a_free_mailbox_is_found() -> None:
    assert _found("I am a producer at North Radio.", "producer at North") == ["producer at North"]


def test_a_house_that_has_its_own_mail_is_not() -> None:
    assert not _found("I am a producer at North Radio.", "producer at North", sender="<vera@north.test>")


@pytest.mark.parametrize("other", ["free", "source"])
def test_freelancers_and_sources_are_left_in_peace(other: str) -> None:
    assert not _found("I am a producer at North Radio.", "producer at North", other)


def test_a_house_counts_where_somebody_signs_with_it() -> None:
    assert _found("Will you come?\n\nVera\nNorth Institute", "Institute", kind="house")
    assert not _found("Will you come to the Institute tomorrow?", "Institute", kind="house")
    assert not _found("North Institute\n" + "We met there and spoke at length. " * 12, "Institute", kind="house")
