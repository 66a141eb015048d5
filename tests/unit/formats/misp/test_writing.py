"""What we write, PyMISP loads; what it wrote comes back as it was; a label never becomes looser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pymisp import MISPEvent
from tests.fixtures.misp import UUID, attribute, event, full, raw

from tocsin.formats import misp, stix
from tocsin.formats.stix.markings import TLP_2
from tocsin.model.people import Tlp

GOLDEN = Path(__file__).parents[3] / "golden"
WHEN = "2026-03-01T08:00:00.000Z"
LOCAL = {"id", "event_id", "object_id", "org_id", "orgc_id", "attribute_count", "sharing_group_id"}


def again(content: bytes) -> dict[str, Any]:
    """The event that becomes of one when it goes through STIX."""
    (found,) = misp.write(stix.read(misp.read(content).bundle).objects).events
    made: dict[str, Any] = found.content["Event"]
    return made


def indicator(number: int, tlp: Tlp = Tlp.GREEN, **properties: Any) -> dict[str, Any]:
    return {
        "type": "indicator", "spec_version": "2.1", "id": f"indicator--00000000-0000-4000-8000-{number:012d}",
        "created": WHEN, "modified": WHEN, "valid_from": WHEN, "pattern_type": "stix",
        "pattern": f"[domain-name:value = 'n{number}.evil.test']", "object_marking_refs": [TLP_2[tlp]], **properties,
    }  # fmt: skip


def grouping(*refs: str, tlp: Tlp = Tlp.GREEN, **properties: Any) -> dict[str, Any]:
    return {
        "type": "grouping", "spec_version": "2.1", "id": f"grouping--{UUID}", "created": WHEN, "modified": WHEN,
        "name": "Lures (synthetic)", "context": "suspicious-activity", "object_refs": list(refs),
        "object_marking_refs": [TLP_2[tlp]], **properties,
    }  # fmt: skip


def write(*objects: dict[str, Any]) -> misp.Written:
    read = stix.read(json.dumps({"type": "bundle", "objects": objects}).encode())
    assert not read.refused, read.refused
    return misp.write(read.objects)


def attributes(written: misp.Written) -> dict[str, dict[str, Any]]:
    return {one["uuid"][-2:]: one for event in written.events for one in event.content["Event"]["Attribute"]}


def test_what_pymisp_wrote_comes_back() -> None:
    made, before = again(raw(full())), json.loads(raw(full()))["Event"]
    for name in ("uuid", "info", "date", "timestamp", "threat_level_id", "analysis"):
        assert str(made[name]) == str(before[name]), name
    assert made["Orgc"] == {name: before["Orgc"][name] for name in ("uuid", "name")}
    assert {one["name"] for one in made["Tag"]} == {one["name"] for one in before["Tag"]}
    assert made["published"] is False, "nothing is said to be published unless somebody says so"
    after = {one["uuid"]: one for one in made["Attribute"]}
    assert after.keys() == {one["uuid"] for one in before["Attribute"]}
    for one in before["Attribute"]:
        for name in ("type", "category", "value", "to_ids", "comment", "timestamp", "first_seen", "deleted"):
            expected = one.get(name, False if name == "deleted" else "")
            assert str(after[one["uuid"]].get(name, "")) == str(expected), (one["value"], name)
        assert {tag["name"] for tag in after[one["uuid"]]["Tag"]} == {tag["name"] for tag in one.get("Tag", [])}
        assert {(told["type"], told["uuid"], told["date_sighting"]) for told in after[one["uuid"]]["Sighting"]} == {
            (told["type"], told["uuid"], str(told["date_sighting"])) for told in one.get("Sighting", [])
        }
    (inside,), (held,) = made["Object"], before["Object"]
    assert {name: inside[name] for name in ("uuid", "name", "template_uuid", "meta-category")} == {
        name: held[name] for name in ("uuid", "name", "template_uuid", "meta-category")
    }
    assert [(one["object_relation"], one["value"], one["to_ids"]) for one in inside["Attribute"]] == [
        (one["object_relation"], one["value"], one["to_ids"]) for one in held["Attribute"]
    ]


def test_a_second_way_through_stix_changes_nothing() -> None:
    once = again(raw(full()))
    assert again(json.dumps({"Event": once}).encode()) == once


def test_pymisp_loads_what_is_written_with_nothing_lost() -> None:
    (found,) = misp.write(stix.read(GOLDEN.joinpath("bundle.stix.json").read_bytes()).objects).events
    loaded = MISPEvent()
    loaded.load(json.loads(found.body))
    expected = found.content["Event"]
    assert loaded.uuid == found.uuid
    assert [(one.uuid, one.type, one.value, one.to_ids) for one in loaded.attributes] == [
        (one["uuid"], one["type"], one["value"], one["to_ids"]) for one in expected["Attribute"]
    ]
    assert [tag.name for tag in loaded.tags] == ["tlp:green", "synthetic"]
    assert all(one.category in loaded.describe_types["categories"] for one in loaded.attributes)


def test_the_same_objects_give_the_same_bytes() -> None:
    objects = stix.read(GOLDEN.joinpath("bundle.stix.json").read_bytes()).objects
    (first,), (second,) = misp.write(objects).events, misp.write(objects).events
    assert first.body == second.body


def test_a_later_version_updates_and_does_not_double() -> None:
    one = indicator(1)
    before = write(one, grouping(one["id"]))
    later = write(one, {**one, "modified": "2026-03-02T00:00:00Z", "revoked": True}, grouping(one["id"]))
    assert [found.uuid for found in before.events] == [found.uuid for found in later.events] == [UUID]
    assert attributes(before)["01"]["deleted"] is False
    assert attributes(later)["01"]["deleted"] is True
    assert int(attributes(later)["01"]["timestamp"]) > int(attributes(before)["01"]["timestamp"])
    assert later.events[0].content["Event"]["timestamp"] == attributes(later)["01"]["timestamp"], "or none takes it"


@pytest.mark.parametrize("own", list(Tlp))
@pytest.mark.parametrize("around", list(Tlp))
def test_a_label_is_never_looser_than_that_of_the_object_and_of_its_event(own: Tlp, around: Tlp) -> None:
    one = indicator(1, own)
    (made,) = write(one, grouping(one["id"], tlp=around)).events
    assert made.tlp is around
    order = list(Tlp)
    for content in (made.body, json.dumps({"Event": again(made.body)}).encode()):
        found = {kept.known.id: kept.known for kept in stix.read(misp.read(content).bundle).objects}
        assert stix.label_of(found[one["id"]]) is max(own, around, key=order.index)
        assert stix.label_of(found[f"grouping--{UUID}"]) is around


def test_what_is_in_no_group_stands_with_others_of_its_label() -> None:
    made = write(indicator(1), indicator(2), indicator(3, Tlp.AMBER))
    assert sorted((found.tlp.value, len(found.objects)) for found in made.events) == [("amber", 1), ("green", 2)]
    assert len({found.uuid for found in made.events}) == 2


def test_what_has_no_place_is_counted() -> None:
    one = indicator(1)
    note: dict[str, Any] = {
        "type": "note", "spec_version": "2.1", "id": f"note--{UUID}", "created": WHEN, "modified": WHEN,
        "content": "Look at the sender.", "object_refs": [one["id"]],
    }  # fmt: skip
    assert write(one, note, grouping(one["id"], note["id"])).left_out == (("note", 1),)


def test_an_indicator_changed_since_it_came_is_written_as_it_is_now() -> None:
    made = event("tlp:green")
    attribute(made, "domain", "old.evil.test", 1, to_ids=True)
    objects = [one.properties for one in stix.read(misp.read(raw(made)).bundle).objects]
    for one in objects:
        if one["type"] == "indicator":
            one |= {"pattern": "[domain-name:value = 'new.evil.test']", "modified": "2026-04-01T00:00:00Z"}
    (found,) = attributes(write(*objects)).values()
    assert found["value"] == "new.evil.test"


def test_what_was_seen_and_is_no_indicator_is_told_and_not_detected() -> None:
    host: dict[str, Any] = {
        "type": "domain-name", "spec_version": "2.1", "id": f"domain-name--{UUID}", "value": "seen.test",
        "object_marking_refs": [TLP_2[Tlp.GREEN]],
    }  # fmt: skip
    file: dict[str, Any] = {
        "type": "file", "spec_version": "2.1", "id": f"file--{UUID}", "name": "a.docm", "hashes": {"MD5": "ef" * 16},
        "object_marking_refs": [TLP_2[Tlp.AMBER]],
    }  # fmt: skip
    (made,) = write(host, file, grouping(host["id"], file["id"])).events
    found = {(one["type"], one["value"], one["to_ids"]) for one in made.content["Event"]["Attribute"]}
    assert found == {("domain", "seen.test", False), ("md5", "ef" * 16, False), ("filename", "a.docm", False)}
    assert [one["Tag"][0]["name"] for one in made.content["Event"]["Attribute"][1:]] == ["tlp:amber"] * 2


def test_who_made_it_is_named_only_as_far_as_the_event_goes() -> None:
    def of(tlp: Tlp) -> Any:
        who = {"type": "identity", "spec_version": "2.1", "id": f"identity--{UUID}", "created": WHEN, "modified": WHEN,
               "name": "Quay (synthetic)", "object_marking_refs": [TLP_2[tlp]]}  # fmt: skip
        one = indicator(1)
        return write(who, one, grouping(one["id"], created_by_ref=who["id"])).events[0].content["Event"]["Orgc"]["name"]

    assert of(Tlp.GREEN) == of(Tlp.CLEAR) == "Quay (synthetic)"
    assert of(Tlp.AMBER) == "An organisation that is not named"


def test_who_saw_it_is_not_told() -> None:
    made = again(raw(full()))
    assert "Quay Newsroom" not in json.dumps(made, ensure_ascii=False)


def test_a_technique_and_an_actor_become_the_tags_of_their_galaxies() -> None:
    one = indicator(1)
    common = {"spec_version": "2.1", "created": WHEN, "modified": WHEN, "object_marking_refs": [TLP_2[Tlp.GREEN]]}
    pattern = {**common, "type": "attack-pattern", "id": f"attack-pattern--{UUID}", "name": "Spearphishing Link",
               "external_references": [{"source_name": "mitre-attack", "external_id": "T1566.002"}]}  # fmt: skip
    actor: dict[str, Any] = {
        **common,
        "type": "intrusion-set",
        "id": f"intrusion-set--{UUID}",
        "name": "Paper Kite (fictional)",
    }
    link = {**common, "type": "relationship", "id": f"relationship--{UUID}", "relationship_type": "indicates",
            "source_ref": one["id"], "target_ref": pattern["id"]}  # fmt: skip
    made = write(one, pattern, actor, link, grouping(one["id"], actor["id"]))
    assert made.left_out == ()
    event = made.events[0].content["Event"]
    assert event["Tag"][1:] == [{"name": 'misp-galaxy:mitre-intrusion-set="Paper Kite (fictional)"'}]
    assert attributes(made)["01"]["Tag"] == [
        {"name": 'misp-galaxy:mitre-attack-pattern="Spearphishing Link - T1566.002"'}
    ]
    for other in ({"object_marking_refs": [TLP_2[Tlp.RED]]}, {"revoked": True}):
        assert attributes(write(one, pattern, {**link, **other}, grouping(one["id"])))["01"]["Tag"] == []
    stricter = {**pattern, "object_marking_refs": [TLP_2[Tlp.AMBER]]}
    assert attributes(write(one, stricter, link, grouping(one["id"])))["01"]["Tag"] == []


def test_what_was_taken_back_says_nothing() -> None:
    one = indicator(1)
    seen = {"type": "sighting", "spec_version": "2.1", "id": f"sighting--{UUID}", "created": WHEN, "modified": WHEN,
            "sighting_of_ref": one["id"], "object_marking_refs": [TLP_2[Tlp.GREEN]]}  # fmt: skip
    assert len(attributes(write(one, seen))["01"]["Sighting"]) == 1
    assert attributes(write(one, {**seen, "revoked": True}))["01"]["Sighting"] == []
    assert write(one, grouping(one["id"], revoked=True)).events[0].uuid != UUID
