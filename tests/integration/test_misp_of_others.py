"""misp-stix, MISP's own converter, is asked the same: what we write of a bundle, and what we read of an event."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.fixtures.misp import attribute, event, full, raw
from tests.fixtures.misp_stix import to_misp, to_stix
from tests.unit.formats.misp.test_writing import grouping, indicator

from tocsin.formats import misp, stix
from tocsin.formats.misp.kinds import kind_and_value, language_and_pattern

GOLDEN = Path(__file__).parents[1] / "golden" / "bundle.stix.json"
VALUES = {
    "domain": "a.evil.test", "url": "https://a.evil.test/b?c", "email-src": "press@evil.test",
    "email-subject": "It's on", "filename": "a.docm", "mutex": "a",
    "md5": "ab" * 16, "sha1": "ab" * 20, "sha256": "ab" * 32, "sha512": "ab" * 64,
}  # fmt: skip
"""Types whose patterns are the same in both, each with a value."""


def bundle(*objects: dict[str, Any]) -> bytes:
    return json.dumps({"type": "bundle", "id": f"bundle--{grouping()['id'][10:]}", "objects": objects}).encode()


def ours_of(content: bytes) -> dict[str, Any]:
    (found,) = misp.write(stix.read(content).objects).events
    made: dict[str, Any] = found.content["Event"]
    return made


def told(one: Any) -> tuple[Any, ...]:
    return tuple(one.get(name, "") for name in ("uuid", "type", "value", "to_ids", "category", "comment"))


def test_of_our_own_bundle_they_make_the_event_that_we_make() -> None:
    content = GOLDEN.read_bytes()
    ((theirs, errors),) = to_misp([content])
    ours = ours_of(content)
    assert errors == 0
    assert (theirs["uuid"], theirs["info"]) == (ours["uuid"], ours["info"])
    assert {told(one) for one in theirs["Attribute"]} == {told(one) for one in ours["Attribute"]}
    assert {tag["name"] for tag in ours["Tag"]} <= {tag["name"] for tag in theirs["Tag"]}
    for one in ours["Attribute"]:
        (same,) = [found for found in theirs["Attribute"] if found["uuid"] == one["uuid"]]
        assert same["first_seen"][:19] == one["first_seen"][:19]
        # An end is `last_seen` there. Here it is a sighting of the type 2, for to have been seen last is no end.
        assert int(datetime.fromisoformat(same["last_seen"]).timestamp()) == int(one["Sighting"][0]["date_sighting"])


def test_a_pattern_of_one_thing_becomes_the_same_attribute() -> None:
    patterns = {kind: language_and_pattern(kind, value)[1] for kind, value in VALUES.items()}
    several = [indicator(number, pattern=pattern) for number, pattern in enumerate(patterns.values())]
    for (kind, pattern), (theirs, errors) in zip(
        patterns.items(), to_misp([bundle(one, grouping(one["id"])) for one in several]), strict=True
    ):
        (found,) = theirs["Attribute"]
        assert (found["type"], found["value"], found["to_ids"], errors) == (kind, VALUES[kind], True, 0)
        assert kind_and_value("stix", pattern) == (kind, VALUES[kind])


def test_an_attribute_becomes_the_same_pattern() -> None:
    contents = []
    for number, (kind, value) in enumerate(VALUES.items()):
        made = event("tlp:green")
        attribute(made, kind, value, number, to_ids=True)
        contents.append(raw(made))
    for content, (theirs, errors) in zip(contents, to_stix(contents), strict=True):
        ours = {one["id"]: one for one in misp.read(content).objects}
        (name,) = [name for name in theirs if name.startswith("indicator--")]
        assert ours[name]["pattern"] == theirs[name]["pattern"]
        assert ours[name]["modified"][:19] == theirs[name]["modified"][:19]
        assert errors == 0


def test_what_is_for_detection_there_is_for_detection_here() -> None:
    ((found, errors),) = to_stix([raw(full())])
    read = misp.read(raw(full())).objects
    ours = {one["id"][-2:] for one in read if one["type"] == "indicator" and not one.get("revoked")}
    theirs = {name[-2:] for name in found if name.startswith("indicator--00000000-0000-4000-8")}
    # It takes a deleted attribute (10) for one that is there, and loses one with two bars in its value (3). Of a type
    # that STIX has no pattern for (8) it makes a custom object, and of an object's digest (12) the object's indicator.
    assert errors == 1
    assert theirs == {"01", "02", "04", "05", "06", "10", "11"}
    assert ours == theirs - {"10"} | {"03", "08", "12"}


def test_our_event_by_them_to_stix_and_by_us_back_has_the_same_attributes() -> None:
    before = ours_of(GOLDEN.read_bytes())
    ((theirs, errors),) = to_stix([json.dumps({"Event": before}).encode()])
    seen = ("observed-data", "domain-name", "file")  # they tell each attribute twice, the second time as seen
    again = ours_of(bundle(*[one for one in theirs.values() if one["type"] not in seen]))
    assert errors == 0
    assert again["uuid"] == before["uuid"]
    assert {(one["uuid"], one["type"], one["value"]) for one in again["Attribute"]} == {
        (one["uuid"], one["type"], one["value"]) for one in before["Attribute"]
    }
