"""Handing the lead of a case on: all that may go along does, with its custody, and nothing altered is taken."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.conftest import Clock
from tests.fixtures.actors import House, entered
from tests.fixtures.events import draft, person
from tests.unit.app.test_assessments import FIRST, LATER, past
from tests.unit.app.test_assessments import name as name_actor
from tests.unit.app.test_participants import SAID, case_with_everything, outsider, seen

from tocsin.app import access, assessments, cases, claims, evidence, handover, incidents, participants, tasks, victims
from tocsin.app.access import Access
from tocsin.app.parts import assessed, notes
from tocsin.app.rights import Right
from tocsin.formats.checkpoint import verifier_key
from tocsin.model.assessment import Dissent, Forecast, Version
from tocsin.model.custody import AssessmentHanded
from tocsin.model.error import InputError, NotFoundError
from tocsin.model.event import ActorNamed, AssessmentMade, Ground, NamingTaken, OrganisationCreated
from tocsin.model.people import Role, Tlp
from tocsin.model.record import Passed
from tocsin.net.keys import SigningKey
from tocsin.render.assessment import taken_over
from tocsin.render.words import Words
from tocsin.store.store import Store

KEY = SigningKey(b"s" * 32)
VERIFIER = Path(__file__).resolve().parents[3] / "scripts" / "verify_evidence.py"


@pytest.fixture
def other(clock: Clock) -> Store:
    """Another node, as far as a store can be one: a log and a vault of its own."""
    made = Store("sqlite://", b"q" * 32, clock)
    made.begin("quay")
    with made.write("quay") as writer:
        writer.append(draft(OrganisationCreated(name="Quay", kind="centre")))
    return made


@pytest.fixture
def mona(other: Store, clock: Clock) -> Access:
    """Its lead."""
    return entered(other, clock, "p-mona", Role.LEAD, organisation="quay")


def key_in(store: Store, organisation: str) -> str:
    with store.read(organisation) as reader:
        return verifier_key(f"tocsin/{reader.log.id}", KEY.public)


def key_of(house: House) -> str:
    return key_in(house.store, "harbour")


@pytest.fixture
def quay(other: Store) -> str:
    """The verifier key of the other node's log."""
    return key_in(other, "quay")


ANY = verifier_key("tocsin/pier", SigningKey(b"p" * 32).public)


def handed(house: House, case: str, to_key: str, **more: bool) -> bytes:
    out = io.BytesIO()
    handover.hand_over(house.dana, KEY, case, "Quay (synthetic)", to_key, "1", out, "they know the sender", **more)
    return out.getvalue()


def test_the_new_lead_has_all_of_it_but_the_victims(house: House, quay: str, mona: Access) -> None:
    case, things = case_with_everything(house, Tlp.GREEN)
    who = outsider(house, "omar")
    pier = participants.join(house.dana, case, "Pier (synthetic)", Tlp.GREEN, [who.actor.person], "omar@pier.example")
    hers = tasks.set_task(house.dana, case, "Look at the logs", house.clock() + timedelta(days=1), pier)
    participants.restrict(house.dana, case, things["evidence"], [pier])
    evidence.read(house.sami, things["evidence"], "to look")
    with pytest.raises(InputError, match="victims who were not told: 1"):
        handed(house, case, quay)
    taken = handover.take(mona, KEY, handed(house, case, quay, sure=True), key_of(house))
    assert (taken.case, taken.evidence, taken.gone, taken.known) == (case, (things["evidence"],), (), ())
    found = cases.case(mona, case)
    assert seen(found) == {things["evidence"], things["claim"], things["task"], hers}
    assert (found.title, found.tlp, found.item.state, found.victims) == ("The mails of March", Tlp.GREEN, "open", ())
    assert [(one.record.name if one.record else "", one.item.people) for one in found.participants] == [
        ("Pier (synthetic)", ()),
    ]  # fmt: skip
    assert found.restrictions == {things["evidence"]: frozenset({pier})}
    assert {one.item.task: one.item.participant for one in found.tasks} == {things["task"]: "", hers: pier}
    assert [one.claim for one in found.claims] == [SAID]
    assert evidence.read(mona, things["evidence"], "to go on") == b"x"
    with house.store.read("harbour") as reader:
        assert found.origin
        assert (found.origin.log, reader.log.root_at(found.origin.size).hex()) == (reader.log.id, found.origin.root)
        assert next(reader.log.read(found.origin.seq, found.origin.seq + 1)).type == "lead-handed-over"


