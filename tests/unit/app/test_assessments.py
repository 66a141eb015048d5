from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.fixtures.actors import House
from tests.fixtures.events import draft

from tocsin.app import assessments, evidence, incidents
from tocsin.common.tlp import MEMBER
from tocsin.formats import assessment as files
from tocsin.model.assessment import Assessment, Dissent, Evidence, Kind
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.event import Ground, ProfileChanged
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Kind as Kind_
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
    assert (found.item.tlp, len(found.scores)) == (Tlp.GREEN, 5)
    several: tuple[Callable[[], object], ...] = (
        lambda: assessments.add_evidence(house.sami, made, replace(ITEM, bears={"nobody": 1})),
        lambda: assessments.resolve(house.sami, made, "nobody"),
        lambda: assessments.dissent(house.sami, made, Dissent("x", {"en": "No.", "ar": "لا."}, ("e99",))),
    )
    for wrong in several:
        with pytest.raises(InputError):
            wrong()


def name(house: House, made: str, hypothesis: str = "quiet-heron", reasons: str = REASONS) -> str:
    return assessments.name(house.dana, made, hypothesis, reasons, ["e4", "e5"])


def test_a_victim_names_nobody_alone_at_likely_or_above(house: House) -> None:
    """Harbour is a campaign: what it says waits for an analyst of others, who is not to be had in its own house."""
    made = assessments.make(house.dana, past(house, LATER), [incidents.open_incident(house.dana, "Mails")])
    naming = name(house, made)
    (named,) = assessments.assessment(house.dana, made).names
    assert (named.item.state, len(named.lacks)) == ("waiting", 1)
    for analyst in (house.sami, house.noor):
        with pytest.raises(InputError, match="Not permitted"):
            assessments.join(analyst, naming)
    assessments.unname(house.dana, naming, "It was too early")
    assert assessments.assessment(house.dana, made).names[0].item.state == "withdrawn"
    with pytest.raises(InputError, match="does not wait"):
        assessments.join(house.sami, naming)
    with pytest.raises(InputError, match="withdrawn before"):
        assessments.unname(house.dana, naming, "Again")


def test_a_centre_names_by_a_lead_with_reasons_that_rest_on_evidence(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(draft(ProfileChanged(Organisation("Lighthouse Centre (synthetic)", Kind_.CENTRE))))
    made = assessments.make(house.dana, past(house, LATER))
    several: tuple[Callable[[], object], ...] = (
        lambda: name(house, made, reasons=" "), lambda: name(house, made, "salt-fox"),
        lambda: name(house, made, "unknown"),
        lambda: assessments.name(house.dana, made, "quiet-heron", REASONS, []),
        lambda: assessments.name(house.dana, made, "quiet-heron", REASONS, ["e99"]),
    )  # fmt: skip
    for wrong in several:
        with pytest.raises(InputError, match="Not permitted"):
            wrong()
    with pytest.raises(AccessError):
        assessments.name(house.sami, made, "quiet-heron", REASONS, ["e4"])
    with pytest.raises(AccessError):
        assessments.name(house.node, made, "quiet-heron", REASONS, ["e4"])
    name(house, made)
    (named,) = assessments.assessment(house.dana, made).names
    assert (named.item.state, named.item.actor, named.record and named.record.hypothesis) == (
        "stands", "p-dana", "quiet-heron",
    )  # fmt: skip


def test_who_is_not_cleared_learns_nothing(house: House) -> None:
    made = assessments.make(house.dana, past(house, LATER), tlp=Tlp.RED)
    naming = name(house, made)
    less = house.as_("p-noor", Role.LEAD, clearance=MEMBER)
    assert assessments.assessments(less).items == ()
    several: tuple[Callable[[], object], ...] = (
        lambda: assessments.assessment(less, made), lambda: assessments.add_evidence(less, made, ITEM),
        lambda: assessments.resolve(less, made, "salt-fox"), lambda: assessments.join(less, naming),
        lambda: assessments.unname(less, naming, "x"),
        lambda: assessments.name(less, made, "quiet-heron", REASONS, ["e4"]),
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
