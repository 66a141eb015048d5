from __future__ import annotations

import json
from typing import Any

import pytest

from tocsin.identify.columns import frame_of, in_order
from tocsin.identify.detector import Detector
from tocsin.identify.sigma.rules import read
from tocsin.identify.stories import event
from tocsin.model.activity import Act
from tocsin.scan.spool import with_values

RULE = """title: T
id: 11111111-1111-4111-8111-111111111111
logsource: {{category: any}}
detection:
  s:
{}
  condition: {}
"""


def matches(selection: str, *records: dict[str, Any], condition: str = "s") -> list[bool]:
    own = read({"rules.yml": RULE.format("\n".join(f"    {line}" for line in selection.split("\n")), condition)})
    assert not own.problems, own.problems
    activities = [event(Act.OTHER, minute=number, id=str(number)) for number in range(len(records))]
    values = [own.fields.of_json(json.dumps(record).encode()) for record in records]
    frame = with_values(frame_of(activities), own.fields.columns, values)
    detector = Detector(own.detections)
    ids = {ref.id for alert in (*detector.step(in_order(frame)), *detector.pending()) for ref in alert.events}
    return [str(number) in ids for number in range(len(records))]


@pytest.mark.parametrize(
    ("selection", "yes", "no"),
    [
        ("a: Foo", {"a": "fOO"}, {"a": "foo2"}),
        ("a: 'f*o'", {"a": "fxxo"}, {"a": "fxx"}),
        ("a: 'f?o'", {"a": "fxo"}, {"a": "fxxo"}),
        ("a|contains: '.o('", {"a": "x.O(x"}, {"a": "xo(x"}),
        ("a|startswith: fo", {"a": "FOx"}, {"a": "xfo"}),
        ("a|endswith: fo", {"a": "xFO"}, {"a": "fox"}),
        ("a|contains|all: [x, y]", {"a": "y-x"}, {"a": "x"}),
        ("a: [x, y]", {"a": "Y"}, {"a": "z"}),
        ("a|re: '^x[0-9]+$'", {"a": "x12"}, {"a": "X12"}),
        ("a|re|i: '^x[0-9]+$'", {"a": "X12"}, {"a": "ax12"}),
        ("a|cased: Foo", {"a": "Foo"}, {"a": "foo"}),
        ("a|cidr: 10.0.0.0/8", {"a": "10.9.8.7"}, {"a": "110.0.0.1"}),
        ("a|cidr: 192.0.2.128/25", {"a": "192.0.2.200"}, {"a": "192.0.2.7"}),
        ("a|gte: 5", {"a": 5}, {"a": 4}),
        ("a|lt: 5", {"a": "4.5"}, {"a": 5}),
        ("a: 5", {"a": 5}, {"a": 55}),
        ("a: true", {"a": True}, {"a": False}),
        ("a: null", {"b": 1}, {"a": "x"}),
        ("a|exists: true", {"a": ""}, {"b": 1}),
        ("a: ''", {"a": ""}, {"a": "x"}),
        ("a.b: x", {"a": {"b": "x"}}, {"a": {"c": "x"}}),
        ("a.b: x", {"a.b": "x"}, {"a.c": "x"}),
        ("a.b: x", {"a": [{"b": "y"}, {"b": "x"}]}, {"a": [{"b": "y"}]}),
        ("a: x", {"a": ["y", "x"]}, {"a": ["y", "xx"]}),
        ("a|fieldref: b", {"a": "x", "b": "X"}, {"a": "x", "b": "y"}),
        ("'a': x\n'b': y", {"a": "x", "b": "y"}, {"a": "x"}),
    ],
)
def test_a_condition_means_what_the_specification_says(selection: str, yes: dict[str, Any], no: dict[str, Any]) -> None:
    assert matches(selection, yes, no) == [True, False]


def test_not_holds_where_the_field_is_missing() -> None:
    assert matches("a: x", {"a": "x"}, {"b": 1}, {"a": "y"}, condition="not s") == [False, True, True]


def test_words_are_looked_for_in_the_whole_line() -> None:
    assert matches("- Evil\n- 'ba*d'", {"x": {"y": "so EVIL"}}, {"z": "baad"}, {"z": "good"}) == [True, True, False]


def test_what_cannot_be_used_is_told_and_the_rest_is_used() -> None:
    good = RULE.format("    a: x", "s")
    bad = RULE.format("    a|re: '(?=x)'", "s").replace("1111-4111", "2222-4111").replace("title: T", "title: Look")
    windows = good.replace("{category: any}", "{product: windows}").replace("title: T", "title: Other")
    own = read({"a.yml": good, "b.yml": bad, "c.yml": windows, "d.yml": "not: [yaml", "e.yml": "title: x"})
    assert list(own.detections) == ["sigma:11111111-1111-4111-8111-111111111111"]
    said = [str(problem) for problem in own.problems]
    assert len(said) >= 4
    assert any("b.yml" in text and "(?=" in text for text in said)
    assert any("logsource windows" in text for text in said)


def test_a_rule_is_only_for_the_logs_it_names() -> None:
    own = read({"a": RULE.format("    a: x", "s").replace("{category: any}", "{product: okta}")})
    frame = with_values(
        frame_of([event(id="1", provider="okta"), event(minute=1, id="2", provider="entra")]),
        own.fields.columns,
        [("x",), ("x",)],
    )
    detector = Detector(own.detections)
    assert [ref.id for alert in (*detector.step(frame), *detector.pending()) for ref in alert.events] == ["1"]


CORRELATION = """
title: Base
name: base
logsource: {category: any}
detection: {s: {a: x}, condition: s}
---
title: Second
name: second
logsource: {category: any}
detection: {s: {a: y}, condition: s}
---
title: Counted
correlation:
  type: %s
  rules: [base%s]
  group-by: [k]
  timespan: 10m
  %s
"""


@pytest.mark.parametrize(
    ("kind", "more", "condition", "records", "count"),
    [
        ("event_count", "", "condition: {gte: 2}", "x1 x1", 2),
        ("event_count", "", "condition: {gt: 2}", "x1 x1", 0),
        ("event_count", "", "condition: {gte: 2}", "x1 x2", 0),
        ("value_count", "", "condition: {gte: 2, field: v}", "x1 x1", 2),
        ("temporal", ", second", "", "y1 x1", 2),
        ("temporal_ordered", ", second", "", "y1 x1", 0),
        ("temporal_ordered", ", second", "", "x1 y1", 1),
    ],
)
def test_correlation_rules_count_and_order(kind: str, more: str, condition: str, records: str, count: int) -> None:
    own = read({"c": CORRELATION % (kind, more, condition)})
    assert not own.problems
    assert "sigma:Base" not in own.detections, "rules that others build on make no alerts of their own"
    own.detections.pop("sigma:Second", None)
    activities = [event(minute=n, id=str(n)) for n in range(2)]
    rows = [json.dumps({"a": one[0], "k": one[1], "v": n}).encode() for n, one in enumerate(records.split())]
    frame = with_values(frame_of(activities), own.fields.columns, [own.fields.of_json(row) for row in rows])
    detector = Detector(own.detections)
    assert sum(alert.count for alert in (*detector.step(frame), *detector.pending())) == count


def test_what_a_correlation_cannot_do_is_told() -> None:
    own = read({"c": CORRELATION % ("event_count", "", "condition: {lt: 2}")})
    assert any("event_count lt" in str(problem) for problem in own.problems)
