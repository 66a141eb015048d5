from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.fixtures.actors import House, enter, entered
from tests.fixtures.events import draft, person

from tocsin.app import assessments, cases, evidence, incidents
from tocsin.app.access import Access, node
from tocsin.app.parts import notes
from tocsin.attribute.weighing import ENGINE
from tocsin.common.tlp import MEMBER
from tocsin.formats import assessment as files
from tocsin.model.assessment import Assessment, Dissent, Evidence, Kind, Question
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.event import AssessmentMade, Ground, OrganisationCreated, ProfileChanged
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Kind as OrganisationKind
from tocsin.model.profile import Organisation

FOLDER = Path(__file__).resolve().parents[3] / "examples" / "assessment"
FIRST, LATER = (files.read((FOLDER / f"harbour-{number}.toml").read_bytes(), "") for number in (1, 2))
REASONS = "The provider's records show it, and a report of others."
ITEM = Evidence("e9", {"en": "A fact.", "ar": "حقيقة."}, "Another lab", "B2", Kind.TOOL, {"quiet-heron": 1})


def past(house: House, given: Assessment) -> Assessment:
    """As of a time before the clock of the tests, in the order of the examples."""
    return replace(given, as_of=house.clock.time - timedelta(days=1 if given is LATER else 9))


def test_an_assessment_and_its_versions(house: House) -> None:
    incident = incidents.open_incident(house.dana, "Mails", tlp=Tlp.AMBER)
    made = assessments.make(house.sami, past(house, FIRST), [incident], Tlp.CLEAR)
    assert assessments.make(house.dana, past(house, LATER), [incident], Tlp.CLEAR, made) == made
    found = assessments.assessment(house.sami, made)
    assert (found.item.tlp, found.item.about) == (Tlp.AMBER, (incident,)), "as its incident"
    assert replace(found.given, as_of=LATER.as_of) == LATER
    assert len(found.entries) == len(found.history) == 2
    assert found.history[1].added
    assert sum(one.chance for one in found.assessed.estimates) == pytest.approx(1)
    (shown,) = assessments.assessments(house.sami, incident).items
    assert (shown.leader, shown.chance) == (found.assessed.estimates[0].hypothesis, found.assessed.estimates[0].chance)
    assert assessments.assessments(house.sami, "incident-9").items == ()


def test_a_newer_version_is_no_less_confidential(house: House) -> None:
    made = assessments.make(house.dana, past(house, FIRST), tlp=Tlp.RED)
    assessments.make(house.dana, past(house, LATER), tlp=Tlp.CLEAR, assessment=made)
    assert assessments.assessment(house.dana, made).item.tlp is Tlp.RED


def test_a_version_follows_the_one_before(house: House) -> None:
    made = assessments.make(house.sami, past(house, LATER))
    with pytest.raises(InputError, match="no newer version"):
        assessments.make(house.sami, past(house, FIRST), assessment=made)
    with pytest.raises(InputError, match="lies ahead"):
        assessments.make(house.sami, replace(LATER, as_of=house.clock.time + timedelta(days=1)))
    with pytest.raises(NotFoundError):
        assessments.make(house.sami, past(house, LATER), assessment="assessment-9")
    one_language = replace(FIRST.evidence[0], text={"en": "Only this", "ar": " "})
    with pytest.raises(InputError, match="both languages"):
        assessments.make(house.sami, replace(past(house, FIRST), evidence=(one_language,)))


def test_evidence_dissent_and_the_truth_are_newer_versions(house: House) -> None:
    made = assessments.make(house.sami, past(house, LATER), tlp=Tlp.GREEN)
    house.clock.time += timedelta(hours=1)
    assessments.add_evidence(house.sami, made, ITEM)
    house.clock.time += timedelta(hours=1)
    assessments.add_evidence(house.noor, made, replace(ITEM, grade="E5"))
    house.clock.time += timedelta(hours=1)
    assessments.dissent(house.noor, made, Dissent("an analyst", {"en": "No.", "ar": "لا."}, ("e9",)))
    house.clock.time += timedelta(hours=1)
    assessments.resolve(house.dana, made, "salt-fox")
    found = assessments.assessment(house.sami, made)
    assert [one.grade for one in found.given.evidence if one.id == "e9"] == ["E5"]
    assert [one.added for one in found.history][1:] == [("e9",), (), (), ()]
    assert found.history[2].changed == ("e9",)
    assert found.given.dissents[-1].by == "an analyst"
    assert (found.item.tlp, len(found.scores)) == (Tlp.GREEN, 4)
    several: tuple[Callable[[], object], ...] = (
        lambda: assessments.add_evidence(house.sami, made, replace(ITEM, bears={"nobody": 1})),
        lambda: assessments.resolve(house.sami, made, "nobody"),
        lambda: assessments.dissent(house.sami, made, Dissent("x", {"en": "No.", "ar": "لا."}, ("e99",))),
    )
    for wrong in several:
        with pytest.raises(InputError):
            wrong()


