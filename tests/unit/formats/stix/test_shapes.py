"""What is around objects."""

from __future__ import annotations

import json

import pytest
from tests.ends import ends
from tests.fixtures.stix_objects import made

from tocsin.formats import stix
from tocsin.formats.stix.shapes import apart, crowded, depth
from tocsin.model.error import InputError

ONE, OTHER = json.dumps(made("identity")).encode(), json.dumps(made("tool")).encode()


def test_bundle_envelope_list_object_and_lines_hold_the_same_objects() -> None:
    both = b"[" + ONE + b", " + OTHER + b"]"
    for text in (
        b'{"type": "bundle", "id": "bundle--0", "objects": ' + both + b"}",
        b'{"more": true, "next": "x", "objects": ' + both + b"}",
        both,
        ONE + b"\n" + OTHER,
        ONE + b"\r\n\r\n" + OTHER + b"\n",
    ):
        assert [json.loads(bytes(one)) for one in apart(text.strip())[1]] == [made("identity"), made("tool")]
    assert [bytes(one) for one in apart(ONE)[1]] == [ONE]


def test_an_empty_bundle_and_an_empty_envelope_hold_nothing() -> None:
    assert apart(b'{"type": "bundle", "id": "b"}') == ({"type": "bundle", "id": "b"}, [])
    assert apart(b"{}") == ({}, [])


def test_lines_are_written_as_lines_and_an_envelope_as_an_envelope() -> None:
    assert [json.loads(line) for line in stix.write(stix.read(ONE + b"\n" + OTHER)).splitlines()] == [
        made("identity"),
        made("tool"),
    ]
    envelope = b'{"objects":[' + ONE + b'],"more":false}'
    assert json.loads(stix.write(stix.read(envelope))) == json.loads(envelope)
    assert json.loads(stix.write(stix.read(b'{"objects":[]}'))) == {"objects": []}


def test_a_mark_at_the_front_is_no_part_of_it() -> None:
    assert len(stix.read(b"\xef\xbb\xbf" + ONE).objects) == 1


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"no JSON",
        b'{"type": "bundle"',
        b"\xff\xfe",
        b"3",
        b'{"type":"bundle","objects":3}',
        b"a\nb",
        b'{"objects": [' * 3_000,
    ],
)
def test_what_is_none_of_these_is_refused(text: bytes) -> None:
    with pytest.raises(InputError):
        stix.read(text)


def test_an_object_that_is_deeper_than_a_decoder_goes_is_left_out_alone() -> None:
    deep = b'{"type": "x-a", "id": "x-a--0", "x": ' + b"[" * 9_000 + b"]" * 9_000 + b', "y": "]}\\"]"}'
    for text in (
        b'{"a": {"objects": []}, "objects" : [' + ONE + b"," + deep + b"," + OTHER + b'], "z": 1}',
        b"[" + ONE + b"," + deep + b"," + OTHER + b"]",
        ONE + b"\n" + deep + b"\n" + OTHER,
        deep + b"\n" + ONE + b"\n" + OTHER,
    ):
        found = stix.read(text)
        assert len(found.objects) == 2
        assert [(one.id, one.fault) for one in found.refused] == [("x-a--0", stix.Fault.TOO_DEEP)]
    assert [one.fault for one in stix.read(deep).refused] == [stix.Fault.TOO_DEEP]


def test_depth_counts_no_bracket_within_a_text() -> None:
    assert depth(b'{"a": "[[[\\"[", "b": [{"c": []}]}') == 4
    assert depth(b'"' + b'\\"[' * 100_000) == 0


@pytest.mark.parametrize(
    "text", [b'"' + b'\\"' * 500_000, b'["' + b'\\"' * 500_000, b"[" * 1_000_000, b'{"objects":[' + b'"\\' * 500_000]
)
def test_hostile_text_takes_time_in_proportion(text: bytes) -> None:
    with ends(), pytest.raises(InputError):
        stix.read(text)


@pytest.mark.parametrize(
    ("text", "is_crowded"),
    [
        (b'{"objects":[1,2,3]}', False),
        (b'{"objects":[1,2,3,4]}', True),
        (b"[[1,2,3],[1,2,3],[1,2,3]]", False),
        (b"[0,1,2,3", True),
        (b'{"a":[[["objects":[0,1,2,3]]]}', True),
        (b'{"a":1,"b":1,"c":1,"d":1}', True),
        (b'["' + b"," * 90 + b'"]', False),
        (b'{"objects":[1,2,3,4],"a":"' + b" " * 90 + b'"}', False),
        (b",]]]" * 4, True),
        (b"[," * 300, True),
    ],
)
def test_what_has_far_too_many_elements_is_told_without_holding_them(text: bytes, is_crowded: bool) -> None:
    assert crowded(text, 3) == is_crowded
