"""Events of others' feeds: a label that is tightened reaches what is here, one odd event keeps no other out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.fixtures.actors import House
from tests.fixtures.misp import UUID, WHEN, attribute, event, raw

from tocsin.app import collecting, events
from tocsin.formats import stix
from tocsin.model.exchange import EVERYTHING, Wanted
from tocsin.model.people import Tlp
from tocsin.net.misp_feed import FeedFolder

ONE = "00000000-0000-4000-8000-000000000001"


def of(*tags: str, later: int = 0, **properties: Any) -> dict[str, Any]:
    """An event with one attribute, that was changed some seconds after the attribute was."""
    made = event(*tags)
    attribute(made, "domain", "a.evil.test", 1, to_ids=True)
    found: dict[str, Any] = json.loads(raw(made))
    found["Event"] |= {"timestamp": str(int(WHEN.timestamp()) + later), "distribution": "3", **properties}
    return found


def feed(folder: Path, *made: dict[str, Any]) -> FeedFolder:
    folder.mkdir(exist_ok=True)
    listed = {}
    for one in made:
        listed[one["Event"]["uuid"]] = {"timestamp": one["Event"]["timestamp"]}
        (folder / f"{one['Event']['uuid']}.json").write_text(json.dumps(one))
    (folder / "manifest.json").write_text(json.dumps(listed))
    return FeedFolder(folder)


def held(house: House, collection: str) -> dict[str, dict[str, Any]]:
    with house.store.read("harbour") as reader:
        found = reader.shelves.objects(collection, Wanted(limit=500), EVERYTHING)
    objects = [json.loads(body) for body in found.bodies]
    return {one["id"]: one for one in objects}


def labels(house: House, collection: str) -> dict[str, Tlp]:
    bodies = [json.dumps(one).encode() for one in held(house, collection).values()]
    found = [stix.read_one(body).known for body in bodies]
    return {one.id: stix.label_of(one) for one in found}


@pytest.mark.parametrize("change", [{}, {"distribution": "0"}])
def test_a_label_that_is_tightened_reaches_what_is_here(
    house: House, tmp_path: Path, change: dict[str, Any]
) -> None:  # fmt: skip
    collection = collecting.open_collection(house.dana, "From the centre")
    events.pull_events(house.dana, feed(tmp_path, of("tlp:green")), collection)
    assert labels(house, collection)[f"indicator--{ONE}"] is Tlp.GREEN
    done = events.pull_events(house.dana, feed(tmp_path, of("tlp:red", later=9, **change)), collection)
    assert not done.refused
    assert labels(house, collection)[f"indicator--{ONE}"] is Tlp.RED


def test_what_changed_without_a_later_time_is_fetched_again(house: House, tmp_path: Path) -> None:
    collection = collecting.open_collection(house.dana, "From the centre")
    first, second = of("tlp:green"), of("tlp:green", later=9)
    first["Event"]["Attribute"][0]["timestamp"] = second["Event"]["Attribute"][0]["timestamp"] = "1999999999"
    events.pull_events(house.dana, feed(tmp_path, first), collection)
    second["Event"]["Attribute"][0]["deleted"] = True
    for _ in range(2):
        done = events.pull_events(house.dana, feed(tmp_path, second), collection)
        assert (done.events, [one.why for one in done.refused]) == (1, ["other-content"])


@pytest.mark.parametrize(
    "odd", [{"last_seen": "9999-12-31", "first_seen": "2026-01-01"}, {"distribution": "9" * 5_000}]
)
def test_one_odd_event_keeps_no_other_out(house: House, tmp_path: Path, odd: dict[str, Any]) -> None:
    collection = collecting.open_collection(house.dana, "From the centre")
    first, second = of("tlp:green"), of("tlp:green", uuid="6" + UUID[1:], later=9)
    first["Event"]["Attribute"][0] |= odd
    second["Event"]["Attribute"][0]["uuid"] = f"{ONE[:-1]}2"
    assert events.pull_events(house.dana, feed(tmp_path, first, second), collection).events == 2
