"""Whatever others write in STIX 2.1, what is read comes back, and ids tell things apart."""

from __future__ import annotations

import contextlib
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.stix_objects import OBSERVED, REQUIRED, made

from tocsin.formats import stix
from tocsin.formats.stix.grammar import parse_pattern
from tocsin.formats.stix.ids import canonical
from tocsin.formats.stix.pattern import PatternError, comparisons
from tocsin.model.error import InputError

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
LEAF = (
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False) | TEXT
)
JSON = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3), max_leaves=8
)
UNKNOWN = st.dictionaries(TEXT.map("x_{}".format), JSON, max_size=4)
KINDS = st.sampled_from(sorted([*REQUIRED, *OBSERVED]))
OBJECTS = st.builds(lambda kind, more: {**made(kind), **more}, KINDS, UNKNOWN)


def bundle(objects: Any, **around: Any) -> bytes:
    return json.dumps({"type": "bundle", "id": "bundle--0", "objects": objects, **around}).encode()


@given(st.lists(OBJECTS, max_size=4), UNKNOWN)
def test_what_is_read_comes_back(objects: list[dict[str, Any]], around: dict[str, Any]) -> None:
    raw = bundle(objects, **around)
    found = stix.read(raw)
    assert found.refused == ()
    assert canonical(json.loads(stix.write(found))) == canonical(json.loads(raw))
    assert stix.read(stix.write(found)) == found


@given(OBJECTS, st.data())
def test_a_broken_object_is_named_and_the_others_are_read(one: dict[str, Any], data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(one)))
    broken = {**one, name: data.draw(JSON)}
    found = stix.read(bundle([made("identity"), broken, made("tool")]))
    assert len(found.objects) + len(found.refused) == 3
    assert {made("identity")["id"], made("tool")["id"]} <= {kept.known.id for kept in found.objects}
    assert all(kept.properties in (made("identity"), broken, made("tool")) for kept in found.objects)


@given(st.binary(max_size=200), st.integers(0, 400), st.integers(0, 400))
def test_whatever_is_given_is_read_or_refused(junk: bytes, start: int, stop: int) -> None:
    raw = bundle([made("indicator"), made("sighting")])
    for text in (junk, raw[:start] + junk + raw[stop:]):
        try:
            stix.read(text)
        except InputError:
            continue


@given(st.dictionaries(TEXT, JSON, max_size=4))
def test_an_id_does_not_depend_on_the_order_of_properties(extension: dict[str, Any]) -> None:
    one = {"name": "a", "extensions": extension}
    other = {"extensions": dict(reversed(extension.items())), "size": 3, "name": "a"}
    assert stix.observable_id("file", one) == stix.observable_id("file", other)
    assert stix.observable_id("file", one) != stix.observable_id("file", {**one, "name": "b"})


@given(TEXT, TEXT)
def test_a_constant_is_read_as_it_was_quoted(one: str, other: str) -> None:
    found = comparisons(
        parse_pattern(f"[file:name = {stix.quoted(one)} OR file:{stix.quoted(other)} IN ({stix.quoted(one)})]")
    )
    first, second = found
    assert first.constants == second.constants == (one,)
    assert second.path.steps == (other,)


@given(st.text(st.sampled_from("[]()'\\:=.*,abANDOR NOTFLWEXIS019t-"), max_size=60))
def test_whatever_is_given_as_a_pattern_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(PatternError):
        assert list(comparisons(parse_pattern(text)))
