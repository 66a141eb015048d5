"""Cases: who sees them, what they show, when their words go."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.fixtures.actors import House

from tocsin.app import cases, evidence, incidents, queue, tasks, victims
from tocsin.app.evidence import Collected
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.event import Ground
from tocsin.model.people import Role, Tlp
from tocsin.model.record import EvidenceRecord


def _with_evidence(house: House, *incidents_of_it: str) -> str:
    case = cases.open_case(house.dana, "The mails of March", incidents_of_it)
    record = EvidenceRecord("mail.eml", "Dana Osman", "mailbox of the treasurer")
    evidence.add(house.dana, case, [Collected(b"x", record, "message/rfc822", house.clock(), "tocsin", "1")])
    return case


def test_a_case_is_as_confidential_as_the_strictest_of_its_incidents(house: House) -> None:
    dana, amber = house.dana, house.as_("p-sami", Role.ANALYST, clearance=Tlp.AMBER)
    green, red = (incidents.open_incident(dana, "Something", tlp=label) for label in (Tlp.GREEN, Tlp.RED))
    open_to_all = cases.open_case(dana, "Calls", [green, green])
    assert [shown.item.case for shown in cases.cases(amber)] == [open_to_all]
    assert incidents.incident(dana, green).item.case == open_to_all
    with pytest.raises(InputError, match="belongs to a case already"):
        cases.open_case(dana, "Calls again", [green])
    for unknown in ("incident-99", red):
        with pytest.raises(NotFoundError):
            cases.open_case(amber, "Calls", [unknown])
    other = incidents.open_incident(dana, "Something", tlp=Tlp.CLEAR)
    closed = cases.open_case(dana, "Secret", [other, red])
    assert closed not in [shown.item.case for shown in cases.cases(amber)]
    for tried in (cases.case, cases.close_case):
        with pytest.raises(NotFoundError):
            tried(amber, closed)
    with pytest.raises(InputError, match="no title"):
        cases.open_case(dana, " ")


def test_a_case_shows_its_evidence_and_all_that_was_done_with_it(house: House) -> None:
    incident = incidents.open_incident(house.dana, "Mails", tlp=Tlp.GREEN)
    case = _with_evidence(house, incident)
    evidence.read(house.sami, "ev-1", "to see where the link goes")
    found = cases.case(house.sami, case)
    assert (found.title, found.tlp) == ("The mails of March", Tlp.GREEN)
    assert [(one.item.incident, one.title) for one in found.incidents] == [(incident, "Mails")]
    (piece,) = found.pieces
    assert piece.record == EvidenceRecord("mail.eml", "Dana Osman", "mailbox of the treasurer")
    assert [(one.type, one.actor) for one in piece.item.custody] == [
        ("evidence-added", "p-dana"), ("evidence-read", "p-sami"),
    ]  # fmt: skip
    evidence.erase(house.dana, "ev-1", Ground.REQUEST)
    (piece,) = cases.case(house.sami, case).pieces
    assert (piece.record, piece.item.state) == (None, "erased")
    with pytest.raises(AccessError):
        cases.case(house.remi, case)


def test_words_about_a_case_go_90_days_after_it_was_closed_and_its_evidence_stays(house: House) -> None:
    case = _with_evidence(house)
    cases.close_case(house.dana, case, "all was handed over")
    with pytest.raises(InputError, match="closed already"):
        cases.close_case(house.dana, case)
    with house.store.write("harbour") as writer:
        assert list(writer.vault.expired(writer.now + timedelta(days=89))) == []
        assert len(list(writer.vault.expired(writer.now + timedelta(days=91)))) == 2, "title and note"
    assert [shown.item.state for shown in cases.cases(house.dana)] == ["closed"]
    assert len(evidence.pieces(house.dana, case)) == 1


def test_what_is_left_to_do_is_asked_about_before_a_case_closes(house: House) -> None:
    case = cases.open_case(house.dana, "March")
    task = tasks.set_task(house.dana, case, "Reset the passwords", house.clock())
    victim = victims.found(house.dana, case, "Remi Vance (synthetic)")
    with pytest.raises(InputError, match="open tasks: 1, victims not told: 1"):
        cases.close_case(house.dana, case)
    cases.close_case(house.dana, case, "over", "Call back sooner.", sure=True)
    shown = cases.case(house.dana, case)
    assert (shown.note, shown.lessons) == ("over", "Call back sooner.")
    assert [(one.item.task, one.item.state) for one in shown.tasks] == [(task, "dropped")]
    assert [row.id for row in queue.queue(house.dana).items] == [victim], "the duty to tell does not end with it"
    with house.store.write("harbour") as writer:
        assert len(list(writer.vault.expired(writer.now + timedelta(days=91)))) == 3, "title, note, task: not lessons"


def test_incidents_join_a_case_that_is_open_and_are_taken_out_again(house: House) -> None:
    dana = house.dana
    first, second, red = (incidents.open_incident(dana, "Mails", tlp=one) for one in (Tlp.GREEN, Tlp.CLEAR, Tlp.RED))
    case = _with_evidence(house, first)
    cases.add_incidents(dana, case, [second, second, red])
    found = cases.case(dana, case)
    assert ([one.item.incident for one in found.incidents], found.tlp) == ([first, second, red], Tlp.RED)
    with pytest.raises(InputError, match="belongs to a case already"):
        cases.open_case(dana, "Again", [second])
    low = house.as_("p-sami", Role.ANALYST, clearance=Tlp.AMBER)
    with pytest.raises(NotFoundError):
        cases.case(low, case)
    with pytest.raises(InputError, match="no reason"):
        cases.part_incident(dana, case, red, " ")
    cases.part_incident(dana, case, red, "Another sender")
    assert cases.case(dana, case).tlp is Tlp.RED, "its evidence may come from what was taken out"
    cases.add_incidents(dana, case, [red])
    cases.part_incident(dana, case, red, "Another sender; nothing of it was taken into custody", Tlp.GREEN)
    assert cases.case(low, case).tlp is None or cases.case(low, case).tlp is Tlp.GREEN
    assert cases.open_case(dana, "Of its own", [red]) != case
    for case_of, incident in ((case, red), (case, "incident-99"), ("case-99", first)):
        with pytest.raises(NotFoundError):
            cases.part_incident(dana, case_of, incident, "x")


def test_what_joins_a_case_is_known_and_free_and_the_case_is_open(house: House) -> None:
    dana, low = house.dana, house.as_("p-sami", Role.ANALYST, clearance=Tlp.AMBER)
    first, red = (incidents.open_incident(dana, "Mails", tlp=one) for one in (Tlp.GREEN, Tlp.RED))
    case = cases.open_case(dana, "March", [first])
    for unknown in ("incident-99", red):
        with pytest.raises(NotFoundError):
            cases.add_incidents(low, case, [unknown])
    with pytest.raises(InputError, match="belongs to a case already"):
        cases.add_incidents(dana, case, [first])
    with pytest.raises(InputError, match="nothing to change"):
        cases.add_incidents(dana, case, [])
    with pytest.raises(AccessError):
        cases.part_incident(low, case, first, "x")
    cases.close_case(dana, case)
    with pytest.raises(InputError, match="is closed already"):
        cases.add_incidents(dana, case, [red])
    with pytest.raises(InputError, match="is closed already"):
        cases.part_incident(dana, case, first, "x")


def test_a_case_that_was_red_for_want_of_incidents_is_loosened_by_those_who_share(house: House) -> None:
    case, green = _with_evidence(house), incidents.open_incident(house.dana, "Mails", tlp=Tlp.GREEN)
    with pytest.raises(AccessError):
        cases.add_incidents(house.as_("p-sami", Role.ANALYST, clearance=Tlp.RED), case, [green])
    assert cases.case(house.dana, case).incidents == ()
    cases.add_incidents(house.dana, case, [green])
    assert cases.case(house.dana, case).tlp is Tlp.GREEN