def test_incidents_of_here_join_a_case_that_was_taken_and_its_label_stays(
    house: House, mona: Access, quay: str
) -> None:
    """So that the new lead goes on with messages of its own."""
    case, _ = case_with_everything(house, Tlp.AMBER)
    handover.take(mona, KEY, handed(house, case, quay, sure=True), key_of(house))
    ours = incidents.open_incident(mona, "The same mail here", tlp=Tlp.RED)
    cases.add_incidents(mona, case, [ours])
    assert [one.item.incident for one in cases.case(mona, case).incidents] == [ours]
    cases.part_incident(mona, case, ours, "Another sender", Tlp.CLEAR)
    assert cases.case(mona, case).tlp is Tlp.AMBER, "the one that it came with"


def test_custody_goes_on_where_it_ended_and_can_be_checked_again(
    house: House, quay: str, mona: Access, tmp_path: Path
) -> None:
    case, things = case_with_everything(house, Tlp.GREEN)
    evidence.read(house.sami, things["evidence"], "to look")
    raw = handed(house, case, quay, sure=True)
    (tmp_path / "case.zip").write_bytes(raw)
    verifier = [sys.executable, "-I", str(VERIFIER), str(tmp_path / "case.zip"), key_of(house)]
    assert subprocess.run(verifier, check=False, capture_output=True, env=os.environ).returncode == 0
    handover.take(mona, KEY, raw, key_of(house))
    (piece,) = cases.case(mona, case).pieces
    assert piece.record
    assert piece.record.before
    assert [(one.type, one.actor) for one in piece.record.before.done] == [
        ("evidence-added", "p-dana"), ("evidence-read", "p-sami"),
    ]  # fmt: skip
    assert (piece.record.name, piece.record.collected_by) == ("mail.eml", "Dana Osman")
    assert [(one.type, one.actor) for one in piece.item.custody] == [("evidence-added", "p-mona")]
    out = io.BytesIO()
    handover.hand_over(mona, KEY, case, "Pier (synthetic)", ANY, "1", out)
    assert "evidence-read" in zipfile.ZipFile(out).read(f"records/{things['evidence']}.json").decode()


def test_here_it_is_only_read_and_victims_are_still_told(house: House, quay: str) -> None:
    case, things = case_with_everything(house, Tlp.GREEN)
    handed(house, case, quay, sure=True)
    shown = cases.case(house.dana, case)
    assert (shown.item.state, shown.note) == ("handed-over", "Quay (synthetic): they know the sender")
    assert [one.item.state for one in shown.tasks] == ["dropped"]
    for refused in (
        lambda: tasks.set_task(house.dana, case, "X", house.clock()),
        lambda: participants.join(house.dana, case, "X"),
        lambda: participants.restrict(house.dana, case, things["task"]),
        lambda: victims.found(house.dana, case, "X"),
        lambda: evidence.add(house.dana, case, []),
        lambda: cases.close_case(house.dana, case),
    ):
        with pytest.raises(InputError, match="was handed over"):
            refused()
    victims.verify_contact(house.dana, things["victim"], "+999 1", "the register of parties", house.clock())
    victims.told(house.dana, things["victim"], "by telephone")
    with house.store.write("harbour") as writer:
        gone = list(writer.vault.expired(writer.now + timedelta(days=91)))
        assert len(gone) == 7, "title, note, task, victim, contact, what was told, what went along"


