from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import stix2
from jsonschema_rs import Draft202012Validator
from msgspec.structs import replace
from tests.unit.identify.outcome.made import AS_OF, EVIL, LOGS, clicked, covered, judged, line, read_mail, sign_in

from tocsin.formats.attack_flow import EXTENSION
from tocsin.identify.outcome.compare import whole
from tocsin.identify.outcome.flow import flow, nodes
from tocsin.model.activity import Act, Reason
from tocsin.model.people import Tlp

GOLDEN = Path(__file__).parents[3] / "golden" / "attack-flow.json"
_ID = r"^{}--[0-9a-f]{{8}}-[0-9a-f]{{4}}-5[0-9a-f]{{3}}-[89ab][0-9a-f]{{3}}-[0-9a-f]{{12}}$"


def _refs(*kinds: str) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": f"^({'|'.join(kinds)})--"}}


def _kind(kind: str, required: list[str], **properties: Any) -> dict[str, Any]:
    """What the language reference of Attack Flow 2.0 asks of one kind of object, in our own words."""
    return {
        "if": {"properties": {"type": {"const": kind}}},
        "then": {
            "required": ["type", "spec_version", "id", "created", "modified", "extensions", *required],
            "properties": {"id": {"pattern": _ID.format(kind)}, "spec_version": {"const": "2.1"}, **properties},
        },
    }


TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"}
NEXT = _refs("attack-action", "attack-operator", "attack-condition")
SCHEMA = {
    "type": "object",
    "required": ["type", "extensions"],
    "properties": {
        "type": {"enum": ["attack-flow", "attack-action", "attack-condition", "attack-operator", "attack-asset"]},
        "extensions": {
            "required": [EXTENSION],
            "properties": {
                EXTENSION: {"required": ["extension_type"], "properties": {"extension_type": {"const": "new-sdo"}}}
            },
        },
        "created": TIME, "modified": TIME,
    },
    "allOf": [
        _kind("attack-flow", ["name", "scope", "start_refs"], name={"type": "string"},
              scope={"enum": ["incident", "campaign", "threat-actor", "malware", "attack-tree", "other"]},
              start_refs=_refs("attack-action", "attack-condition")),
        _kind("attack-action", ["name"], name={"type": "string"}, technique_id={"type": "string"}, execution_start=TIME,
              effect_refs=NEXT),
        _kind("attack-condition", ["description"], description={"type": "string"}, on_true_refs=NEXT,
              on_false_refs=NEXT),
    ],
}  # fmt: skip
VALID = Draft202012Validator(SCHEMA)


def document() -> dict[str, Any]:
    lines = clicked(), sign_in(33, reason=Reason.FACTOR_DENIED, factor="push")
    return dict(json.loads(flow("Harbour (synthetic)", whole([judged(*lines)]), AS_OF, Tlp.GREEN)))


def through() -> dict[str, Any]:
    lines = [clicked(), sign_in(33, factor="sms"), line(Act.RULE_MADE, 40, "m365", ip=EVIL), read_mail(50, EVIL)]
    return dict(json.loads(flow("Mill (synthetic)", whole([judged(*lines)]), AS_OF, Tlp.GREEN)))


def of_extension(made: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in made["objects"] if one["type"].startswith("attack-") and one["type"] != "attack-pattern"]


def test_every_object_is_as_the_language_of_attack_flow_asks() -> None:
    for made in (document(), through()):
        for one in of_extension(made):
            assert not [str(error) for error in VALID.iter_errors(one)], one


def test_the_schema_notices_what_is_missing() -> None:
    for one in of_extension(document()):
        for name in ("extensions", "description" if one["type"] == "attack-condition" else "name"):
            assert not VALID.is_valid({key: value for key, value in one.items() if key != name})


def test_it_reads_as_stix() -> None:
    parsed = stix2.parse(json.dumps(document()), allow_custom=True)
    assert parsed.type == "bundle"
    definition = next(one for one in parsed.objects if one["type"] == "extension-definition")
    assert definition["id"] == EXTENSION


def test_there_is_one_flow_and_every_reference_leads_somewhere() -> None:
    for made in (document(), through()):
        objects = of_extension(made)
        ids = {one["id"] for one in made["objects"]}
        (head,) = [one for one in objects if one["type"] == "attack-flow"]
        refs = [
            *head["start_refs"],
            *(ref for one in objects for ref in one.get("effect_refs", one.get("on_true_refs", ()))),
        ]
        assert set(refs) <= ids
        assert len(refs) == len(objects) - 1, "each step is led to once"


def test_the_stop_is_the_last_step_and_names_its_control() -> None:
    *_, last = of_extension(document())
    assert last["type"] == "attack-condition"
    assert "stopped by the second factor being denied" in last["description"]
    assert [one["external_id"] for one in last["external_references"]] == ["D3-MFA"]
    assert "on_true_refs" not in last


def test_a_way_back_stands_beside_the_way_to_the_data() -> None:
    objects = {one.get("name"): one for one in of_extension(through())}
    assert set(objects["session"]["effect_refs"]) == {objects["persistence"]["id"], objects["data read"]["id"]}


def test_no_person_is_in_it() -> None:
    assert "noor" not in json.dumps(document())


def test_it_is_as_it_was_reviewed_and_the_same_each_time() -> None:
    lines = clicked(), sign_in(33, reason=Reason.FACTOR_DENIED, factor="push")
    raw = flow("Harbour (synthetic)", whole([judged(*lines)]), AS_OF, Tlp.GREEN)
    assert raw.decode() == GOLDEN.read_text("utf-8")


def test_where_nothing_is_known_the_first_stage_stands_as_a_condition() -> None:
    (only,) = nodes(judged(coverage=()).stages)
    assert not only.is_action
    assert "What would settle it" in only.description
    assert nodes(()) == []


def test_a_stop_that_is_stated_says_so() -> None:
    held = replace(covered(LOGS[:1])[0], stated=True)
    outcome = judged(
        clicked(), sign_in(33, reason=Reason.FACTOR_DENIED),
        coverage=[*covered(LOGS[:1], 0.1), *covered(LOGS[1:]), held],
    )  # fmt: skip
    (said,) = (one.description for one in nodes(outcome.stages) if "known until" in one.description)
    assert said.endswith("UTC, according to the export's stated period).")
