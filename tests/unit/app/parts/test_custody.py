"""Participants bring evidence: with custody as for the desk, for themselves, and only where they could read it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from tests.fixtures.actors import House
from tests.unit.app.test_participants import outsider

from tocsin.app import cases, evidence, incidents, participants
from tocsin.app.access import Access
from tocsin.app.evidence import Collected
from tocsin.app.rights import Right
from tocsin.model import event as e
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.people import Role, Tlp
from tocsin.model.record import EvidenceRecord, Passed, Provenance

WHEN = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def _case(house: House, label: Tlp = Tlp.GREEN) -> str:
    return cases.open_case(house.dana, "March", [incidents.open_incident(house.dana, "Mails", tlp=label)])


def _found(house: House, record: EvidenceRecord | None = None) -> Collected:
    said = record or EvidenceRecord("router.log", "Mona Vale", "the router of the office")
    return Collected(b"a log", said, "text/plain", WHEN, "tocsin", "1")


def _bring(house: House, who: Access, case: str, participant: str | None = None) -> e.EvidenceAdded:
    (entry,) = evidence.add(who, case, [_found(house)], participant)
    assert isinstance(entry.event, e.EvidenceAdded)
    assert entry.actor == who.actor.id
    return entry.event


def test_the_desk_sees_who_brought_it_and_reads_what_was_brought(house: House) -> None:
    case, mona = _case(house), outsider(house, "mona")
    quay = participants.join(house.dana, case, "Quay", Tlp.GREEN, [mona.actor.person])
    brought = _bring(house, mona, case)
    assert (brought.participant, brought.size, brought.collected_at) == (quay, 5, WHEN)
    (piece,) = cases.case(house.dana, case).pieces
    assert (piece.item.participant, piece.record) == (quay, _found(house).record)
    assert [(one.type, one.actor) for one in piece.item.custody] == [("evidence-added", mona.actor.person)]
    assert evidence.read(house.dana, brought.evidence, "to look") == b"a log"
    assert [one.item.evidence for one in cases.case(mona, case).pieces] == [brought.evidence]
    assert _bring(house, house.dana, case).participant == ""


@pytest.mark.parametrize(
    ("label", "part", "own", "may"),
    [
        (Tlp.GREEN, Tlp.GREEN, Tlp.GREEN, True), (Tlp.AMBER, Tlp.GREEN, Tlp.RED, False),
        (Tlp.AMBER, Tlp.RED, Tlp.GREEN, False), (Tlp.RED, Tlp.RED, Tlp.RED, True),
    ],
)  # fmt: skip
def test_only_those_bring_any_who_could_read_it(house: House, label: Tlp, part: Tlp, own: Tlp, may: bool) -> None:
    case, mona = _case(house, label), outsider(house, "mona", own)
    participants.join(house.dana, case, "Quay", part, [mona.actor.person])
    if may:
        assert _bring(house, mona, case)
        return
    with pytest.raises(InputError, match="could not read this"):
        _bring(house, mona, case)
    assert cases.case(house.dana, case).pieces == ()


def test_who_acts_for_several_names_one_of_them_and_no_other(house: House) -> None:
    case, mona = _case(house), outsider(house, "mona")
    low = participants.join(house.dana, case, "Pier", Tlp.CLEAR, [mona.actor.person])
    quay = participants.join(house.dana, case, "Quay", Tlp.GREEN, [mona.actor.person])
    others = participants.join(house.dana, case, "Mole", Tlp.GREEN)
    assert _bring(house, mona, case).participant == quay, "the only one that could read it"
    with pytest.raises(InputError, match="could not read this"):
        _bring(house, mona, case, low)
    mill = participants.join(house.dana, case, "Mill", Tlp.GREEN, [mona.actor.person])
    with pytest.raises(InputError, match="act for several"):
        _bring(house, mona, case)
    assert _bring(house, mona, case, mill).participant == mill
    assert _bring(house, house.dana, case, others).participant == others, "it was given to the desk by another way"
    for who, named in ((mona, others), (house.dana, "participant-99")):
        with pytest.raises(NotFoundError):
            _bring(house, who, case, named)


def test_another_case_a_closed_one_and_the_desks_ways_stay_closed(house: House) -> None:
    case, other, mona = _case(house), _case(house), outsider(house, "mona")
    quay = participants.join(house.dana, case, "Quay", Tlp.GREEN, [mona.actor.person])
    with pytest.raises(NotFoundError):
        _bring(house, mona, other)
    _bring(house, mona, case)
    for tried in (
        lambda: evidence.add_message(mona, case, "mail-1", "1"), lambda: evidence.pieces(mona, case),
        lambda: evidence.erase(mona, "ev-1", e.Ground.REQUEST),
    ):  # fmt: skip
        with pytest.raises(AccessError):
            tried()
    participants.leave(house.dana, case, quay)
    with pytest.raises(NotFoundError):
        _bring(house, mona, case)
    participants.join(house.dana, case, "Quay", Tlp.GREEN, [mona.actor.person])
    cases.close_case(house.dana, case)
    with pytest.raises(InputError, match="closed already"):
        _bring(house, mona, case)


def test_a_token_of_the_desk_that_only_takes_part_brings_nothing(house: House) -> None:
    case = _case(house)
    actor = replace(house.dana.actor, scopes=frozenset({Right.TAKE_PART.value}))
    narrow = Access(house.store, actor, house.clock, house.dana._parts[2])
    with pytest.raises(AccessError):
        _bring(house, narrow, case)
    assert Role.LEAD in actor.roles


def test_what_is_said_of_a_piece_is_bounded_and_no_custody_elsewhere_is_believed(house: House) -> None:
    case = _case(house)
    elsewhere = Provenance("00", b"", (Passed("log", 1, "evidence-added", "the police", house.clock()),))
    (entry,) = evidence.add(house.dana, case, [_found(house, EvidenceRecord("a", "b", before=elsewhere))])
    (piece,) = cases.case(house.dana, case).pieces
    assert piece.record == EvidenceRecord("a", "b")
    assert entry.actor == "p-dana"
    for record in (EvidenceRecord("a" * 301, "b"), EvidenceRecord("a", "b", description="x" * 20_001)):
        with pytest.raises(InputError, match=r"too long|longer"):
            evidence.add(house.dana, case, [_found(house), _found(house, record)])
    for at in (house.clock() + timedelta(hours=1), datetime(2026, 3, 1)):  # noqa: DTZ001 - that is what is refused
        with pytest.raises(InputError, match="yet to come"):
            evidence.add(house.dana, case, [replace(_found(house), collected_at=at)])
    assert len(cases.case(house.dana, case).pieces) == 1, "all of it or none"
