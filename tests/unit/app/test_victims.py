"""Victims: told by a contact that was taken from elsewhere and called back; named in the vault alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.fixtures.actors import House
from tests.unit.scan.mailboxes import mail as written
from tests.unit.scan.mailboxes import make_engine

from tocsin.app import cases, evidence, incidents, queue, submission, victims
from tocsin.app.identify import Judge
from tocsin.formats import entry
from tocsin.identify.examples import message
from tocsin.model.error import InputError, NotFoundError
from tocsin.model.event import Ending, Ground
from tocsin.model.people import Role, Tlp
from tocsin.model.record import ContactRecord
from tocsin.model.view import Work

NAME = "Remi Vance (synthetic)"


def _found(house: House) -> tuple[str, str]:
    incident = incidents.open_incident(house.dana, "Mails", tlp=Tlp.AMBER)
    case = cases.open_case(house.dana, "March", [incident])
    return case, victims.found(house.dana, case, NAME, "Their mailbox was read.")


def test_nobody_is_told_before_the_contact_was_verified(house: House) -> None:
    case, victim = _found(house)
    assert [row.id for row in queue.queue(house.sami, Work.NOTICE).items] == [victim]
    with pytest.raises(InputError, match="was not verified"):
        victims.told(house.dana, victim, "by telephone")
    victims.verify_contact(house.sami, victim, "+999 1", "the register of parties", house.clock())
    (shown,) = cases.case(house.dana, case).victims
    assert (shown.contact, shown.item.verified_by) == (ContactRecord("+999 1", "the register of parties"), "p-sami")
    assert [row.id for row in queue.queue(house.sami, Work.NOTICE).items] == [victim], "verified is not told"
    victims.told(house.dana, victim, "by telephone, all of it")
    assert queue.queue(house.sami, Work.NOTICE).items == ()
    (shown,) = cases.case(house.dana, case).victims
    assert (shown.item.state, shown.note) == ("done", "by telephone, all of it")
    with pytest.raises(InputError, match="told already"):
        victims.told(house.dana, victim, "again")
    with pytest.raises(InputError, match="told already"):
        victims.verify_contact(house.dana, victim, "a", "b", house.clock())


def test_a_contact_without_a_source_of_its_own_or_a_call_back_is_none(house: House) -> None:
    _, victim = _found(house)
    now = house.clock()
    for contact, source, at in (
        ("+999 1", " ", now), ("", "the register", now), ("x@quay.example", "X@quay.example ", now),
        ("+999 1", "the register", now + timedelta(hours=1)), ("+999 1", "the register", now.replace(tzinfo=None)),
        ("1" * 301, "the register", now), ("+999 1", "00999-1", now), ("+999 1", "+٩٩٩١", now),
        ("+999 1", "the register", now.replace(year=1999)), ("+999 1", "the register", now - timedelta(minutes=2)),
    ):  # fmt: skip
        with pytest.raises(InputError):
            victims.verify_contact(house.dana, victim, contact, source, at)
    with pytest.raises(InputError, match="was not verified"):
        victims.told(house.dana, victim, "by telephone")


def test_a_contact_that_stands_in_a_message_of_the_case_is_taken_on_ones_word_alone(house: House) -> None:
    raw = written(9, subject="BAD", text="Call us: (0)20 / 555-0199.")
    (done,) = submission.submit(house.dana, Judge(make_engine()), [raw])
    incident = incidents.open_incident(house.dana, "Mails", [done.message or ""], Tlp.AMBER)
    case = cases.open_case(house.dana, "March", [incident])
    victim = victims.found(house.dana, case, NAME)
    for contact in ("+999 20 555 01 99", "020-5550199"):
        with pytest.raises(InputError, match=f"stands in {done.message}"):
            victims.verify_contact(house.dana, victim, contact, "the register", house.clock())
    victims.verify_contact(house.dana, victim, "+999 20 555 01 98", "the register", house.clock())
    victims.verify_contact(house.dana, victim, "+999 20 555 01 99", "the register", house.clock(), sure=True)


@pytest.mark.parametrize("contact", ["desk@evil.test", "answers@gmail.com", "+31 20 123 45 67", "helpdesk@evil.test"])
def test_a_contact_that_those_who_wrote_offer_elsewhere_is_none_either(house: House, contact: str) -> None:
    links = [("call", "tel:+31201234567"), ("mail", "mailto:helpdesk@evil.test")]
    answers = [("Reply-To", "Desk <answers@gmail.com>")]
    raw = message(sender="Desk <desk@evil.test>", subject="BAD", text="Call me", links=links, headers=answers).raw
    (done,) = submission.submit(house.dana, Judge(make_engine()), [raw])
    incident = incidents.open_incident(house.dana, "Mails", [done.message or ""], Tlp.AMBER)
    victim = victims.found(house.dana, cases.open_case(house.dana, "March", [incident]), NAME)
    with pytest.raises(InputError, match="stands in"):
        victims.verify_contact(house.dana, victim, contact, "the register", house.clock())


def test_who_cannot_be_told_needs_no_contact_but_a_reason(house: House) -> None:
    _, victim = _found(house)
    with pytest.raises(InputError, match="what was told"):
        victims.told(house.dana, victim, " ", Ending.DROPPED)
    victims.told(house.dana, victim, "They are not to be found.", Ending.DROPPED)
    assert queue.queue(house.dana, Work.NOTICE).items == ()


def test_names_stand_in_the_vault_alone_and_go(house: House) -> None:
    case, victim = _found(house)
    victims.verify_contact(house.sami, victim, "+999 1", "the register of parties", house.clock())
    victims.verify_contact(house.sami, victim, "+999 2", "the contract of 2025", house.clock())
    victims.told(house.dana, victim, "by telephone")
    with house.store.read("harbour") as reader:
        raw = b"".join(entry.encode(one) for one in reader.log.read())
    for word in (NAME, "+999", "register", "telephone", "mailbox"):
        assert word.encode() not in raw
    cases.close_case(house.dana, case)
    with house.store.write("harbour") as writer:
        assert list(writer.vault.expired(writer.now + timedelta(days=89))) == []
        assert len(list(writer.vault.expired(writer.now + timedelta(days=91)))) == 5, "also the contact of before"
    assert evidence.erase(house.dana, victim, Ground.REQUEST) == 4
    (shown,) = cases.case(house.dana, case).victims
    assert (shown.record, shown.contact, shown.note) == (None, None, "")


def test_who_is_not_cleared_for_the_case_learns_of_no_victim(house: House) -> None:
    case, victim = _found(house)
    low = house.as_("p-noor", Role.ANALYST, clearance=Tlp.GREEN)
    lead = house.as_("p-noor", Role.LEAD, clearance=Tlp.GREEN)
    assert queue.queue(low, Work.NOTICE).items == ()
    assert queue.counts(low).kinds[Work.NOTICE] == 0
    for tried in (
        lambda: victims.found(low, case, "X"),
        lambda: victims.told(low, victim, "by telephone", Ending.DROPPED),
        lambda: victims.verify_contact(low, victim, "+999 1", "the register", house.clock()),
    ):
        with pytest.raises(NotFoundError):
            tried()
    with pytest.raises(InputError, match="holds nothing"):
        evidence.erase(lead, victim, Ground.REQUEST)
