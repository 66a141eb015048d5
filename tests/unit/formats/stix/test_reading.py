"""Objects of others, typed, checked and kept."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import msgspec
import pytest
import stix2
from stix2validator import ValidationOptions, validate_instance
from tests.fixtures.stix_objects import LATER, OBSERVED, REQUIRED, TIME, an_id, made

from tocsin.formats import stix
from tocsin.formats.stix.reading import TYPES
from tocsin.model.error import InputError


def bundle(*objects: Any, **properties: Any) -> bytes:
    return json.dumps({"type": "bundle", "id": an_id("bundle"), "objects": objects, **properties}).encode()


def refused(**properties: Any) -> tuple[str, str]:
    """How an object is refused, and where."""
    kind = properties.pop("kind", "indicator")
    found = stix.read(bundle(made(kind, **properties), made("identity")))
    assert [one.known.id for one in found.objects] == [an_id("identity")]
    (one,) = found.refused
    assert one.place == 0
    return one.fault.value, one.path


def test_every_type_of_the_standard_is_known() -> None:
    assert set(TYPES) == set(REQUIRED) | set(OBSERVED)


@pytest.mark.parametrize("kind", sorted([*REQUIRED, *OBSERVED]))
def test_an_object_of_each_type_is_read_as_that_type_and_by_other_libraries(kind: str) -> None:
    given = made(kind)
    (one,) = stix.read(bundle(given)).objects
    assert type(one.known) is TYPES[kind]
    assert stix.known_properties(one.known) == given == one.properties
    stix2.parse(given, allow_custom=False)
    if kind == "process":
        given["id"] = f"process--{UUID(int=0, version=4)}"  # nothing of a process says which one it is
    assert validate_instance(given, ValidationOptions(version="2.1")).is_valid


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in REQUIRED for name in REQUIRED[kind]])
def test_what_the_standard_requires_has_to_be_there(kind: str, name: str) -> None:
    found = stix.read(bundle(made(kind, **{name: None})))
    optional = {("extension-definition", "created_by_ref")}
    assert bool(found.refused) != ((kind, name) in optional)
    if found.refused:
        assert found.refused[0].fault is stix.Fault.MISSING
        if (kind, name) != ("indicator", "valid_from"):  # stix2 takes the time of reading for it
            with pytest.raises((stix2.exceptions.STIXError, ValueError)):
                stix2.parse(made(kind, **{name: None}))


def test_what_is_not_known_is_kept_in_its_order() -> None:
    given = made("indicator", x_score=0.5, x_long=2**70, x_ours={"b": [1, {"a": None}], "a": "ناقوس"}, name="n")
    unknown = {"type": "x-new", "id": an_id("x-new"), "z": 1, "a": 2}
    raw = bundle(given, unknown, x_of_the_bundle=[1])
    found = stix.read(raw)
    assert isinstance(found.objects[1].known, stix.Custom)
    assert found.around == {"type": "bundle", "id": an_id("bundle"), "x_of_the_bundle": [1]}
    assert json.loads(stix.write(found)) == json.loads(raw)
    assert [list(one.properties) for one in found.objects] == [list(given), list(unknown)]


def test_of_a_property_that_is_there_twice_the_last_is_read_and_only_that_is_written() -> None:
    raw = json.dumps(made("identity")).encode().replace(b'"name": ', b'"name": "First", "name": ')
    (one,) = stix.read(raw).objects
    assert isinstance(one.known, stix.Identity)
    assert one.known.name == REQUIRED["identity"]["name"]
    assert b"First" not in stix.write(stix.read(raw))


@pytest.mark.parametrize(
    "time",
    ["2026-03-01T08:00:00Z", "2026-03-01T08:00:00.1Z", "2026-03-01T08:00:00.123456789Z", "2024-02-29T23:59:59.999Z"],
)
def test_times_are_as_fine_as_somebody_measures_them(time: str) -> None:
    (one,) = stix.read(bundle(made("identity", created=time, modified=time))).objects
    assert one.properties["created"] == time


@pytest.mark.parametrize(
    "time",
    [
        "2026-03-01",
        "2026-03-01T08:00:00",
        "2026-03-01T08:00:00+00:00",
        "2026-03-01 08:00:00Z",
        "2026-02-29T08:00:00Z",
        "2100-02-29T08:00:00Z",
        "2026-04-31T08:00:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T08:60:00Z",
        "",
        "2026-03-01T08:00:00.Z",
        "٢٠٢٦-03-01T08:00:00Z",
        "2026-03-01T08:00:00Z\n",
        "0000-03-01T08:00:00Z",
        f"2026-03-01T08:00:00.{'1' * 99}Z",
    ],
)
def test_what_is_no_time_is_refused(time: str) -> None:
    assert refused(created=time) == ("time", "created")


def test_an_end_before_its_beginning_is_refused() -> None:
    assert refused(created=LATER) == ("before", "modified")
    assert refused(created="2026-03-01T08:00:00.5Z", modified="2026-03-01T08:00:00Z") == ("before", "modified")
    assert refused(valid_until=TIME) == ("before", "valid_until")
    assert refused(kind="campaign", first_seen=LATER, last_seen=TIME) == ("before", "last_seen")
    (one,) = stix.read(
        bundle(made("identity", created="2026-03-01T08:00:00.50Z", modified="2026-03-01T08:00:00.5Z"))
    ).objects
    assert one.known.id == an_id("identity")


@pytest.mark.parametrize(
    "identity",
    ["", "indicator", "indicator--1", an_id("malware"), an_id("indicator") + "\n", an_id("indicator").upper()],
)
def test_what_is_no_id_of_its_type_is_refused(identity: str) -> None:
    assert refused(id=identity) == ("id", "id")


def test_what_refers_to_another_type_than_it_may_is_refused() -> None:
    assert refused(created_by_ref=an_id("indicator")) == ("reference", "created_by_ref")
    assert refused(object_marking_refs=[an_id("identity")]) == ("reference", "object_marking_refs[0]")
    assert refused(kind="relationship", target_ref=an_id("sighting")) == ("reference", "target_ref")
    assert refused(kind="sighting", where_sighted_refs=[an_id("malware")]) == ("reference", "where_sighted_refs[0]")
    assert refused(kind="email-message", from_ref=an_id("url")) == ("reference", "from_ref")
    assert refused(kind="report", object_refs=["no id"]) == ("reference", "object_refs[0]")


def test_what_is_of_another_type_or_out_of_bounds_is_refused_with_its_place() -> None:
    assert refused(name=3) == ("value", "name")
    assert refused(confidence=101) == ("value", "confidence")
    assert refused(external_references=[{"source_name": "a", "url": 1}]) == ("value", "external_references[0].url")
    assert refused(external_references=[{}]) == ("missing", "external_references[0].source_name")
    assert refused(kind="opinion", opinion="perhaps") == ("value", "opinion")
    assert refused(kind="grouping", object_refs=[]) == ("value", "object_refs")
    assert refused(kind="location", latitude=3.0) == ("missing", "latitude")
    assert refused(kind="email-message", is_multipart=True, body="b") == ("one-of-two", "body")
    assert refused(kind="artifact", payload_bin=None) == ("one-of-two", "payload_bin")


def test_an_object_of_stix_2_0_is_named_as_such() -> None:
    assert refused(spec_version=None) == ("stix-2.0", "spec_version")
    assert refused(spec_version="2.0")[0] == "value"


@pytest.mark.parametrize(
    "junk", ["3", '"text"', "[]", "null", "{}", '{"type": 3}', '{"type": "indicator"}', '{"type":"x-a","id":"x-b--1"}']
)
def test_junk_among_objects_is_left_out_alone(junk: str) -> None:
    raw = bundle(made("identity"), "here").replace(b'"here"', junk.encode())
    found = stix.read(raw)
    assert len(found.objects) == len(found.refused) == 1
    assert found.refused[0].place == 1


@pytest.mark.parametrize(
    ("junk", "fault"),
    [
        (b'"\\ud800"', "not-json"),
        (b'"\xff"', "not-json"),
        (b"1e999", "value"),
        (b"{,}", "not-json"),
        (b"[" * 100 + b"]" * 100, "too-deep"),
        (b"[" * 5_000 + b"]" * 5_000, "too-deep"),
    ],
    ids=["half a character", "no UTF-8", "too large a number", "no JSON", "deep", "deeper than a decoder goes"],
)
def test_an_unknown_property_that_cannot_be_kept_leaves_its_object_out(junk: bytes, fault: str) -> None:
    raw = bundle(made("indicator", x_it="here"), made("identity"), x_after=1).replace(b'"here"', junk)
    found = stix.read(raw)
    assert [one.known.id for one in found.objects] == [an_id("identity")]
    assert [(one.id, one.fault.value) for one in found.refused] == [(an_id("indicator"), fault)]
    assert found.around is not None
    assert found.around["x_after"] == 1


def test_limits_are_kept() -> None:
    raw = bundle(made("indicator", x_it="a" * 2_000), made("identity"))
    with pytest.raises(InputError):
        stix.read(raw, stix.Limits(size=100))
    with pytest.raises(InputError):
        stix.read(raw, stix.Limits(objects=1))
    found = stix.read(raw, stix.Limits(object_size=1_000))
    assert [one.fault for one in found.refused] == [stix.Fault.TOO_LARGE]
    brackets = made("identity", x_it=["[{" * 99])
    assert stix.read(bundle(brackets)).objects[0].properties == brackets


def test_refused_objects_are_counted_where_there_are_too_many_to_name() -> None:
    found = stix.read(bundle(*([{}] * 1_500)))
    assert (len(found.refused), found.more) == (1_000, 500)


def test_a_change_keeps_all_else_and_has_to_be_an_object_still() -> None:
    (one,) = stix.read(bundle(made("indicator", x_ours={"a": 1}))).objects
    later = one.changed(modified=LATER, revoked=True)
    assert later.properties == {**one.properties, "modified": LATER, "revoked": True}
    assert isinstance(later.known, stix.Indicator)
    assert later.known.revoked is True
    with pytest.raises(InputError, match="before"):
        one.changed(modified="2020-01-01T00:00:00Z")


def test_what_is_written_by_us_is_read_as_the_same() -> None:
    who = stix.Identity(spec_version="2.1", id=an_id("identity"), created=TIME, modified=TIME, name="N")
    (one,) = stix.read(stix.encode([who])[1]).objects
    assert one.known == who
    with pytest.raises(ValueError, match="modified"):
        msgspec.structs.replace(who, created=LATER)
