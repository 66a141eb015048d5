"""Claims on their way with a case: what became of each goes along."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace
from tests.conftest import Clock
from tests.fixtures.actors import House, entered
from tests.fixtures.events import draft, judged
from tests.unit.app.test_assessments import FIRST as GIVEN
from tests.unit.app.test_assessments import ITEM, past
from tests.unit.app.test_handover import KEY, handed, key_in, key_of
from tests.unit.app.test_participants import outsider

from tocsin.app import access, assessments, cases, claims, evidence, handover, incidents, participants
from tocsin.app.access import Access
from tocsin.app.parts import along, claimed
from tocsin.app.rights import Right
from tocsin.formats import handover as archives
from tocsin.model.claim import Answer, Answered, Claim, Ground, Says, Speaker
from tocsin.model.custody import ClaimHanded, Handover
from tocsin.model.error import InputError
from tocsin.model.event import ClaimRecorded, OrganisationCreated
from tocsin.model.event import Ground as Reason
from tocsin.model.people import Role, Tlp
from tocsin.store.store import Store

FIRST = Claim("Harbour (synthetic)", Speaker.VICTIM, Says.BY, "Meridia (fictional)", "2026-01")


def by(speaker: str, month: int, **more: object) -> Claim:
    return replace(FIRST, speaker=speaker, said_on=f"2026-{month:02}", grounds=(Ground.SHOWN,), **more)


@pytest.fixture
def other(clock: Clock) -> Store:
    made = Store("sqlite://", b"q" * 32, clock)
    made.begin("quay")
    with made.write("quay") as writer:
        writer.append(draft(OrganisationCreated(name="Quay", kind="centre")))
    return made


@pytest.fixture
def mona(other: Store, clock: Clock) -> Access:
    return entered(other, clock, "p-mona", Role.LEAD, organisation="quay")


@pytest.fixture
def quay(other: Store) -> str:
    return key_in(other, "quay")


@pytest.fixture
def case(house: House) -> str:
    return cases.open_case(house.dana, "The mails", [incidents.open_incident(house.dana, "Mails", tlp=Tlp.GREEN)])


def test_what_became_of_a_claim_goes_along_also_by_claims_that_are_not_about_the_case(
    house: House, mona: Access, case: str, quay: str
) -> None:
    first = claims.record(house.dana, FIRST, [case])
    report = claims.record(house.dana, by("An agency", 2), (), Tlp.GREEN)
    for speaker in ("Paper A", "Paper B"):
        paper = claims.record(house.dana, by(speaker, 2), (), Tlp.GREEN, first, Answer.CONFIRMS)
        claims.answer(house.dana, report, paper, Answer.REPEATS)
    claims.record(house.dana, by("A vendor", 2), [case], Tlp.GREEN, first, Answer.CONFIRMS)
    back = claims.record(house.dana, replace(FIRST, says=Says.OTHER, said_on="2026-03"), (), Tlp.GREEN, first,
                         Answer.WITHDRAWS)  # fmt: skip
    alone = claims.record(house.dana, by("Somebody", 2))
    before = claims.claim(house.dana, first).shown.standing
    assert (len(before.confirmed), before.withdrawn) == (2, (back,))
    handover.take(mona, KEY, handed(house, case, quay), key_of(house))
    assert claims.claim(mona, first).shown.standing == before
    assert {one.item.claim for one in claims.claims(mona).items} == {
        one.item.claim for one in claims.claims(house.dana).items
    } - {alone}
    assert [one.item.about for one in claims.claims(mona).items if one.item.claim in (first, back)] == [(), (case,)]


def test_what_was_struck_or_erased_goes_along_with_nothing_that_it_did(
    house: House, mona: Access, case: str, quay: str
) -> None:
    first = claims.record(house.dana, FIRST, [case])
    gone = claims.record(house.dana, by("A vendor", 2), (), Tlp.GREEN, first, Answer.CONFIRMS)
    struck = claims.record(house.dana, by("A paper", 2), (), Tlp.GREEN, first, Answer.CONFIRMS)
    beyond = claims.record(house.dana, by("A blog", 2), (), Tlp.GREEN, struck, Answer.CONFIRMS)
    evidence.erase(house.dana, gone, Reason.REQUEST)
    claims.strike(house.dana, struck, "Entered twice")
    assert handover.take(mona, KEY, handed(house, case, quay), key_of(house)).gone == (gone,)
    assert [one.item.claim for one in claims.claims(mona).items] == [first]
    assert beyond


def test_more_than_can_be_looked_at_is_not_handed_over(
    house: House, case: str, quay: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = claims.record(house.dana, FIRST, [case])
    for speaker in "ab":
        claims.record(house.dana, by(speaker, 2), (), Tlp.GREEN, first, Answer.CONFIRMS)
    monkeypatch.setattr(claimed, "MOST_RELATED", 1)
    with pytest.raises(InputError, match="more than 1 claims answer"):
        handed(house, case, quay)


def came(said: dict[str, Claim], *answers: Answered) -> Handover:
    several = tuple(ClaimHanded(name, Tlp.GREEN, claim) for name, claim in said.items())
    return Handover("case-1", "x", Tlp.GREEN, several, (), (), {}, answers=answers)


SAID = {"claim-a": FIRST, "claim-b": by("B", 2), "claim-c": replace(FIRST, said_on="2026-03")}


def taken(store: Store, handed: Handover, *known: str) -> list[tuple[str, str]]:
    grant = access._granted(entered(store, Clock(), "p-mona", Role.LEAD, organisation="quay"), Right.EVIDENCE)
    with store.read("quay") as reader:
        return [(one.claim, one.by) for one in along.answered(grant, reader, handed, known)]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ([("claim-a", "claim-b", Answer.CONFIRMS), ("claim-b", "claim-a", Answer.REPEATS)], "in a circle"),
        ([("claim-a", "claim-b", Answer.WITHDRAWS)], "only who made"),
        ([("claim-a", "claim-a", Answer.REPEATS)], "in a circle"),
    ],
)  # fmt: skip
def test_answers_that_cannot_be_are_refused(other: Store, answers: list[tuple[str, str, Answer]], told: str) -> None:
    with pytest.raises(InputError, match=told):
        taken(other, came(SAID, *(Answered(*one) for one in answers)))


def test_what_was_said_here_of_two_claims_stays(other: Store, mona: Access) -> None:
    mine = claims.record(mona, FIRST)
    theirs = claims.record(mona, by("B", 2), (), Tlp.GREEN, mine, Answer.CONTRADICTS)
    struck = claims.record(mona, by("C", 2))
    claims.strike(mona, struck, "Entered twice")
    said = {mine: FIRST, theirs: by("B", 2), struck: by("C", 2), "claim-x": by("X", 4), "claim-y": FIRST}
    fresh = Answered(mine, "claim-x", Answer.CONFIRMS)
    several = [Answered(mine, theirs, Answer.CONFIRMS), Answered(mine, struck, Answer.CONFIRMS), fresh]
    assert taken(other, came(said, *several), mine, theirs, struck) == [(mine, "claim-x")]
    with pytest.raises(InputError, match="in a circle"):
        taken(other, came(said, Answered(theirs, "claim-x", Answer.REPEATS),
                          Answered("claim-x", mine, Answer.REPEATS)), mine, theirs, struck)  # fmt: skip
    with pytest.raises(InputError, match="only who made"):
        taken(other, came({**said, mine: by("X", 4)}, Answered(mine, "claim-x", Answer.WITHDRAWS)), mine)


@pytest.mark.parametrize("pairs", [[("claim-a", "claim-q")], [("claim-a", "claim-b")] * 2])
def test_an_archive_answers_each_of_its_claims_once_and_no_others(
    house: House, mona: Access, pairs: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch, case: str, quay: str
) -> None:
    claims.record(house.dana, FIRST, [case])
    raw = handed(house, case, quay)
    true = archives.read
    changed = came(SAID, *(Answered(*pair, Answer.REPEATS) for pair in pairs))
    monkeypatch.setattr(archives, "read", lambda *given: replace(true(*given), handover=replace(changed, case=case)))
    with pytest.raises(InputError, match="in a way that is not"):
        handover.take(mona, KEY, raw, key_of(house))


def test_what_others_say_of_a_common_source_stays_with_their_case(
    house: House, mona: Access, case: str, quay: str
) -> None:
    """A claim of another case, of a victim that told nobody else, does not go along since both repeat one report."""
    report = claims.record(house.dana, by("A vendor", 1), (), Tlp.CLEAR)
    ours = claims.record(house.dana, by("Paper", 2), [case], Tlp.GREEN, report, Answer.REPEATS)
    hidden = cases.open_case(house.dana, "Another", [incidents.open_incident(house.dana, "x", tlp=Tlp.RED)])
    theirs = claims.record(house.dana, by("A victim (synthetic)", 2), [hidden], Tlp.RED, report, Answer.REPEATS)
    claims.record(house.dana, by("Third", 2), [hidden], Tlp.RED, theirs, Answer.CONTRADICTS)
    claims.record(house.dana, by("Fourth", 2), [hidden], Tlp.RED, ours, Answer.CONTRADICTS)
    source = claims.record(house.dana, by("An agency", 1), [hidden], Tlp.RED)
    copy = claims.record(house.dana, by("A blog", 2), (), Tlp.GREEN, ours, Answer.CONFIRMS)
    claims.answer(house.dana, source, copy, Answer.REPEATS)
    handover.take(mona, KEY, handed(house, case, quay), key_of(house))
    assert {one.item.claim for one in claims.claims(mona).items} == {report, ours}


def test_a_claim_that_is_here_already_is_about_the_case_too(house: House, mona: Access, case: str, quay: str) -> None:
    ours = claims.record(house.dana, FIRST, [case], Tlp.GREEN)
    raw = handed(house, case, quay)
    with mona._parts[0].write("quay") as writer:
        writer.append(draft(ClaimRecorded(ours, FIRST.says, writer.keep(msgspec.json.encode(FIRST)), (), Tlp.GREEN)))
    taken_over = handover.take(mona, KEY, raw, key_of(house))
    assert taken_over.known == (ours,)
    assert [one.item.claim for one in claims.claims(mona, case).items] == [ours]


def test_an_assessment_that_came_can_be_gone_on_with_though_what_it_rests_on_stayed(
    house: House, mona: Access, case: str, quay: str
) -> None:
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "mail-1"))
    item = replace(ITEM, rests_on=("mail-1",))
    made = assessments.make(house.dana, replace(past(house, GIVEN), evidence=(*GIVEN.evidence, item)), [case])
    handover.take(mona, KEY, handed(house, case, quay), key_of(house))
    assessments.add_evidence(mona, made, replace(item, grade="C3"))
    with pytest.raises(InputError, match="not kept here"):
        assessments.add_evidence(mona, made, replace(item, rests_on=("mail-1", "mail-2")))


def test_a_participant_learns_of_no_claim_about_another_case(house: House, case: str) -> None:
    who = outsider(house, "omar")
    participants.join(house.dana, case, "Pier (synthetic)", Tlp.GREEN, [who.actor.person or ""], "x")
    first = claims.record(house.dana, FIRST, [case], Tlp.GREEN)
    another = cases.open_case(house.dana, "Another", [incidents.open_incident(house.dana, "o", tlp=Tlp.GREEN)])
    claims.record(house.dana, by("B", 2), [another], Tlp.GREEN, first, Answer.CONTRADICTS)
    said = claims.record(house.dana, by("C", 2), (), Tlp.GREEN, first, Answer.CONTRADICTS)
    assert cases.case(who, case).claims[0].standing.contradicted == (said,)
    assert len(cases.case(house.dana, case).claims[0].standing.contradicted) == 2
