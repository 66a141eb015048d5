"""What stands in `x_misp` is somebody's word: it is written only where it is what MISP has there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.fixtures.misp import UUID, full, raw
from tests.unit.formats.misp.test_writing import WHEN, attributes, grouping, indicator, write

from tocsin.formats import misp
from tocsin.formats.stix.markings import TLP_2
from tocsin.model.people import Tlp

NINE = "00000000-0000-4000-8000-000000000009"
ODD: list[Any] = [5, "high", [1], {"a": 1}, None, True, "9" * 5_000, [[1]]]


def ours(kind: str, **properties: Any) -> dict[str, Any]:
    return {"type": kind, "id": f"{kind}--{NINE}", "spec_version": "2.1", "object_marking_refs": [TLP_2[Tlp.GREEN]],
            **properties}  # fmt: skip


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    "name", ["threat_level_id", "analysis", "extends_uuid", "publish_timestamp", "EventReport", "Sighting", "relations",
             "type", "value", "first_seen", "uuid"]
)  # fmt: skip
def test_what_does_not_fit_keeps_nothing_from_being_written(name: str, odd: Any) -> None:
    times = {"created": WHEN, "modified": WHEN}
    one, held = indicator(1, x_misp={name: odd}), ours("x-misp-object", **times, x_misp={name: odd})
    other = {**ours("x-misp-attribute", **times, x_misp={"type": "text", "value": "a", name: odd})}
    written = write(one, held, other, grouping(one["id"], held["id"], other["id"], x_misp={name: odd}))
    assert attributes(written)["01"]["value"] == "n1.evil.test"
    assert misp.hashes(written.events)
    assert misp.manifest(written.events)
    assert misp.read(written.events[0].body)


@pytest.mark.parametrize("kind", ["x-misp-object", "x-misp-attribute"])
@pytest.mark.parametrize(
    "broken", [{}, {"created": WHEN, "modified": WHEN, "object_refs": 5},
               {"created": WHEN, "modified": WHEN, "object_refs": [5, [1]]}]
)  # fmt: skip
def test_a_broken_object_is_left_out_and_counted(kind: str, broken: dict[str, Any]) -> None:
    one, held = indicator(1), ours(kind, **broken)
    for objects in ((one, held), (one, held, grouping(one["id"], held["id"]))):
        written = write(*objects)
        assert written.left_out == ((kind, 1),)
        assert attributes(written)["01"]["value"] == "n1.evil.test"


def test_what_a_server_decides_by_is_not_taken_from_others() -> None:
    theirs = {"Org": {"name": "zz"}, "org_id": "1", "sharing_group_id": "7", "event_creator_email": "a@misp.test",
              "locked": True, "protected": "1", "CryptographicKey": [1], "made up": 1}  # fmt: skip
    one = indicator(1, x_misp={"id": "5", "event_id": "99", "sharing_group_id": "4"})
    written = write(one, grouping(one["id"], x_misp=theirs))
    told = json.dumps(written.events[0].content)
    assert not [name for name in (*theirs, "event_id") if f'"{name}"' in told]
    assert dict(written.left_out)["x_misp sharing_group_id"] == 2
    assert dict(written.left_out)["x_misp ?"] == 3


def test_all_that_misp_has_there_fits() -> None:
    read = misp.read(raw(full()))
    assert read.left_out == ()
    assert UUID in read.bundle.decode()
