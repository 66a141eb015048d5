from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.formats import assessment
from tocsin.formats.assessment import read
from tocsin.model.assessment import Kind
from tocsin.model.error import InputError

EXAMPLES = Path(__file__).parents[3] / "examples" / "assessment"
TEXT = {"en": "the group Heron", "ar": "مجموعة هيرون"}


def written(**changed: Any) -> bytes:
    item = {"id": "a", "text": TEXT, "source": "s", "grade": "A1", "kind": "tool", "bears": {"heron": 1}}
    whole = {
        "question": "actor", "as_of": "2031-03-02T09:00:00Z", "hypotheses": [{"id": "heron", "text": TEXT}],
        "evidence": [item | changed.pop("item", {})],
    }  # fmt: skip
    return json.dumps(whole | changed).encode()


def test_json_and_toml_say_the_same() -> None:
    found = read(written(), "a.json")
    assert (found.evidence[0].kind, found.evidence[0].bears) == (Kind.TOOL, {"heron": 1})
    assert len(read((EXAMPLES / "harbour-2.toml").read_bytes(), "b.toml").evidence) == 6


def test_a_time_without_a_zone_is_in_utc() -> None:
    assert read(written(as_of="2031-03-02T09:00:00"), "a").as_of.tzinfo is UTC


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"{", b"\xff", b"[[x", written(question="x"), written(more=1), written(hypotheses=[]), written(unknown=1),
        written(item={"grade": "G1"}), written(item={"grade": "A7"}), written(item={"grade": "A1x"}),
        written(item={"bears": {"heron": 3}}), written(item={"bears": {"He ron": 1}}), written(item={"kind": "guess"}),
        written(item={"source": ""}), written(item={"id": "../x"}), written(item={"text": {"en": "only"}}),
        written(item={"text": {"en": "x", "fr": "y"}}), written(item={"text": {"en": "x", "ar": " "}}),
        written(item={"text": {"en": "x" * 2_001, "ar": "x"}}), b"{" + b'"a":{' * 100_000,
    ],
)  # fmt: skip
def test_what_is_not_as_it_should_be_is_told(raw: bytes) -> None:
    with pytest.raises(InputError):
        read(raw, "a.json")


def test_a_file_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assessment, "LARGEST", 10)
    with pytest.raises(InputError, match="too large"):
        read(written(), "a.json")


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_octets_are_an_assessment_or_told(raw: bytes) -> None:
    with suppress(InputError):
        read(raw, "a.json")


FIELDS = "question as_of hypotheses evidence dissents unknown synthetic resolved".split()
ANY = (
    st.none() | st.booleans() | st.floats() | st.text(max_size=4)
    | st.lists(st.dictionaries(st.text(max_size=4), st.integers()))
)  # fmt: skip


@given(st.sampled_from(FIELDS), ANY)
def test_any_field_may_be_anything(field: str, value: object) -> None:
    with suppress(InputError):
        read(written(**{field: value}), "a.json")