def test_a_newer_version_drops_no_dissent_and_no_resolution(house: House) -> None:
    made = assessments.make(house.sami, past(house, FIRST))
    house.clock.time += timedelta(hours=1)
    says = Dissent("an analyst", {"en": "No.", "ar": "لا."}, (FIRST.evidence[0].id,))
    assessments.dissent(house.noor, made, says)
    house.clock.time += timedelta(hours=1)
    assessments.resolve(house.dana, made, "salt-fox")
    house.clock.time += timedelta(hours=1)
    other = replace(LATER, as_of=house.clock.time, dissents=(), resolved=None, evidence=LATER.evidence[-1:])
    assessments.make(house.sami, other, assessment=made)
    found = assessments.assessment(house.sami, made).given
    assert [(one.by, one.evidence) for one in found.dissents if one.by == "an analyst"] == [("an analyst", ())]
    assert found.resolved == "salt-fox"


def test_better_rules_do_not_change_what_was_told(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    made = assessments.make(house.dana, past(house, FIRST))
    assessments.make(house.dana, past(house, LATER), assessment=made)
    assessments.resolve(house.dana, made, "salt-fox")
    before = assessments.assessment(house.dana, made)
    monkeypatch.setattr("tocsin.attribute.weighing.TEMPER", 0.5)
    after = assessments.assessment(house.dana, made)
    assert after.assessed.estimates != before.assessed.estimates
    assert (after.history, after.scores) == (before.history, before.scores)
    assert {one.engine for one in after.history} == {ENGINE}
    assert [one.kept for one in after.scores] == [True, True]


def test_of_older_versions_no_estimate_was_kept_and_that_is_told(house: House) -> None:
    given = past(house, FIRST)
    with house.store.write("harbour") as writer:
        made = AssessmentMade("assessment-1", given.question, notes.keep(writer, given))
        writer.append(draft(made))
    assessments.resolve(house.dana, "assessment-1", "quiet-heron")
    found = assessments.assessment(house.dana, "assessment-1")
    assert found.given == replace(given, as_of=found.given.as_of, resolved="quiet-heron")
    assert [one.engine for one in found.history] == [None, ENGINE]
    assert [one.kept for one in found.scores] == [False]


def name(who: Access, made: str, hypothesis: str = "quiet-heron", reasons: str = REASONS) -> str:
    version = assessments.assessment(who, made).item.seq
    return assessments.name(who, made, version, hypothesis, reasons, ["e4", "e5"])


@pytest.fixture
def centre(house: House) -> Access:
    """A lead of a centre that helps others."""
    house.store.begin("lighthouse")
    with house.store.write("lighthouse") as writer:
        created = OrganisationCreated(name="Lighthouse Centre (synthetic)", kind="centre")
        writer.append(draft(created), person(writer, "Lina Reef", "lina@lighthouse.example"))
    return entered(house.store, house.clock, "p-lina", Role.LEAD, organisation="lighthouse")


@pytest.mark.parametrize("about", ["incident", "case", "nothing"])
def test_a_victim_or_a_party_names_nobody_alone_at_likely_or_above(house: House, about: str) -> None:
    """Whatever the assessment says that it is about."""
    incident = incidents.open_incident(house.dana, "Mails")
    things = {"incident": [incident], "case": [cases.open_case(house.dana, "Mails", [incident])], "nothing": []}
    made = assessments.make(house.dana, past(house, LATER), things[about])
    with pytest.raises(InputError, match="Not permitted: it takes an analyst"):
        name(house.dana, made)
    assert assessments.assessment(house.dana, made).names == ()


def test_who_was_a_party_is_one_whatever_it_calls_itself_now(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(draft(ProfileChanged(Organisation("Lighthouse Centre (synthetic)", OrganisationKind.CENTRE))))
    made = assessments.make(house.dana, past(house, LATER))
    with pytest.raises(InputError, match="Not permitted: it takes an analyst"):
        name(house.dana, made)


def test_a_centre_names_by_a_lead_with_reasons_that_rest_on_evidence(house: House, centre: Access) -> None:
    made = assessments.make(centre, past(house, LATER))
    version = assessments.assessment(centre, made).item.seq
    several: tuple[Callable[[], object], ...] = (
        lambda: name(centre, made, reasons=" "),
        lambda: name(centre, made, "salt-fox"),
        lambda: name(centre, made, "unknown"),
        lambda: assessments.name(centre, made, version, "quiet-heron", REASONS, []),
        lambda: assessments.name(centre, made, version, "quiet-heron", REASONS, ["e99"]),
    )
    for wrong in several:
        with pytest.raises(InputError, match="Not permitted"):
            wrong()
    analyst = entered(house.store, house.clock, "p-lina", Role.ANALYST, organisation="lighthouse")
    terminal = enter(house.store, house.clock, node("lighthouse"))
    for who in (analyst, terminal):
        with pytest.raises(AccessError):
            assessments.name(who, made, version, "quiet-heron", REASONS, ["e4"])
    naming = name(centre, made)
    (named,) = assessments.assessment(centre, made).names
    assert (named.item.state, named.item.actor, named.item.version, named.leads) == ("stands", "p-lina", version, True)
    assessments.unname(centre, naming, "It was too early")
    assert assessments.assessment(centre, made).names[0].item.state == "withdrawn"
    with pytest.raises(InputError, match="withdrawn before"):
        assessments.unname(centre, naming, "Again")


def test_a_name_rests_on_the_version_that_was_read_and_tells_when_another_leads(house: House, centre: Access) -> None:
    made = assessments.make(centre, past(house, LATER))
    old = assessments.assessment(centre, made).item.seq
    name(centre, made)
    house.clock.time += timedelta(hours=1)
    against = replace(ITEM, kind=Kind.ACCESS, grade="A1", bears={"salt-fox": 2, "quiet-heron": -2})
    for number in range(4):
        assessments.add_evidence(centre, made, replace(against, id=f"n{number}", source=f"Lab {number}"))
        house.clock.time += timedelta(hours=1)
    with pytest.raises(InputError, match="newer version"):
        assessments.name(centre, made, old, "quiet-heron", REASONS, ["e4"])
    (named,) = assessments.assessment(centre, made).names
    assert (named.item.version, named.leads) == (old, False)


def test_an_objective_is_no_actor(house: House, centre: Access) -> None:
    made = assessments.make(centre, replace(past(house, LATER), question=Question.OBJECTIVE))
    with pytest.raises(InputError, match="not who did it"):
        name(centre, made)


def test_who_is_not_cleared_learns_nothing(house: House) -> None:
    made = assessments.make(house.dana, past(house, LATER), tlp=Tlp.RED)
    less = house.as_("p-noor", Role.LEAD, clearance=MEMBER)
    assert assessments.assessments(less).items == ()
    several: tuple[Callable[[], object], ...] = (
        lambda: assessments.assessment(less, made), lambda: assessments.add_evidence(less, made, ITEM),
        lambda: assessments.resolve(less, made, "salt-fox"), lambda: assessments.unname(less, "naming-1", "x"),
        lambda: assessments.name(less, made, 1, "quiet-heron", REASONS, ["e4"]),
    )  # fmt: skip
    for tried in several:
        with pytest.raises(NotFoundError):
            tried()
    with pytest.raises(InputError, match="read this assessment yourself"):
        assessments.make(less, past(house, LATER), tlp=Tlp.RED)


def test_what_was_erased_is_gone_and_the_list_stands(house: House) -> None:
    made = assessments.make(house.dana, past(house, LATER))
    assert evidence.erase(house.dana, made, Ground.REQUEST) == 1
    (shown,) = assessments.assessments(house.dana).items
    assert (shown.leader, shown.given) == (None, None)
    with pytest.raises(NotFoundError):
        assessments.assessment(house.dana, made)


def test_what_an_item_rests_on_is_kept_here_and_known_to_who_says_so(house: House) -> None:
    incident = incidents.open_incident(house.dana, "Mails", tlp=Tlp.RED)
    case = cases.open_case(house.dana, "March", [incident])
    made = assessments.make(house.sami, past(house, FIRST), (), Tlp.CLEAR)
    low = house.as_("p-sami", Role.ANALYST, clearance=Tlp.GREEN)
    for thing in ("message-0123456789abcdef", "mail-0123456789abcdef", "alert-99", "ev-99", "claim-99", "question-99"):
        with pytest.raises(InputError, match=f"e9 rests on {thing}, which is not kept here"):
            assessments.add_evidence(house.dana, made, replace(ITEM, rests_on=("sha256:5f2c", thing)))
    for thing in (incident, case):
        with pytest.raises(InputError, match="not kept here"):
            assessments.add_evidence(low, made, replace(ITEM, rests_on=(thing,)))
        later = replace(past(house, FIRST), evidence=(replace(ITEM, rests_on=(thing,)),))
        with pytest.raises(InputError, match="not kept here"):
            assessments.make(low, later)
        assessments.add_evidence(house.dana, made, replace(ITEM, rests_on=(thing, "sha256:5f2c", "A report of March")))