def _changed(raw: bytes, name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(out, "w") as after:
        for one in before.namelist():
            content = change(before.read(one)) if one == name else before.read(one)
            if content is not None:
                after.writestr(one, content)
        if name not in before.namelist():
            after.writestr(name, change(b"") or b"")
    return out.getvalue()


def test_an_archive_that_was_altered_in_anything_is_not_taken(
    house: House, quay: str, mona: Access, other: Store
) -> None:
    case, things = case_with_everything(house, Tlp.GREEN)
    raw, key = handed(house, case, quay, sure=True), key_of(house)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        names = [name for name in archive.namelist() if name != "key.txt"]
    assert len(names) == 8
    for name in names:
        for change in (lambda content: content[:-1] + b"~", lambda _: None, lambda _: b""):
            with pytest.raises(InputError):
                handover.take(mona, KEY, _changed(raw, name, change), key)
    for wrong in (
        _changed(raw, "evidence/more", lambda _: b"x"), b"", b"PK", raw[:-40], raw[40:],
        _changed(raw, "entries.json", lambda content: json.dumps(json.loads(content)[:-1]).encode()),
    ):  # fmt: skip
        with pytest.raises(InputError, match="cannot be taken"):
            handover.take(mona, KEY, wrong, key)
    with pytest.raises(InputError, match="cannot be taken"):
        handover.take(mona, KEY, raw, verifier_key(f"tocsin/{things}", SigningKey(b"x" * 32).public))
    with other.read("quay") as reader:
        assert reader.log.size == 1
    handover.take(mona, KEY, raw, key)
    with pytest.raises(InputError, match="was here before"):
        handover.take(mona, KEY, raw, key)


def test_an_archive_that_got_lost_is_made_again_as_long_as_what_went_along_is_kept(
    house: House, quay: str, mona: Access
) -> None:
    case, things = case_with_everything(house, Tlp.GREEN)
    handed(house, case, quay, sure=True)
    handover.take(mona, KEY, handed(house, case, quay), key_of(house))
    assert things["task"] in seen(cases.case(mona, case)), "though it was dropped here meanwhile"
    house.clock.time += timedelta(days=91)
    evidence.expire(house.node)
    with pytest.raises(InputError, match="was handed over"):
        handed(house, case, quay)


def test_the_lead_goes_to_one_node_alone(house: House, mona: Access, clock: Clock, quay: str) -> None:
    """Neither by a second name, nor by a copy of the archive, nor by an archive that names no receiver."""
    case, _ = case_with_everything(house, Tlp.GREEN)
    raw = handed(house, case, quay, sure=True)
    for to, key in (("Somebody quite else", quay), ("Quay (synthetic)", ANY), ("Somebody quite else", ANY)):
        with pytest.raises(InputError, match=r"handed over to another: Quay \(synthetic\)"):
            handover.hand_over(house.dana, KEY, case, to, key, "1", io.BytesIO())
    third = Store("sqlite://", b"z" * 32, clock)
    third.begin("pier")
    with third.write("pier") as writer:
        writer.append(draft(OrganisationCreated(name="Pier", kind="centre")))
    omar = entered(third, clock, "p-omar", Role.LEAD, organisation="pier")
    with pytest.raises(InputError, match="made for another organisation"):
        handover.take(omar, KEY, raw, key_of(house))
    with pytest.raises(InputError, match="made for another organisation"):
        handover.take(mona, SigningKey(b"x" * 32), raw, key_of(house))
    with third.read("pier") as reader:
        assert reader.log.size == 1
    handover.take(mona, KEY, raw, key_of(house))


@pytest.mark.parametrize("key", ["", "Quay", "tocsin/x+00000000+AAAA", ANY.replace("tocsin/pier", "tocsin/piet")])
def test_a_receiver_without_a_key_is_none(house: House, key: str) -> None:
    case, _ = case_with_everything(house, Tlp.GREEN)
    with pytest.raises(InputError, match="no verifier key"):
        handed(house, case, key, sure=True)
    assert cases.case(house.dana, case).item.state == "open"


def test_a_lead_that_nobody_took_is_taken_back_and_goes_to_another(house: House, mona: Access, quay: str) -> None:
    case, things = case_with_everything(house, Tlp.GREEN)
    due = cases.case(house.dana, case).tasks[0].item.due
    for wrong in (case, "case-99"):
        with pytest.raises((InputError, NotFoundError)):
            handover.take_back(house.dana, wrong, "they never had it")
    handed(house, case, ANY, sure=True)
    with pytest.raises(InputError, match="no reason"):
        handover.take_back(house.dana, case, " ")
    handover.take_back(house.dana, case, "Pier says that it never came")
    shown = cases.case(house.dana, case)
    assert (shown.item.state, shown.item.ended, shown.note) == ("open", None, "")
    assert [(one.item.task, one.item.state, one.item.due) for one in shown.tasks] == [(things["task"], "open", due)]
    house.clock.time += timedelta(days=91)
    evidence.expire(house.node)
    kept = cases.case(house.dana, case)
    assert (kept.title, kept.tasks[0].title) == (shown.title, shown.tasks[0].title)
    assert kept.victims[0].record
    taken = handover.take(mona, KEY, handed(house, case, quay, sure=True), key_of(house))
    assert taken.case == case
    house.clock.time += timedelta(days=91)
    evidence.expire(house.node)
    with pytest.raises(InputError, match="too long ago"):
        handover.take_back(house.dana, case, "too late")


def test_an_export_of_evidence_hands_no_lead_over(house: House, mona: Access) -> None:
    case, _ = case_with_everything(house, Tlp.GREEN)
    out = io.BytesIO()
    evidence.export(house.dana, KEY, case, "1", out, "for a court")
    with pytest.raises(InputError, match="no entry of the log hands the lead"):
        handover.take(mona, KEY, out.getvalue(), key_of(house))


def test_what_was_erased_before_is_told_and_known_claims_stay(house: House, quay: str, mona: Access) -> None:
    case, things = case_with_everything(house, Tlp.GREEN)
    evidence.erase(house.dana, things["evidence"], Ground.REQUEST)
    mine = claims.record(mona, SAID)
    assert mine == things["claim"], "the numbered ids of two stores meet"
    taken = handover.take(mona, KEY, handed(house, case, quay, sure=True), key_of(house))
    assert (taken.evidence, taken.gone, taken.known) == ((), (things["evidence"],), (mine,))
    assert cases.case(mona, case).pieces == ()


def test_who_is_not_cleared_for_all_of_it_hands_nothing_over_and_takes_nothing(
    house: House, quay: str, other: Store
) -> None:
    case, things = case_with_everything(house, Tlp.GREEN)
    claims.record(house.dana, SAID, [things["incident"]], Tlp.RED)
    less = house.as_("p-dana", Role.LEAD, clearance=Tlp.GREEN)
    with pytest.raises(InputError, match="not cleared for all"):
        handover.hand_over(less, KEY, case, "Quay", ANY, "1", io.BytesIO(), sure=True)
    raw = handed(house, case, quay, sure=True)
    low = entered(other, house.clock, "p-mona", Role.LEAD, clearance=Tlp.GREEN, organisation="quay")
    with pytest.raises(InputError, match="not cleared for all"):
        handover.take(low, KEY, raw, key_of(house))
    with pytest.raises(NotFoundError):
        handover.hand_over(house.dana, KEY, "case-99", "Quay", ANY, "1", io.BytesIO())
    with pytest.raises(InputError, match="who leads"):
        handover.hand_over(house.dana, KEY, case, " ", ANY, "1", io.BytesIO())


@pytest.fixture
def helped(house: House) -> tuple[Access, str, str]:
    """A centre with a case, an assessment about it in three versions, and two names on it, one withdrawn."""
    house.store.begin("lighthouse")
    with house.store.write("lighthouse") as writer:
        created = OrganisationCreated(name="Lighthouse Centre (synthetic)", kind="centre")
        writer.append(draft(created), person(writer, "Lina Reef", "lina@lighthouse.example"))
    lina = entered(house.store, house.clock, "p-lina", Role.LEAD, organisation="lighthouse")
    incident = incidents.open_incident(lina, "Mails", tlp=Tlp.GREEN)
    case = cases.open_case(lina, "The mails of March", [incident])
    made = assessments.make(lina, past(house, FIRST), [incident], Tlp.CLEAR)
    assessments.make(lina, past(house, LATER), (), Tlp.AMBER, made)
    house.clock.time += timedelta(hours=1)
    assessments.dissent(lina, made, Dissent("an analyst", {"en": "No.", "ar": "لا."}, ("e4",)))
    assessments.unname(lina, name_actor(lina, made), "It was too early")
    name_actor(lina, made, reasons="Once more, with the provider's records.")
    return lina, case, made


def given_on(house: House, lina: Access, case: str, to_key: str) -> tuple[bytes, str]:
    out = io.BytesIO()
    handover.hand_over(lina, KEY, case, "Quay (synthetic)", to_key, "1", out)
    return out.getvalue(), key_in(house.store, "lighthouse")


def test_assessments_go_along_with_their_versions_dissents_and_names(
    house: House, quay: str, mona: Access, helped: tuple[Access, str, str]
) -> None:
    lina, case, made = helped
    before = assessments.assessment(lina, made)
    assert handover.take(mona, KEY, *given_on(house, lina, case, quay)).known == ()
    (shown,) = assessments.assessments(mona, case).items
    found = assessments.assessment(mona, made)
    assert (shown.item.assessment, found.item.about, found.item.tlp) == (made, (case,), Tlp.AMBER)
    assert (found.given, found.history, found.assessed) == (before.given, before.history, before.assessed)
    assert found.given.dissents[-1].by == "an analyst"
    assert len(found.entries) == 3
    first, second = found.names
    assert [one.item.state for one in found.names] == ["withdrawn", "stands"]
    for one, old in zip(found.names, before.names, strict=True):
        assert one.record
        assert old.record
        assert (one.item.naming, one.record.hypothesis) == (old.item.naming, old.record.hypothesis)
        assert (one.record.reasons, one.record.evidence) == (old.record.reasons, old.record.evidence)
        assert (one.item.version, one.leads) == (found.entries[-1], old.leads)
        assert one.record.by == "Lina Reef"
    assert first.record
    assert [(done.type, done.actor) for done in first.record.before] == [
        ("actor-named", "p-lina"), ("naming-withdrawn", "p-lina"),
    ]  # fmt: skip
    assert second.record
    assert "Lina Reef put it on 2026-03-02" in taken_over(second.record, Words("en"))
    assert taken_over(before.names[1].record, Words("en")) == ""


def test_an_assessment_with_its_names_goes_on_to_a_third_node(
    house: House, quay: str, mona: Access, other: Store, clock: Clock, helped: tuple[Access, str, str]
) -> None:
    lina, case, made = helped
    handover.take(mona, KEY, *given_on(house, lina, case, quay))
    third = Store("sqlite://", b"z" * 32, clock)
    third.begin("pier")
    with third.write("pier") as writer:
        writer.append(draft(OrganisationCreated(name="Pier", kind="centre")))
    omar = entered(third, clock, "p-omar", Role.LEAD, organisation="pier")
    out = io.BytesIO()
    handover.hand_over(mona, KEY, case, "Pier (synthetic)", key_in(third, "pier"), "1", out)
    with other.read("quay") as reader:
        key = verifier_key(f"tocsin/{reader.log.id}", KEY.public)
    handover.take(omar, KEY, out.getvalue(), key)
    record = assessments.assessment(omar, made).names[1].record
    assert record
    assert (record.by, record.before[0].actor, [done.actor for done in record.before]) == (
        "Lina Reef", "p-lina", ["p-lina", "p-mona"],
    )  # fmt: skip


def test_what_was_estimated_stays_what_it_was_told(
    house: House, quay: str, mona: Access, helped: tuple[Access, str, str]
) -> None:
    """The new lead weighs by its own rules; what the old one told, and what that is scored by, came along."""
    lina, case, made = helped
    chances = {"quiet-heron": 0.4, "salt-fox": 0.3, "unknown": 0.2, "false-flag": 0.1}
    told = Version(replace(assessments.assessment(lina, made).given, as_of=house.clock()), Forecast(chances, "earlier"))
    older = Version(replace(told.given, as_of=house.clock()))
    with house.store.write("lighthouse") as writer:
        for version in (told, older):
            kept = notes.keep(writer, assessed.record_of(version))
            writer.append(draft(AssessmentMade(made, version.given.question, kept, (case,), Tlp.AMBER)))
    before = assessments.assessment(lina, made)
    handover.take(mona, KEY, *given_on(house, lina, case, quay))
    found = assessments.assessment(mona, made)
    assert found.history == before.history
    assert [one.engine for one in found.history][-2:] == ["earlier", None]
    assert found.history[-2].chances == chances
    assert found.history[-1].chances != chances
    house.clock.time += timedelta(hours=1)
    assessments.resolve(mona, made, "salt-fox")
    scores = assessments.assessment(mona, made).scores
    assert [one.kept for one in scores] == [True, True, True, True, False]
    assert scores[-2].brier == pytest.approx(0.4**2 + 0.7**2 + 0.2**2 + 0.1**2)
    with house.store.read("lighthouse") as reader:
        (one,), _ = assessed.handed(reader, [made])
    assert [version.forecast for version in one.versions[-2:]] == [told.forecast, None]


def test_the_label_of_an_assessment_binds_on_both_sides(
    house: House, quay: str, other: Store, helped: tuple[Access, str, str]
) -> None:
    lina, case, made = helped
    assessments.make(lina, replace(assessments.assessment(lina, made).given, as_of=house.clock()), (), Tlp.RED, made)
    less = entered(house.store, house.clock, "p-lina", Role.LEAD, clearance=Tlp.AMBER, organisation="lighthouse")
    with pytest.raises(InputError, match="not cleared for all"):
        handover.hand_over(less, KEY, case, "Quay", ANY, "1", io.BytesIO())
    archive = given_on(house, lina, case, quay)
    low = entered(other, house.clock, "p-mona", Role.LEAD, clearance=Tlp.AMBER, organisation="quay")
    with pytest.raises(InputError, match="not cleared for all"):
        handover.take(low, KEY, *archive)
    high = entered(other, house.clock, "p-mona", Role.LEAD, organisation="quay")
    handover.take(high, KEY, *archive)
    assert assessments.assessments(low).items == ()
    evidence.erase(lina, made, Ground.REQUEST)
    with pytest.raises(InputError, match="not cleared for all"):
        handover.hand_over(less, KEY, case, "Quay (synthetic)", quay, "1", io.BytesIO())


def test_an_assessment_that_is_here_stays_and_what_was_erased_is_told(
    house: House, quay: str, mona: Access, helped: tuple[Access, str, str]
) -> None:
    lina, case, made = helped
    naming = assessments.assessment(lina, made).names[0].item.naming
    evidence.erase(lina, naming, Ground.REQUEST)
    taken = handover.take(mona, KEY, *given_on(house, lina, case, quay))
    assert taken.gone == (naming,)
    assert len(assessments.assessment(mona, made).names) == 1
    evidence.erase(lina, made, Ground.REQUEST)
    raw, _ = given_on(house, lina, case, quay)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        handed_on = json.loads(archive.read("handover.json"))
    assert (handed_on["assessments"], handed_on["erased"]) == ([], [made])


def test_who_takes_a_case_over_names_nobody(
    house: House, quay: str, mona: Access, other: Store, helped: tuple[Access, str, str]
) -> None:
    """The entry says where the name was put and by which entry; the rules here are applied to what came along."""
    lina, case, made = helped
    before = assessments.assessment(lina, made).names
    handover.take(mona, KEY, *given_on(house, lina, case, quay))
    with other.read("quay") as reader:
        taken = [one.event for one in reader.log.read() if isinstance(one.event, NamingTaken)]
        assert not [one for one in reader.log.read() if isinstance(one.event, ActorNamed)]
    with house.store.read("lighthouse") as reader:
        log = reader.log.id
    assert [(one.log, one.seq, one.named_at, one.stands) for one in taken] == [
        (log, one.item.seq, one.item.at, True) for one in before
    ]
    found = assessments.assessment(mona, made).names
    assert [(one.item.actor, one.item.at, one.item.state) for one in found] == [
        ("", one.item.at, one.item.state) for one in before
    ]


def test_a_name_that_the_rules_here_do_not_allow_is_kept_and_does_not_stand(
    house: House, mona: Access, other: Store, helped: tuple[Access, str, str]
) -> None:
    """Of an archive that does not say what the organisation of who named is, it counts as a party."""
    _, case, made = helped
    with house.store.read("lighthouse") as reader:
        (one,), _ = assessed.handed(reader, [made])
    name = replace(one.names[1], record=replace(one.names[1].record, kind=None, hypothesis="salt-fox"))
    (one,) = assessed.sound([replace(one, names=(name,))], house.clock())
    grant = access._granted(mona, Right.EVIDENCE)
    with other.write("quay") as writer:
        entries = writer.append(*assessed.made(grant, writer, case, one))
        writer.append(*assessed.named(grant, writer, one, entries))
        assert [each.state for each in writer.views.namings(made)] == ["refused"]


def _later(one: AssessmentHanded) -> AssessmentHanded:
    last = one.versions[-1]
    ahead = replace(last, given=replace(last.given, as_of=last.given.as_of + timedelta(days=900)))
    return replace(one, versions=(*one.versions[:-1], ahead))


def _told(one: AssessmentHanded, engine: str = "x", **chances: float) -> AssessmentHanded:
    """With another estimate of its first version."""
    first = one.versions[0]
    assert first.forecast
    known = {name.replace("_", "-"): chance for name, chance in chances.items()}
    forecast = Forecast(known or first.forecast.chances, engine)
    return replace(one, versions=(replace(first, forecast=forecast), *one.versions[1:]))


def _without_zone(one: AssessmentHanded) -> Passed:
    done = one.names[0].record.before[0]
    return replace(done, at=done.at.replace(tzinfo=None))


def _done(one: AssessmentHanded) -> tuple[Passed, ...]:
    return one.names[0].record.before


def _of(one: AssessmentHanded, **more: object) -> AssessmentHanded:
    naming = one.names[0]
    return replace(one, names=(replace(naming, record=replace(naming.record, **more)),))


@pytest.mark.parametrize(
    "change",
    [
        lambda one: replace(one, versions=()), lambda one: replace(one, versions=one.versions[::-1]), _later,
        lambda one: replace(one, versions=(one.versions[0], one.versions[0])),
        lambda one: replace(one, names=(replace(one.names[0], version=99),)),
        lambda one: _of(one, hypothesis="nobody"), lambda one: _of(one, before=()),
        lambda one: _of(one, reasons="x" * 20_001), lambda one: _of(one, by="x" * 301),
        lambda one: _of(one, before=(_without_zone(one),)), lambda one: _told(one, quiet_heron=1.0),
        lambda one: _told(one, quiet_heron=2.0, salt_fox=-1.0, unknown=0.0, false_flag=0.0),
        lambda one: _told(one, quiet_heron=0.9, salt_fox=0.9, unknown=0.0, false_flag=0.0),
        lambda one: _told(one, "x" * 301), lambda one: _of(one, reasons=" "), lambda one: _of(one, evidence=()),
        lambda one: _of(one, evidence=("e4", "made-up")), lambda one: _of(one, by=" "),
        lambda one: _of(one, before=tuple(replace(done, type="incident-opened") for done in _done(one))),
        lambda one: _of(one, before=_done(one)[::-1]), lambda one: _of(one, before=_done(one)[:1]),
        lambda one: _of(one, before=tuple(replace(done, at=done.at + timedelta(days=900)) for done in _done(one))),
        lambda one: replace(one, versions=tuple(replace(v, told_at=v.given.as_of + timedelta(days=900))
                                                for v in one.versions)),
    ],
    ids=["none", "backwards", "ahead", "twice", "version", "answer", "nobody", "long", "name", "zone",
         "few", "beyond", "much", "engine", "no-reasons", "no-evidence", "other-evidence", "nobody-named",
         "another-entry", "backwards-done", "withdrawn-untold", "done-ahead", "told-ahead"],
)  # fmt: skip
def test_an_assessment_that_cannot_have_been_made_is_not_taken(
    house: House, helped: tuple[Access, str, str], change: Callable[[AssessmentHanded], AssessmentHanded],
) -> None:  # fmt: skip
    """However well the archive is signed."""
    _, _, made = helped
    with house.store.read("lighthouse") as reader:
        (one,), _ = assessed.handed(reader, [made])
    assert assessed.sound([one], house.clock()) == (one,)
    with pytest.raises(InputError):
        assessed.sound([change(one)], house.clock())
