"""What holds of every log, however broken: nothing raises, and every line is accounted for."""

from __future__ import annotations

import io
import json
import os
from datetime import UTC, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.account_lines import JSON, TEXT

from tocsin.formats.container import OpenFile
from tocsin.model.activity import Activity, BadField, Coverage, Unreadable
from tocsin.model.limits import Limits
from tocsin.scan.activities import Found, read
from tocsin.scan.originals import original

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
many = settings(max_examples=20_000 if LONG else 150, deadline=None)
LINES = [json.dumps(record).encode() for record in JSON.values()] + [text.encode() for text in TEXT.values()]
AS_OF = datetime(2026, 11, 1, tzinfo=UTC)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def scanned(octets: bytes, limits: Limits = Limits()) -> list[Found]:
    file = OpenFile("log", io.BytesIO(octets), octets[: 1 << 15])
    items = list(read([file], as_of=AS_OF, limits=limits))
    assert "reader-failed" not in [one.code for one in items if isinstance(one, Unreadable)]
    return items


def accounted(items: list[Found]) -> set[int]:
    return {one.offset for one in items if isinstance(one, Activity | Unreadable)}


@st.composite
def broken_lines(draw: st.DrawFn) -> bytes:
    """A line of a provider, cut, or with some bytes of it replaced; never empty, never with an end of line in it."""
    octets = bytearray(draw(st.sampled_from(LINES)))
    del octets[draw(st.integers(1, len(octets))) :]
    for _ in range(draw(st.integers(0, 4))):
        octets[draw(st.integers(0, len(octets) - 1))] = draw(st.integers(33, 255))
    return bytes(octets)


@st.composite
def changed_records(draw: st.DrawFn) -> dict[str, Any]:
    """A record of a provider with some of its fields replaced, at any depth."""
    record = json.loads(json.dumps(draw(st.sampled_from(list(JSON.values())))))
    for _ in range(draw(st.integers(1, 4))):
        at = record
        while isinstance(at, dict) and at:
            key = draw(st.sampled_from(sorted(at)))
            if isinstance(at[key], dict) and draw(st.booleans()):
                at = at[key]
                continue
            if draw(st.booleans()):
                at[key] = draw(values)
            else:
                del at[key]
            break
    return dict(record)


@many
@given(st.lists(broken_lines(), min_size=1, max_size=8))
def test_every_line_is_an_activity_or_told(lines: list[bytes]) -> None:
    octets = LINES[0] + b"\n" + b"\n".join(lines)
    starts, at = [], 0
    for line in octets.split(b"\n"):
        if line.strip():
            starts.append(at)
        at += len(line) + 1
    assert accounted(scanned(octets)) >= set(starts)


@st.composite
def changed_texts(draw: st.DrawFn) -> dict[str, Any]:
    """A rule that Outlook made, whose actions stand as JSON in a text, changed at any depth; or a hook of Okta."""
    if draw(st.booleans()):
        events = draw(st.lists(st.just(JSON["okta"]) | changed_records() | values, max_size=3))
        return {"eventId": "e", "eventType": "com.okta.event_hook", "data": {"events": events}}
    action = {"ActionType": draw(st.sampled_from(["Forward", "Redirect"]) | values), "Recipients": draw(values)}
    actions = draw(st.lists(st.just(action) | values, max_size=3) | st.just(action))
    pair = {"Name": "RuleActions", "Value": draw(st.just(json.dumps(actions)) | values)}
    return {**JSON["m365"], "Operation": "UpdateInboxRules", "OperationProperties": [pair]}


@many
@given(changed_records() | changed_texts())
def test_changed_fields_never_lose_a_line(record: dict[str, Any]) -> None:
    items = scanned(LINES[0] + b"\n" + json.dumps(record).encode())
    assert len(accounted(items)) == 2
    for one in items:
        assert isinstance(one, Activity | BadField | Unreadable | Coverage)
        if isinstance(one, Activity):
            assert one.time.tzinfo is UTC


@many
@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_without_an_error(octets: bytes) -> None:
    scanned(octets)
    scanned(b"[" + octets)
    scanned(b"a,b\n" + octets)


@many
@given(st.lists(st.sampled_from(LINES[: len(JSON)]), min_size=1, max_size=6), st.integers(0, 4000))
def test_an_array_cut_anywhere_gives_what_came_before(lines: list[bytes], cut: int) -> None:
    whole = b"[" + b",\n".join(lines) + b"]"
    octets = whole[: max(1, len(whole) - cut)]
    items = scanned(octets)
    found = [one for one in items if isinstance(one, Activity)]
    assert len(found) == sum(end <= len(octets) for end in ends(lines))
    assert (octets == whole) == (not any(isinstance(one, Unreadable) for one in items))


def ends(lines: list[bytes]) -> list[int]:
    at, found = 1, []
    for line in lines:
        found.append(at + len(line))
        at += len(line) + 2
    return found


@many
@given(st.lists(st.sampled_from(LINES), min_size=2, max_size=8), st.randoms())
def test_order_and_repetition_change_no_activity(lines: list[bytes], chance: Any) -> None:
    shuffled = [*lines, lines[0]]
    chance.shuffle(shuffled)
    once = {one.id: (one.time, one.act, one.person) for one in found_in(lines)}
    assert {one.id: (one.time, one.act, one.person) for one in found_in(shuffled)} == once


def found_in(lines: list[bytes]) -> list[Activity]:
    return [one for one in scanned(LINES[0] + b"\n" + b"\n".join(lines)) if isinstance(one, Activity)]


@many
@given(st.lists(broken_lines(), min_size=1, max_size=5))
def test_every_activity_leads_back_to_its_line(lines: list[bytes]) -> None:
    octets = LINES[0] + b"\n" + b"\n".join(lines)
    for one in scanned(octets):
        if isinstance(one, Activity):
            assert original([OpenFile("log", io.BytesIO(octets), octets[: 1 << 15])], one) in octets


@many
@given(st.lists(broken_lines(), min_size=1, max_size=5))
def test_a_low_limit_leaves_out_lines_and_says_so(lines: list[bytes]) -> None:
    octets = b"\n".join([LINES[0], *lines])
    items = scanned(octets, Limits(max_line_bytes=200))
    assert all(
        len(line) <= 200 or "too-long" in [one.code for one in items if isinstance(one, Unreadable)] for line in lines
    )
