from __future__ import annotations

import io
import json

import pytest

from tocsin.formats.carriers import Broken, Line, kind_of, records
from tocsin.model.limits import Limits


def found(octets: bytes, limits: Limits = Limits()) -> list[tuple[int, bytes | str]]:
    items = records(io.BytesIO(octets), octets[: 1 << 15], limits)
    return [(one.offset, one.raw if isinstance(one, Line) else one.code) for one in items]


def fields(octets: bytes) -> list[dict[str, str] | str | None]:
    items = records(io.BytesIO(octets), octets[: 1 << 15], Limits())
    return [one.fields if isinstance(one, Line) else one.code for one in items]


def test_lines_of_json_come_with_their_offsets() -> None:
    assert found(b'{"a":1}\n\n{"a":2}\r\n{"a":3}') == [(0, b'{"a":1}'), (9, b'{"a":2}'), (18, b'{"a":3}')]


def test_a_mark_at_the_beginning_counts_as_bytes_of_the_file() -> None:
    assert found(b'\xef\xbb\xbf{"a":1}\n{"a":2}\n') == [(3, b'{"a":1}'), (11, b'{"a":2}')]


@pytest.mark.parametrize(
    "opening", [b"[", b'{"value": [', b'{"@odata.context":"x","items":[', b'{"Records":\n[\n', b'{"response":[']
)
def test_the_records_of_an_array_are_found_whatever_stands_around_it(opening: bytes) -> None:
    octets = (
        opening + b'{"a": "}],{"}, {"b": [{"c": 1}], "d": {}}]' + (b"" if opening == b"[" else b', "nextLink": "x"}')
    )
    start = len(opening)
    assert found(octets) == [(start, b'{"a": "}],{"}'), (start + 15, b'{"b": [{"c": 1}], "d": {}}')]


def test_an_object_written_over_several_lines_is_one_record() -> None:
    octets = json.dumps({"a": {"b": [1, {"c": 2}]}}, indent=2).encode()
    assert found(octets + b"\n" + octets) == [(0, octets), (len(octets) + 1, octets)]


def test_the_events_of_one_google_activity_are_not_records_of_their_own() -> None:
    octets = json.dumps({"id": {"x": 1}, "events": [{"name": "a"}, {"name": "b"}]}, indent=1).encode()
    assert found(octets) == [(0, octets)]


def test_a_record_over_the_limit_is_told_and_the_next_one_read() -> None:
    limits = Limits(max_line_bytes=100)
    long = b'{"a":"' + b"x" * 3_000_000 + b'"}'
    assert found(b'{"a":1}\n' + long + b'\n{"a":2}\n', limits) == [
        (0, b'{"a":1}'),
        (8, "too-long"),
        (8 + len(long) + 1, b'{"a":2}'),
    ]
    assert [what for _, what in found(b'[{"a":1},' + long + b',{"a":2}]', limits)] == [
        b'{"a":1}',
        "too-long",
        b'{"a":2}',
    ]


def test_a_document_that_ends_early_says_so() -> None:
    assert found(b'[{"a":1},{"b":')[-1] == (9, "cut-off")
    assert found(b'[{"a":1}')[-1] == (8, "cut-off")


def test_a_text_that_a_line_ends_does_not_swallow_what_stands_behind_it() -> None:
    assert found(b'[{"a":"broken\n},\n{"b":1}]')[-1] == (17, b'{"b":1}')


def test_junk_between_records_is_told() -> None:
    assert found(b'[{"a":1}, oops, {"b":1}]') == [(1, b'{"a":1}'), (8, "not-json"), (16, b'{"b":1}')]


def test_a_depth_bomb_takes_no_stack() -> None:
    (only,) = found(b'[{"a":' * 1 + b"[" * 500_000)
    assert only[1] == "cut-off"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_is_read_with_any_delimiter(delimiter: str) -> None:
    octets = f'a{delimiter}b\n1{delimiter}"x{delimiter}y"\n'.encode()
    assert fields(octets) == [{"a": "1", "b": f"x{delimiter}y"}]


def test_an_end_of_line_in_quotation_marks_belongs_to_the_field() -> None:
    assert fields(b'a,b\n1,"x\ny ""z"""\n2,w\n') == [{"a": "1", "b": 'x\ny "z"'}, {"a": "2", "b": "w"}]


def test_a_mark_that_is_never_closed_costs_one_line() -> None:
    octets = b"a,b\n" + b'1,"x\n' + b"".join(b"%d,y\n" % number for number in range(1_500))
    rows = fields(octets)
    assert rows[0] == "not-csv"
    assert rows[-1] == {"a": "1499", "b": "y"}
    assert len(rows) == 1_501


def test_a_field_over_the_limit_of_the_csv_module_is_read() -> None:
    long = "x" * 200_000
    assert fields(f'a,b,c\n1,"{long}""q""",3\n'.encode()) == [{"a": "1", "b": f'{long}"q"', "c": "3"}]


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_as_portals_write_it_is_read(codec: str) -> None:
    assert fields("Date,User\n2026-05-01,دانا\n".encode(codec)) == [{"Date": "2026-05-01", "User": "دانا"}]


def test_excel_s_line_about_the_delimiter_is_no_heading() -> None:
    assert fields(b"sep=;\na;b\n1;2\n") == [{"a": "1", "b": "2"}]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b'{"a":1}\n{"a"', "lines"),
        (b'{\n "a": 1}', "json"),
        (b"  [", "json"),
        (b"May  1 08:00:00 mail dovecot: a, b\n", "text"),
        (b"<22>1 2026-05-01T08:00:00Z mail postfix", "text"),
        (b"a,b\n", "csv"),
        (b"\x00\x01\x02,", ""),
    ],
)
def test_what_carries_the_records_is_known_by_the_first_bytes(head: bytes, kind: str) -> None:
    assert kind_of(head) == kind


def test_broken_pieces_carry_a_hint() -> None:
    (only,) = (one for one in records(io.BytesIO(b"[{"), b"[{", Limits()))
    assert isinstance(only, Broken)
    assert "ends in the middle" in str(only.hint)


def test_a_first_line_in_another_charset_hinders_nobody() -> None:
    """Found by the fuzz target: a name that is no UTF-8."""
    assert found(b'{"a\xaf": 1}\n{"a": 2}\n') == [(0, b'{"a\xaf": 1}'), (10, b'{"a": 2}')]


def test_lines_that_are_not_wanted_are_passed_over_in_their_place() -> None:
    octets = b"".join(b'{"n": %d}\n' % number for number in range(20_000)) + b'{"n": -1}'
    asked: list[int] = []

    def pick(lines: list[bytes]) -> list[bool]:
        asked.append(len(lines))
        return [line.endswith(b"7}") for line in lines]

    found = list(records(io.BytesIO(octets), octets[:1000], Limits(), pick))
    every = list(records(io.BytesIO(octets), octets[:1000], Limits()))
    wanted = [one for one in every if isinstance(one, Line) and one.raw.endswith(b"7}")]
    assert found[:-1] == wanted
    assert found[-1] == Line(octets.rindex(b"{"), b'{"n": -1}', "json", last=True), "the last is asked of nobody"
    assert asked[0] < asked[1]
