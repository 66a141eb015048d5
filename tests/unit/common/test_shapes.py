from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.common.shapes import header_order, host_shape, made_up, page_make, url_template
from tocsin.common.urls import parse_url


@pytest.mark.parametrize(
    ("url", "template"),
    [
        ("https://a.test/owa/auth/login.php?email=x&id=5", "/owa/auth/login.php?email&id"),
        ("https://b.test/owa/auth/login.php?id=77&email=y@z.test", "/owa/auth/login.php?email&id"),
        ("https://a.test/doc/2026/9f8e7d6c5b4a/view", "/doc/0/*/view"),
        ("https://a.test/u/dana@harbour.example/verify", "/u/*/verify"),
        ("https://a.test/verify_account.php", "/verify_account.php"),
        ("https://a.test/", ""),
        ("https://a.test/login", ""),
        ("https://a.test/index.php", ""),
        ("https://a.test/9f8e7d6c5b4a", ""),
    ],
)
def test_what_changes_is_left_out_of_a_link(url: str, template: str) -> None:
    assert url_template(parse_url(url)) == template


@pytest.mark.parametrize(
    ("one", "other"),
    [("20260301.1234@x", "20260302.9876@x"), ("----=_Part_123_456", "----=_Part_987_654"), ("ab12cd34", "99ff00aa")],
)
def test_two_ids_by_one_rule_have_one_shape(one: str, other: str) -> None:
    assert made_up(one) == made_up(other)


def test_ids_by_other_rules_have_other_shapes() -> None:
    assert len({made_up(one) for one in ("20260301.12", "CAF_x-1", "----=_Part_1_2", "abcdef0123", "0")}) == 5
    assert made_up("") == ""


def test_a_program_is_told_by_the_order_of_its_fields() -> None:
    fields = ["from", "to", "subject", "date", "message-id", "mime-version"]
    assert header_order(fields) == header_order(["received", *fields, "x-spam-score"]) != ""
    assert header_order(fields) != header_order(reversed(fields))
    assert header_order(fields[:4]) == ""


def test_a_page_is_told_by_its_forms_and_scripts() -> None:
    assert page_make(("text", "password"), 1, "", 0) == page_make(("text", "password"), 1, "", 0) != ""
    assert page_make(("text", "password"), 1, "", 0) != page_make(("password", "text"), 1, "", 0)
    assert page_make((), 0, "short script", 0) == ""


def test_numbers_of_machines_do_not_matter() -> None:
    assert host_shape("mail12.Evil7.test") == "mail0.evil0.test"


@given(st.text(max_size=400))
def test_anything_can_be_asked(text: str) -> None:
    assert len(url_template(parse_url(text))) <= 200
    assert isinstance(made_up(text), str)
