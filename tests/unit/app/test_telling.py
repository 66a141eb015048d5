"""The source of a warning is told what was met of it, by a decision, and nobody is named."""

from __future__ import annotations

import json
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
import stix2
from tests.fixtures.actors import House
from tests.unit.app.test_receiving import CENTRE, EVIL, OTHER, bundle, submit
from tests.unit.app.test_taking_back import _pier, _read

from tocsin.app import collecting, consents, receiving, telling
from tocsin.identify.examples import message
from tocsin.model import event as e
from tocsin.model.error import AccessError, NotFoundError
from tocsin.model.people import Role, Tlp
from tocsin.model.profile import Organisation
from tocsin.model.received import Reliability

MET, FALSE = (f"indicator--{uuid5(NAMESPACE_URL, host)}" for host in ("login.evil.test", "nice.test"))
LATE = "Tue, 03 Mar 2026 23:50:00 +0000"
AGAIN = message(text="https://login.evil.test/b", date=LATE, message_id="<3@x.example>").raw


def _receipt(house: House, tlp: Tlp = Tlp.GREEN) -> str:
    with house.store.write("harbour") as writer:
        writer.append(e.Draft(e.ProfileChanged(Organisation("Harbour", domains=("harbour.example",))), "node"))
    for raw in (EVIL, OTHER, AGAIN):
        submit(house, raw)
    taken = receiving.receive(house.dana, bundle("login.evil.test", "nice.test"), CENTRE, Reliability.B, tlp)
    (false,) = [one for one in receiving.sightings(house.dana).items if one.record and one.record.value == "nice.test"]
    receiving.judge_sighting(house.dana, false.item.sighting, False, "Noor reads it every day")
    return taken.receipt


def _kinds(content: str) -> dict[str, dict[str, Any]]:
    return {one["type"]: one for one in json.loads(content)}


def test_it_says_how_often_and_when_and_what_was_none(house: House) -> None:
    told = telling.preview(house.dana, _receipt(house))
    found = _kinds(told.content)
    sighting, opinion = found["sighting"], found["opinion"]
    assert (told.seen, told.false) == (1, 1)
    assert (sighting["sighting_of_ref"], sighting["count"]) == (MET, 2)
    assert (sighting["first_seen"], sighting["last_seen"]) == ("2026-03-01T00:00:00.000Z", "2026-03-03T00:00:00.000Z")
    assert (opinion["object_refs"], opinion["opinion"]) == ([FALSE], "strongly-disagree")
    assert all(stix2.parse(one, allow_custom=False) for one in found.values())


@pytest.mark.parametrize("name", ["Harbour", "harbour", "Noor", "noor@", "login.evil.test/a", "10:00", "23:50", "p-"])
def test_nobody_is_named(house: House, name: str) -> None:
    assert name not in telling.preview(house.dana, _receipt(house)).content


def test_who_agrees_is_named_and_its_people_are_not(house: House) -> None:
    consents.give_consent(house.dana, "In writing.")
    content = telling.preview(house.dana, _receipt(house)).content
    assert _kinds(content)["identity"]["name"] == "Harbour"
    assert "Noor" not in content


def test_nothing_is_told_before_somebody_decides(house: House) -> None:
    receipt, collection = _receipt(house), collecting.open_collection(house.dana, "To the centre")
    telling.preview(house.dana, receipt)
    pier = _pier(house, collection)
    assert _read(pier, collection) == []
    telling.tell(house.dana, receipt, collection)
    assert sorted(one["type"] for one in _read(pier, collection)) == ["identity", "opinion", "sighting"]
    with house.store.read("harbour") as reader:
        (event,) = [one.event for one in reader.log.read() if isinstance(one.event, e.SourceTold)]
    assert (event.receipt, event.collection, event.seen, event.false) == (receipt, collection, 1, 1)


def test_it_bears_the_label_of_the_warning(house: House) -> None:
    receipt, collection = _receipt(house, Tlp.AMBER), collecting.open_collection(house.dana, "To the centre")
    telling.tell(house.dana, receipt, collection)
    assert _read(_pier(house, collection), collection) == [], "who is told up to GREEN"


def test_it_is_told_anew_only_where_it_has_changed(house: House) -> None:
    receipt, collection = _receipt(house), collecting.open_collection(house.dana, "To the centre")
    telling.tell(house.dana, receipt, collection)
    assert json.loads(telling.tell(house.dana, receipt, collection).content) == []
    for one in receiving.sightings(house.dana).items:
        receiving.judge_sighting(house.dana, one.item.sighting, False)
    changed = _kinds(telling.tell(house.dana, receipt, collection).content)
    assert (changed["sighting"]["revoked"], changed["opinion"]["object_refs"]) == (True, [MET])
    standing = [one for one in _read(_pier(house, collection), collection) if not one.get("revoked")]
    assert sorted(one["type"] for one in standing) == ["identity", "opinion", "opinion"]


def test_it_takes_the_right_the_clearance_and_a_collection(house: House) -> None:
    receipt = _receipt(house, Tlp.RED)
    low = house.as_("p-low", Role.LEAD, clearance=Tlp.AMBER)
    with pytest.raises(NotFoundError):
        telling.preview(low, receipt)
    with pytest.raises(AccessError):
        telling.preview(house.sami, receipt)
    with pytest.raises(NotFoundError):
        telling.tell(house.dana, receipt, "nothing")
