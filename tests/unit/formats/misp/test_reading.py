"""What PyMISP writes is read: every attribute is an object or is named, every label the strictest."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from tests.fixtures.misp import UUID, WHEN, attribute, event, full, raw

from tocsin.formats import misp, stix
from tocsin.formats.misp import NOT_FOR_DETECTION
from tocsin.model.error import InputError
from tocsin.model.people import Tlp

ONE = "00000000-0000-4000-8000-"


def objects(content: bytes, said: Tlp | None = None) -> dict[str, dict[str, Any]]:
    found = misp.read(content, said)
    read = stix.read(found.bundle)
    assert not read.refused, read.refused
    return {one.known.id: one.properties for one in read.objects}


def test_every_attribute_becomes_an_object_with_its_uuid() -> None:
    found = objects(raw(full()))
    uuids = {name.partition("--")[2] for name in found if name.startswith(("indicator--", "x-misp-attribute--"))}
    assert uuids == {f"{ONE}{number:012d}" for number in range(1, 14)}
    patterns = {name[-2:]: one["pattern"] for name, one in found.items() if one["type"] == "indicator"}
    assert patterns["01"] == "[domain-name:value = 'login.evil.test']"
    assert patterns["02"] == r"[url:value = 'https://login.evil.test/a?b=\'c\'']"
    assert patterns["03"] == f"[file:hashes.'SHA-256' = '{'ab' * 32}']"
    assert patterns["04"] == "[domain-name:value = 'c2.evil.test']"
    assert patterns["05"] == "[ipv6-addr:value = '2001:db8::7']"
    assert patterns["06"] == "[email-message:from_ref.value = 'press@evil.test']"
    assert found[f"grouping--{UUID}"]["object_refs"][0].startswith("identity--")


def test_what_has_no_place_is_kept_and_counted() -> None:
    read = misp.read(raw(full()))
    assert read.kept == (("btc", 1), ("text", 1))
    found = objects(raw(full()))
    assert found[f"x-misp-attribute--{ONE}000000000009"]["x_misp"]["value"] == "نص بالعربية"
    assert found[f"indicator--{ONE}000000000008"]["pattern_type"] == "misp-btc"
    assert found[f"indicator--{ONE}000000000011"]["pattern_type"] == "yara"


def test_what_is_not_for_detection_and_what_is_deleted_is_taken_back() -> None:
    found = objects(raw(full()))
    context, deleted = found[f"indicator--{ONE}000000000007"], found[f"indicator--{ONE}000000000010"]
    assert context["revoked"] is True
    assert context["labels"] == [NOT_FOR_DETECTION]
    assert deleted["revoked"] is True
    assert "labels" not in deleted
    assert "revoked" not in found[f"indicator--{ONE}000000000001"]


def test_the_attributes_of_a_deleted_object_are_deleted() -> None:
    made = json.loads(raw(full()))
    made["Event"]["Object"][0]["deleted"] = True
    assert objects(json.dumps(made).encode())[f"indicator--{ONE}000000000012"]["revoked"] is True


def test_sightings_are_sightings_opinions_and_an_end() -> None:
    found = objects(raw(full()))
    lure = f"indicator--{ONE}000000000002"
    assert found[lure]["valid_until"] == "2026-06-01T00:00:00.000Z"
    (seen,) = [one for one in found.values() if one["type"] == "sighting"]
    assert (seen["sighting_of_ref"], seen["last_seen"]) == (lure, stix.timestamp(WHEN))
    assert found[seen["where_sighted_refs"][0]]["name"] == "Quay Newsroom (synthetic)"
    (false,) = [one for one in found.values() if one["type"] == "opinion"]
    assert (false["object_refs"], false["opinion"]) == ([lure], "strongly-disagree")


def test_to_have_been_seen_first_long_ago_does_not_end_an_indicator() -> None:
    made = event("tlp:green")
    attribute(made, "domain", "old.evil.test", 1, to_ids=True, first_seen="2020-01-01", last_seen="2020-02-01")
    found = objects(raw(made))[f"indicator--{ONE}000000000001"]
    assert found["valid_from"] == "2020-01-01T00:00:00.000Z"
    assert found["valid_until"] == stix.timestamp(WHEN + misp.HOLDS_FOR)


def test_a_technique_is_indicated_and_a_name_is_a_claim_of_who_made_the_event() -> None:
    found = objects(raw(full()))
    (pattern,) = [one for one in found.values() if one["type"] == "attack-pattern"]
    assert pattern["external_references"][0]["external_id"] == "T1566.002"
    (claim,) = [one for one in found.values() if one.get("relationship_type") == "attributed-to"]
    assert found[claim["target_ref"]]["name"] == "Paper Kite (fictional)"
    assert found[claim["created_by_ref"]]["name"] == "Election Help Centre (synthetic)"


def test_the_names_that_two_sources_put_stay_two() -> None:
    other = json.loads(raw(full()))
    other["Event"] |= {"uuid": UUID.replace("5f", "6f"), "Orgc": {"name": "Quay (synthetic)", "uuid": UUID}}
    first, second = objects(raw(full())), objects(json.dumps(other).encode())
    actors = {name for found in (first, second) for name in found if name.startswith("threat-actor--")}
    assert len(actors) == 2


def test_a_stricter_attribute_stays_stricter() -> None:
    found = stix.read(misp.read(raw(full())).bundle).objects
    labels = {one.known.id: stix.label_of(one.known) for one in found}
    assert labels[f"indicator--{ONE}000000000001"] is Tlp.GREEN
    assert labels[f"indicator--{ONE}000000000002"] is Tlp.AMBER


@pytest.mark.parametrize(("said", "expected"), [(None, Tlp.RED), (Tlp.GREEN, Tlp.GREEN)])
def test_what_bears_no_label_has_the_one_that_is_said_or_is_red(said: Tlp | None, expected: Tlp) -> None:
    made = event()
    attribute(made, "domain", "a.evil.test", 1, to_ids=True)
    (found,) = [
        one for one in stix.read(misp.read(raw(made), said).bundle).objects if one.known.id.startswith("indicator")
    ]
    assert stix.label_of(found.known) is expected


def test_a_broken_attribute_takes_no_other_with_it() -> None:
    made = json.loads(raw(full()))
    made["Event"]["Attribute"] += [{"type": "domain"}, {"value": "x"}, 7, {"type": "domain", "value": " "}]
    read = misp.read(json.dumps(made).encode())
    assert len(read.refused) == 4
    assert read.objects[:-1]
    assert len(objects(json.dumps(made).encode())) == len(objects(raw(full())))


@pytest.mark.parametrize("wrapped", ["{}", "[{}]", '{{"response": [{}]}}'])
def test_it_is_read_in_whatever_misp_puts_it(wrapped: str) -> None:
    text = raw(full()).decode()
    content = (wrapped.format(text) if "{{" in wrapped else wrapped.replace("{}", text)).encode()
    assert misp.is_misp(content)
    assert objects(content) == objects(raw(full()))


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"7", b"\xff", b'{"Event": {}}', b'{"Event": {"info": "a", "uuid": "../../a"}}',
     b'{"Event":' * 100 + b"1" + b"}" * 100],
)  # fmt: skip
def test_what_is_no_event_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(InputError):
        misp.read(content)


@pytest.mark.parametrize(
    "value",
    [None, True, -1, "x", 10**30, "1e999", [], {}, "NaN", "9" * 5_000, "9999-12-31T23:59:59-14:00"],
)  # fmt: skip
@pytest.mark.parametrize(
    "name", ["timestamp", "date", "distribution", "Tag", "Orgc", "published", "info", "first_seen", "last_seen"]
)
def test_whatever_a_field_holds_the_event_is_read_or_refused(name: str, value: Any) -> None:
    made = json.loads(raw(full()))
    made["Event"][name] = value
    made["Event"]["Attribute"][0][name] = value
    assert objects(json.dumps(made).encode())


def test_stix_is_none_of_misp() -> None:
    assert not misp.is_misp(misp.read(raw(full())).bundle)
    assert not misp.is_misp(b'{"type": "indicator", "uuid": 1, "info": 2}')
    assert not misp.is_misp(b"not json")


@pytest.mark.parametrize("changed", ["event", "object"])
def test_a_thing_changes_with_what_is_around_it(changed: str) -> None:
    made = json.loads(raw(full()))
    around = made["Event"] if changed == "event" else made["Event"]["Object"][0]
    around |= {"timestamp": str(int(WHEN.timestamp()) + 60), "distribution": "0"}
    found = objects(json.dumps(made).encode())
    later = stix.timestamp(WHEN + timedelta(minutes=1))
    assert found[f"indicator--{ONE}000000000012"]["modified"] == later
    kinds = {one["type"] for one in found.values() if one.get("modified") == later}
    assert changed == "object" or {"sighting", "opinion", "attack-pattern", "relationship", "indicator"} <= kinds


CLUSTER = 'misp-galaxy:threat-actor="Ours alone (fictional)"'
CLOSED: dict[str, Any] = {"uuid": UUID, "name": "Ours", "content": "Whom we protect.", "distribution": "0"}


def test_what_is_not_to_leave_an_instance_does_not() -> None:
    made = json.loads(raw(full()))
    inside = made["Event"]
    inside["Tag"] += [
        {"name": "ours:source", "local": 1},
        {"name": "ours:case", "exportable": False},
        {"name": CLUSTER},
    ]
    inside["Attribute"][0]["Tag"] = [{"name": "ours:desk", "local": True}]
    inside["Attribute"][0]["Note"] = [{"note": "ours to know", "distribution": "0"}]
    inside["Galaxy"] = [{"GalaxyCluster": [{"tag_name": CLUSTER, "distribution": "0"}]}]
    inside |= {"EventReport": [CLOSED], "Note": [{"note": "ours to know"}], "Opinion": [{"comment": "ours to know"}],
               "Relationship": [{"comment": "ours to know"}], "SharingGroup": {"name": "ours to know"},
               "CryptographicKey": [{"key_data": "ours to know"}], "something": "ours to know"}  # fmt: skip
    read = misp.read(json.dumps(made).encode())
    told = read.bundle.decode()
    assert not [word for word in ("ours:", "ours to know", "Ours alone", "Whom we protect") if word in told]
    assert dict(read.left_out) == {"Tag": 4, "EventReport": 1, "Note": 2, "Opinion": 1, "Relationship": 1,
                                   "SharingGroup": 1, "CryptographicKey": 1, "?": 1}  # fmt: skip


def test_a_report_that_goes_as_far_as_its_event_stays_with_it() -> None:
    made = json.loads(raw(full()))
    made["Event"]["EventReport"] = [{**CLOSED, "distribution": "5"}, {**CLOSED, "name": "Open", "distribution": "3"}]
    kept = objects(json.dumps(made).encode())[f"grouping--{UUID}"]["x_misp"]["EventReport"]
    assert [one["name"] for one in kept] == ["Ours", "Open"]


def test_who_saw_it_is_named_as_far_as_what_was_seen_goes() -> None:
    found = objects(raw(full()))
    (seen,) = [one for one in found.values() if one["type"] == "sighting"]
    read = stix.read(misp.read(raw(full())).bundle).objects
    (who,) = [one.known for one in read if one.known.id == seen["where_sighted_refs"][0]]
    assert stix.label_of(who) is Tlp.AMBER


@pytest.mark.parametrize("end", ["9999-12-31", "9999-12-31T23:59:59-14:00", "9998-12-31T00:00:00Z"])
def test_a_time_at_the_end_of_all_years_is_read(end: str) -> None:
    made = event("tlp:green")
    attribute(made, "domain", "a.evil.test", 1, to_ids=True)
    content = json.loads(raw(made))
    content["Event"]["Attribute"][0] |= {"first_seen": "2026-01-01", "last_seen": end}
    found = objects(json.dumps(content).encode())[f"indicator--{ONE}000000000001"]
    assert found["valid_until"].startswith("9999-12-31")


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_attributes_with_one_uuid_the_stricter_counts_and_that_which_is_deleted(first: int) -> None:
    made = json.loads(raw(full()))
    one = made["Event"]["Attribute"][0]
    twins = [one, {**one, "Tag": [{"name": "tlp:red"}], "deleted": True}]
    made["Event"]["Attribute"] = [twins[first], twins[1 - first]]
    read = misp.read(json.dumps(made).encode())
    assert read.left_out == (("Attribute", 1),)
    (found,) = [kept for kept in stix.read(read.bundle).objects if kept.known.id.endswith(one["uuid"])]
    assert stix.label_of(found.known) is Tlp.RED
    assert found.properties["revoked"] is True
