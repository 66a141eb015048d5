"""Whatever an event of MISP holds: PyMISP's comes back through STIX, and no field breaks the reader."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pymisp import MISPEvent
from tests.fixtures.misp import WHEN, attribute, event, raw

from tocsin.common.tlp import strictest
from tocsin.formats import misp, stix
from tocsin.formats.misp.kinds import KINDS, LANGUAGES
from tocsin.model.error import InputError
from tocsin.model.people import Tlp

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")), min_size=1, max_size=30).map(
    str.strip
)
VALUES = (TEXT | st.sampled_from(["a|b", "192.0.2.7", "2001:db8::7|443", "it's \\ a"])).filter(bool)
KIND = st.sampled_from([*KINDS, *LANGUAGES, "text", "btc", "comment"]).filter(lambda kind: kind != "malware-sample")
LABEL = st.sampled_from([*Tlp, None])
LEAF = (
    st.none() | st.booleans() | st.integers(-(2**40), 2**70) | st.floats(allow_nan=False, allow_infinity=False) | TEXT
)
JSON = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3), max_leaves=6
)
ATTRIBUTES = st.tuples(KIND, VALUES, st.booleans(), st.booleans(), LABEL, TEXT)


@st.composite
def events(draw: st.DrawFn) -> MISPEvent:
    """As PyMISP builds them."""
    label = draw(LABEL)
    made = event(*([f"tlp:{label.value}"] if label else []))
    for number, (kind, value, detects, deleted, own, comment) in enumerate(draw(st.lists(ATTRIBUTES, max_size=5))):
        told = {"to_ids": detects, "comment": comment, "deleted": deleted}
        one = attribute(made, kind, value, number, **told)
        if own:
            one.add_tag(f"tlp:{own.value}")
    return made


@given(events())
def test_what_pymisp_writes_comes_back_and_pymisp_loads_it(made: MISPEvent) -> None:
    content = raw(made)
    read = stix.read(misp.read(content).bundle)
    assert not read.refused
    (found,) = misp.write(read.objects).events
    loaded = MISPEvent()
    loaded.load(json.loads(found.body))
    before = json.loads(content)["Event"].get("Attribute", [])
    names = ("uuid", "type", "value", "to_ids", "comment")
    assert [tuple(one.get(name) for name in (*names, "deleted")) for one in loaded.attributes] == [
        (*(one[name] for name in names), bool(one.get("deleted"))) for one in before
    ]
    assert loaded.uuid == made.uuid


@given(events())
def test_no_label_becomes_looser_in_either_direction(made: MISPEvent) -> None:
    content = json.loads(raw(made))["Event"]
    around = [Tlp(tag["name"][4:]) for tag in content.get("Tag", [])] or [Tlp.RED]
    read = stix.read(misp.read(json.dumps(content).encode()).bundle)
    labels = {one.known.id.partition("--")[2]: stix.label_of(one.known) for one in read.objects}
    (found,) = misp.write(read.objects).events
    again = stix.read(misp.read(found.body).bundle)
    returned = {one.known.id.partition("--")[2]: stix.label_of(one.known) for one in again.objects}
    for one in content.get("Attribute", []):
        own = [Tlp(tag["name"][4:]) for tag in one.get("Tag", [])]
        expected = strictest([*around, *own])
        # Of an event without a label an attribute's own is the only word on it.
        assert labels[one["uuid"]] is (strictest(own) if own and "Tag" not in content else expected)
        assert strictest([labels[one["uuid"]], returned[one["uuid"]]]) is returned[one["uuid"]]


@given(st.dictionaries(st.sampled_from(
    ["Attribute", "Object", "Tag", "Galaxy", "Orgc", "timestamp", "date", "distribution", "published", "info", "x"]
), JSON | st.lists(st.dictionaries(st.sampled_from(
    ["uuid", "type", "value", "to_ids", "Tag", "Sighting", "deleted", "first_seen", "timestamp", "comment", "Attribute"]
), JSON, max_size=6), max_size=3), max_size=6))  # fmt: skip
def test_whatever_an_event_holds_it_is_read_or_refused(fields: dict[str, Any]) -> None:
    content = {"uuid": "5f0b6b3e-3c1f-4c1e-9d0b-1d5a6f2f7a01", "info": "a", "timestamp": str(WHEN), **fields}
    try:
        read = misp.read(json.dumps({"Event": content}).encode())
    except InputError:
        return
    found = stix.read(read.bundle)
    assert not found.refused, found.refused
    misp.write(found.objects)
