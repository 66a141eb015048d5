"""Who takes part in a case: what they see, and that it is never more than their label, their case and their need."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.fixtures.actors import House
from tests.fixtures.events import draft, person

from tocsin.app import cases, claims, evidence, incidents, mail, participants, people, queue, tasks, victims
from tocsin.app.access import Access
from tocsin.app.evidence import Collected
from tocsin.common.tlp import readable
from tocsin.model import event as e
from tocsin.model.case import CaseOpen
from tocsin.model.claim import Claim, Says, Speaker
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.people import Role, Tlp
from tocsin.model.record import EvidenceRecord, ParticipantRecord

SAID = Claim("Harbour (synthetic)", Speaker.VICTIM, Says.BY, "an actor (fictional)", "2026-03")


def outsider(house: House, name: str, clearance: Tlp = Tlp.RED) -> Access:
    """Somebody of another organisation who has an account here."""
    with house.store.write("harbour") as writer:
        added = person(writer, name.title(), f"{name}@quay.example")
        writer.append(added)
        assert isinstance(added.event, e.PersonAdded)
        identity = added.event.person
        writer.append(draft(e.RoleGiven(person=identity, role=Role.PARTICIPANT)))
    return house.as_(identity, Role.PARTICIPANT, clearance=clearance)


def case_with_everything(house: House, label: Tlp) -> tuple[str, dict[str, str]]:
    """A case with one thing of every kind, all of one label."""
    dana = house.dana
    incident = incidents.open_incident(dana, "Mails", tlp=label)
    case = cases.open_case(dana, "The mails of March", [incident])
    record = EvidenceRecord("mail.eml", "Dana Osman", "a mailbox")
    (entry,) = evidence.add(dana, case, [Collected(b"x", record, "message/rfc822", house.clock(), "tocsin", "1")])
    return case, {
        "incident": incident,
        "claim": claims.record(dana, SAID, [incident], label),
        "evidence": getattr(entry.event, "evidence", ""),
        "task": tasks.set_task(dana, case, "Reset the passwords", house.clock(), tlp=label),
        "victim": victims.found(dana, case, "Remi Vance (synthetic)"),
    }


def seen(found: CaseOpen) -> set[str]:
    """The ids of all that a case shows."""
    return {
        *(one.item.incident for one in found.incidents), *(one.item.claim for one in found.claims),
        *(one.item.evidence for one in found.pieces), *(one.item.task for one in found.tasks),
        *(one.item.victim for one in found.victims),
    }  # fmt: skip


def test_a_participant_sees_up_to_its_own_label_and_that_of_who_acts_for_it(house: House) -> None:
    """All 125 ways in which a thing, a participant and a person of it can be labelled."""
    people = {own: outsider(house, f"mona{own.name.lower()}", own) for own in Tlp}
    several = [one.actor.person for one in people.values()]
    tried = 0
    for label in Tlp:
        case, things = case_with_everything(house, label)
        quay = participants.join(house.dana, case, "Quay (synthetic)", Tlp.CLEAR)
        for part in Tlp:
            participants.join(house.dana, case, "Quay (synthetic)", part, several, participant=quay)
            for own, who in people.items():
                may = readable(label, own) and readable(label, part)
                assert seen(cases.case(who, case)) == (set(things.values()) - {things["victim"]} if may else set())
                assert _reads(who, things["evidence"]) is may
                tried += 1
        assert seen(cases.case(house.dana, case)) == set(things.values())
    assert tried == 125


def _reads(who: Access, piece: str) -> bool:
    try:
        evidence.read(who, piece, "to look")
    except NotFoundError:
        return False
    return True


def test_what_is_kept_for_one_the_other_does_not_see_and_no_label_loosens_by_it(house: House) -> None:
    case, things = case_with_everything(house, Tlp.GREEN)
    mona, omar, low = outsider(house, "mona"), outsider(house, "omar"), outsider(house, "lowe")
    quay = participants.join(house.dana, case, "Quay (synthetic)", Tlp.AMBER, [mona.actor.person])
    mole = participants.join(house.dana, case, "Mole (synthetic)", Tlp.AMBER, [omar.actor.person])
    clear = participants.join(house.dana, case, "Pier (synthetic)", Tlp.CLEAR, [low.actor.person])
    for thing in things.values():
        participants.restrict(house.dana, case, thing, [quay, clear])
        assert thing in seen(cases.case(mona, case)), "also the victim, as it was said"
        assert thing not in seen(cases.case(omar, case)) | seen(cases.case(low, case))
        participants.restrict(house.dana, case, thing, [])
        assert thing not in seen(cases.case(mona, case))
        participants.restrict(house.dana, case, thing)
        open_again = {one for one in seen(cases.case(mona, case)) if one == thing}
        assert open_again == ({thing} if thing != things["victim"] else set())
    assert seen(cases.case(house.dana, case)) == set(things.values())
    assert cases.case(house.dana, case).restrictions == {}
    with pytest.raises(NotFoundError):
        participants.restrict(house.dana, case, "incident-99")
    with pytest.raises(NotFoundError):
        participants.restrict(house.dana, case, things["task"], ["participant-99"])
    assert mole


def test_another_case_and_the_desk_stay_closed_to_a_participant(house: House) -> None:
    case, _ = case_with_everything(house, Tlp.CLEAR)
    other, things = case_with_everything(house, Tlp.CLEAR)
    mona = outsider(house, "mona")
    quay = participants.join(house.dana, case, "Quay (synthetic)", Tlp.RED, [mona.actor.person])
    assert [shown.item.case for shown in cases.cases(mona)] == [case]
    for tried in (
        lambda: cases.case(mona, other),
        lambda: evidence.read(mona, things["evidence"], "to look"),
        lambda: tasks.end_task(mona, things["task"]),
    ):
        with pytest.raises(NotFoundError):
            tried()
    for refused in (
        lambda: claims.claims(mona),
        lambda: incidents.incidents(mona),
        lambda: mail.messages(mona, mail.Wanted()),
        lambda: queue.queue(mona),
        lambda: evidence.pieces(mona, case),
        lambda: victims.found(mona, case, "X"),
        lambda: participants.join(mona, case, "X"),
    ):
        with pytest.raises(AccessError):
            refused()
    with pytest.raises(NotFoundError):
        participants.restrict(house.dana, case, things["incident"], [quay])
    participants.leave(house.dana, case, quay)
    assert cases.cases(mona) == ()
    with pytest.raises(NotFoundError):
        cases.case(mona, case)


def test_others_see_who_takes_part_and_not_how_they_are_reached(house: House) -> None:
    case, _ = case_with_everything(house, Tlp.GREEN)
    mona, omar = outsider(house, "mona"), outsider(house, "omar")
    participants.join(house.dana, case, "Quay", Tlp.AMBER, [mona.actor.person], "mona@quay.example")
    participants.join(house.dana, case, "Mole", Tlp.AMBER, [omar.actor.person], "omar@mole.example")
    mine, theirs = cases.case(mona, case).participants
    assert mine.record == ParticipantRecord("Quay", "mona@quay.example")
    assert (theirs.record, theirs.item.people) == (ParticipantRecord("Mole"), ())
    assert cases.case(mona, case).tlp is None
    assert [one.record.contact for one in cases.case(house.dana, case).participants if one.record] == [
        "mona@quay.example", "omar@mole.example",
    ]  # fmt: skip


def test_who_is_of_the_house_or_has_no_account_acts_for_no_participant(house: House) -> None:
    case, _ = case_with_everything(house, Tlp.GREEN)
    for who, error in (("p-noor", InputError), ("p-remi", InputError), ("p-nobody", NotFoundError)):
        with pytest.raises(error):
            participants.join(house.dana, case, "Quay", Tlp.AMBER, [who])
    with pytest.raises(InputError):
        participants.join(house.dana, case, " ")
    less = house.as_("p-dana", Role.LEAD, clearance=Tlp.GREEN)
    with pytest.raises(InputError, match="could not read this"):
        participants.join(less, case, "Quay", Tlp.RED)


def test_a_participant_is_none_of_the_people_whom_mail_is_judged_for(house: House) -> None:
    before = people.profile(house.ines).person
    mona = outsider(house, "mona")
    assert people.profile(house.ines).person == before
    assert mona.actor.person in {one.item.person for one in people.people(house.ines)}


def test_what_is_known_of_a_participant_goes_90_days_after_it_left(house: House) -> None:
    case = cases.open_case(house.dana, "March")
    quay = participants.join(house.dana, case, "Quay", contact="mona@quay.example")
    participants.join(house.dana, case, "Quay Bank", participant=quay)
    with house.store.write("harbour") as writer:
        assert len(list(writer.vault.expired(writer.now + timedelta(days=91)))) == 1, "what was replaced"
    participants.leave(house.dana, case, quay)
    with house.store.write("harbour") as writer:
        assert len(list(writer.vault.expired(writer.now + timedelta(days=91)))) == 2
        assert list(writer.vault.expired(writer.now + timedelta(days=89))) == []
