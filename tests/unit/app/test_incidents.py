"""Incidents, their labels, and counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.fixtures.actors import House
from tests.fixtures.events import judged

from tocsin.app import disrupt, evidence, figures, incidents, mail, queue, share
from tocsin.model.error import AccessError, InputError, NotFoundError
from tocsin.model.event import IncidentRelabelled
from tocsin.model.people import Role, Tlp


def _messages(house: House) -> None:
    with house.store.write("harbour") as writer:
        writer.append(judged(writer, "m-1", recipients=("p-dana",)), judged(writer, "m-2", recipients=("p-dana",)))


def test_an_incident_from_its_opening_to_its_end(house: House) -> None:
    _messages(house)
    incident = incidents.open_incident(house.sami, "Mails to the treasurer", ["m-1"])
    incidents.change_incident(house.dana, incident, title="Mails to two people", note="One more", messages=["m-2"])
    shown = incidents.incident(house.sami, incident)
    assert shown.title == "Mails to two people"
    assert {one.item.message for one in shown.messages} == {"m-1", "m-2"}
    assert [words for _, words in shown.notes] == ["One more", ""]
    with pytest.raises(InputError, match="no outcome"):
        incidents.close_incident(house.dana, incident, "won")
    incidents.close_incident(house.dana, incident, "unknown", "No log tells")
    assert [one.item.outcome for one in incidents.incidents(house.dana, "closed").items] == ["unknown"]
    with pytest.raises(InputError, match="closed already"):
        incidents.close_incident(house.dana, incident, "stopped")
    for wrong in ("", "  "):
        with pytest.raises(InputError):
            incidents.open_incident(house.dana, wrong)
        with pytest.raises(InputError):
            incidents.change_incident(house.dana, incident, note=wrong)
    with pytest.raises(NotFoundError):
        incidents.open_incident(house.dana, "Something", ["m-9"])
    with pytest.raises(AccessError):
        incidents.open_incident(house.remi, "Something")


def test_a_message_may_belong_to_several_incidents(house: House) -> None:
    _messages(house)
    first = incidents.open_incident(house.sami, "Mails to the treasurer", ["m-1", "m-1"])
    second = incidents.open_incident(house.sami, "The page of the bank", ["m-2"])
    for _ in range(2):
        incidents.change_incident(house.sami, second, messages=["m-1", "m-2"])
    assert [one.item.message for one in incidents.incident(house.sami, first).messages] == ["m-1"]
    assert [one.item.message for one in incidents.incident(house.sami, second).messages] == ["m-2", "m-1"]
    assert mail.message(house.sami, "m-1").incidents == (first, second)


def test_words_about_an_incident_go_90_days_after_it_was_closed(house: House) -> None:
    incident = incidents.open_incident(house.dana, "Mails to the treasurer")
    incidents.change_incident(house.dana, incident, title="Mails to two people", note="One more")
    house.clock.time += timedelta(days=400)
    assert evidence.expire(house.node) == 0, "an open incident keeps its words"
    incidents.close_incident(house.dana, incident, "unknown", "No log tells")
    incidents.change_incident(house.dana, incident, note="A word after the end")
    house.clock.time += timedelta(days=89)
    assert evidence.expire(house.node) == 0
    assert incidents.incident(house.dana, incident).title == "Mails to two people"
    house.clock.time += timedelta(days=2)
    assert evidence.expire(house.node) == 5
    shown = incidents.incident(house.dana, incident)
    assert (shown.title, {words for _, words in shown.notes}) == ("", {""})
    with house.store.read("harbour") as reader:
        assert not reader.verify([]).broken


@pytest.mark.parametrize("label", list(Tlp))
def test_what_is_above_somebodys_clearance_is_not_there(house: House, label: Tlp) -> None:
    incident = incidents.open_incident(house.dana, "Something", tlp=label)
    for clearance in Tlp:
        who = house.as_("p-noor", Role.ANALYST, clearance=clearance)
        if list(Tlp).index(clearance) >= list(Tlp).index(label):
            assert incidents.incident(who, incident).title == "Something"
            continue
        assert incidents.incidents(who).items == ()
        for ask in (
            lambda who: incidents.incident(who, incident),
            lambda who: incidents.change_incident(who, incident, note="x"),
            lambda who: incidents.close_incident(who, incident, "unknown"),
        ):
            with pytest.raises(NotFoundError) as refused:
                ask(who)
            assert str(refused.value) == f"there is nothing here with the id {incident}"
        with pytest.raises(InputError, match="yourself"):
            incidents.open_incident(who, "Something", tlp=label)


def test_an_incident_gets_another_label_with_a_reason_and_can_be_handed_on(house: House) -> None:
    incident = incidents.open_incident(house.sami, "The page of the bank")
    with pytest.raises(AccessError):
        share.bundle(house.dana, incident, Tlp.GREEN)
    with pytest.raises(AccessError, match="share"):
        incidents.relabel_incident(house.sami, incident, Tlp.GREEN, "the bank warns too")
    incidents.relabel_incident(house.dana, incident, Tlp.GREEN, "the bank warns too")
    share.bundle(house.dana, incident, Tlp.GREEN)
    shown = incidents.incident(house.sami, incident)
    assert shown.item.tlp is Tlp.GREEN
    assert [(one.type, words) for one, words in shown.notes if words] == [("incident-relabelled", "the bank warns too")]
    with house.store.read("harbour") as reader:
        (event,) = [entry.event for entry in reader.log.read() if isinstance(entry.event, IncidentRelabelled)]
        assert (event.was, event.now) == (Tlp.AMBER_STRICT, Tlp.GREEN)
    for reason, label in ((" ", Tlp.RED), ("again", Tlp.GREEN)):
        with pytest.raises(InputError):
            incidents.relabel_incident(house.dana, incident, label, reason)


def test_another_label_counts_at_once_in_lists_and_in_the_queue(house: House) -> None:
    incident = incidents.open_incident(house.dana, "The page of the bank")
    noor = house.as_("p-noor", Role.LEAD, clearance=Tlp.AMBER_STRICT)
    assert [one.id for one in queue.queue(noor).items] == [incident]
    with pytest.raises(InputError, match="yourself"):
        incidents.relabel_incident(noor, incident, Tlp.RED, "one person only")
    incidents.relabel_incident(house.dana, incident, Tlp.RED, "one person only")
    assert queue.queue(noor).items == ()
    assert incidents.incidents(noor).items == ()
    with pytest.raises(NotFoundError):
        incidents.relabel_incident(noor, incident, Tlp.GREEN, "it is nothing")


def test_the_reason_of_a_label_goes_with_the_other_words(house: House) -> None:
    incident = incidents.open_incident(house.dana, "The page of the bank")
    incidents.relabel_incident(house.dana, incident, Tlp.GREEN, "the bank warns too")
    incidents.close_incident(house.dana, incident, "unknown")
    incidents.relabel_incident(house.dana, incident, Tlp.CLEAR, "all is public")
    house.clock.time += timedelta(days=91)
    assert evidence.expire(house.node) == 3, "a title, two reasons"


def test_a_label_that_one_may_not_know_of_is_not_named(house: House) -> None:
    _messages(house)
    mine = incidents.open_incident(house.dana, "The page of the bank", ["m-1"], Tlp.GREEN)
    incidents.open_incident(house.dana, "Who told them", ["m-1"], Tlp.RED)
    noor = house.as_("p-noor", Role.LEAD, clearance=Tlp.AMBER)
    for who, named in ((house.dana, True), (noor, False)):
        for ask in (lambda who: share.bundle(who, mine, Tlp.GREEN), lambda who: disrupt.response_policy(who, mine)):
            with pytest.raises(AccessError, match="must not reach those") as refused:
                ask(who)
            assert ("RED" in str(refused.value)) is named


def test_counts_say_when_and_whom_and_rank_nobody(house: House) -> None:
    _messages(house)
    day = date(2026, 3, 1)
    found = figures.figures(house.sami, day, day)
    assert [(one.value, one.messages) for one in found.verdicts] == [("malicious", 2)]
    assert [(one.value, one.messages) for one in found.techniques] == [("T1566.002", 2)]
    assert [(one.value, one.messages) for one in found.targets] == [("p-dana", 2)]
    for first, last in ((day, date(2026, 2, 1)), (date(2000, 1, 1), day)):
        with pytest.raises(InputError):
            figures.figures(house.sami, first, last)
    with pytest.raises(AccessError):
        figures.figures(house.ines, day, day)


def test_words_have_an_end(house: House) -> None:
    with pytest.raises(InputError, match="300 characters"):
        incidents.open_incident(house.dana, "x" * 301)
    incident = incidents.open_incident(house.dana, "x" * 300)
    for wrong in ({"title": "x" * 301}, {"note": "x" * 20_001}):
        with pytest.raises(InputError, match="longer than"):
            incidents.change_incident(house.dana, incident, **wrong)
