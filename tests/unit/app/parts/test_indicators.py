"""What is known of an incident rests on all of its messages, however many."""

from __future__ import annotations

import pytest
from tests.fixtures.actors import House
from tests.fixtures.events import judged

from tocsin.app import incidents
from tocsin.app.parts import indicators
from tocsin.model.people import Tlp


def test_every_message_of_an_incident_counts(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest one belongs to a stricter incident too, and it comes in the last part."""
    monkeypatch.setattr(indicators, "_PART", 3)
    ids = [f"m-{number}" for number in range(8)]
    with house.store.write("harbour") as writer:
        writer.append(*(judged(writer, message) for message in ids))
        assert len(indicators._messages(writer, "none")) == 0
    incident = incidents.open_incident(house.dana, "A wave", ids, Tlp.GREEN)
    with house.store.read("harbour") as reader:
        found = indicators._messages(reader, incident)
        assert {one.message for one in found} == set(ids)
        last = found[-1].message
    incidents.open_incident(house.dana, "A spy", [last], Tlp.RED)
    with house.store.read("harbour") as reader:
        assert Tlp.RED in {one.tlp for one in indicators._others(reader, found)}
