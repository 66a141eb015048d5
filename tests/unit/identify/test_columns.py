from __future__ import annotations

import polars as pl

from tocsin.identify.columns import SCHEMA, any_of, because, did, frame_of, in_order, told, words
from tocsin.identify.stories import event, failure
from tocsin.model.activity import Act, Activity, Reason, each_once


def test_a_frame_has_the_fields_of_an_activity() -> None:
    assert frame_of([]).schema == frame_of([event()]).schema == SCHEMA
    assert tuple(SCHEMA) == Activity.__struct_fields__


def test_the_same_line_twice_is_one_event() -> None:
    events = [
        event(minute=2, id="b"),
        event(minute=1, id="a"),
        event(minute=1, id="a"),
        event(minute=1, id="a", provider="q"),
    ]
    assert in_order(frame_of(events)).select("provider", "id").rows() == [
        ("example", "a"),
        ("q", "a"),
        ("example", "b"),
    ]


def test_a_line_that_was_written_again_with_other_content_is_another() -> None:
    first, again = event(id="a", digest="d1"), failure(id="a", digest="d2", reason=Reason.POLICY)
    copies = [event(id="a", digest=digest, file=file) for digest, file in (("d1", "z"), ("d3", "a"))]
    for lines in ([first, again, *copies], [*copies, again, first]):
        assert in_order(frame_of(lines)).select("digest", "file").rows() == [("d1", ""), ("d2", "")]
        assert each_once(lines) == [first, again]


def test_lists_of_text_are_made_as_they_are() -> None:
    events = [event(scopes=scopes) for scopes in ((), ("a", "b"), (), ("c",), ("",))]
    assert frame_of(events).get_column("scopes").to_list() == [[], ["a", "b"], [], ["c"], [""]]
    assert frame_of([event(scopes=())]).get_column("scopes").to_list() == [[]]


def test_a_line_in_which_a_rule_finds_something_else_is_another() -> None:
    frame = frame_of([event(id="a", file=file) for file in "xyz"]).with_columns(pl.Series("raw.a", ["1", "2", "1"]))
    assert in_order(frame).get_column("raw.a").to_list() == ["1", "2"]


def test_expressions() -> None:
    frame = frame_of(
        [
            event(Act.SIGN_IN, ip="192.0.2.1", detail="Set-Mailbox"),
            failure(Act.TOKEN, reason=Reason.POLICY, password_right=None),
        ]
    )
    for expression, wanted in [
        (did(Act.SIGN_IN, Act.CONSENT), [True, False]),
        (because(Reason.POLICY), [False, True]),
        (told("ip", "person"), [True, False]),
        (words("detail", "mailbox", "rule"), [True, False]),
        (any_of(pl.col("password_right"), did(Act.TOKEN)), [False, True]),
    ]:
        assert frame.select(expression.alias("x")).to_series().to_list() == wanted
