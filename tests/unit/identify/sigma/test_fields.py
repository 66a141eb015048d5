from __future__ import annotations

from tocsin.identify.sigma.fields import Fields


def test_only_what_is_named_is_picked() -> None:
    fields = Fields(["b.c", "a", "b.d"])
    assert fields.columns == ("raw.a", "raw.b.c", "raw.b.d")
    assert fields.of_json(b'{"a": 1, "b": {"c": [true, "x"], "d": null}, "e": {"deep": []}}') == (
        "1",
        "true\x1fx",
        None,
    )


def test_a_field_and_what_is_below_it() -> None:
    assert Fields(["a", "a.b"]).of_json(b'{"a": {"b": 2}}') == ('{"b":2}', "2")


def test_another_type_than_expected_is_no_reason_to_lose_a_record() -> None:
    assert Fields(["a.b", "c"]).of_json(b'{"a": "text", "c": "x"}') == (None, "x")
    assert Fields(["a.b"]).of_json(b"no json") == (None,)


def test_a_row_of_a_csv_may_hold_the_record_as_json() -> None:
    row = {"Operation": "op", "AuditData": '{"Item": {"Subject": "s"}, "Operation": "other"}'}
    assert Fields(["Item.Subject", "Operation"]).of_record(row, b"") == ("s", "op")


def test_the_whole_line_is_kept_where_rules_want_words() -> None:
    assert Fields([], whole_line=True).of_json(b'{"a": "x"}') == ('{"a": "x"}',)
    assert not Fields([])


def test_a_line_in_another_charset_has_its_fields() -> None:
    raw = '{"a": "Zoë", "b": {"c": "x"}}'.encode("cp1252")
    assert Fields(["a", "b.c"]).of_json(raw) == ("Zoë", "x")
    assert Fields(["a"]).of_json(b'{"a": "\xff') == (None,)
