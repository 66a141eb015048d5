"""Header values: encoded words, parameters, addresses, dates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tocsin.formats.header import (
    decode_words,
    lenient_base64,
    message_ids,
    parse_addresses,
    parse_date,
    parse_params,
)
from tocsin.model.message import Address


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"plain", "plain"),
        (b"=?utf-8?Q?caf=C3=A9_noir?=", "café noir"),
        (b"=?utf-8?B?2LU=?= =?utf-8?B?2LE=?=", "صر"),
        (b"=?utf-8?B?2A==?= =?utf-8?B?tQ==?=", "ص"),
        (b"=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c"),
        (b"=?iso-8859-1?Q?=E9?= =?utf-8?Q?=C3=A9?=", "éé"),
        (b"Re: =?unknown-charset?Q?x?=", "Re: x"),
        (b"=?utf-8?Q?broken", "=?utf-8?Q?broken"),
        ("déjà vu".encode(), "déjà vu"),
        ("déjà vu".encode("latin-1"), "déjà vu"),
        (b"=?utf-8*en?Q?with_language?=", "with language"),
    ],
)
def test_encoded_words(raw: bytes, text: str) -> None:
    assert decode_words(raw) == text


@pytest.mark.parametrize(
    ("raw", "value", "params"),
    [
        (b"text/html; charset=UTF-8", "text/html", {"charset": "UTF-8"}),
        (b'a/b; name="x; y.txt"', "a/b", {"name": "x; y.txt"}),
        (b"a/b; name*=utf-8'en'%D8%B5.pdf", "a/b", {"name": "ص.pdf"}),
        (b"a/b; name*0*=utf-8''%D8; name*1*=%B5; name*2=.pdf", "a/b", {"name": "ص.pdf"}),
        (b'a/b; name="=?utf-8?B?2LU=?=.pdf"', "a/b", {"name": "ص.pdf"}),
        (b'a/b; name="a\\"b"', "a/b", {"name": 'a"b'}),
        (b'a/b; name="C:\\temp\\new \\"x\\".doc"', "a/b", {"name": 'C:\\temp\\new "x".doc'}),
        (b"a/b;;; ;charset=x", "a/b", {"charset": "x"}),
    ],
)
def test_parameters(raw: bytes, value: str, params: dict[str, str]) -> None:
    assert parse_params(raw) == (value, params, False)


def test_conflicting_parameters_are_said() -> None:
    assert parse_params(b"a/b; charset=x; charset=y") == ("a/b", {"charset": "x"}, True)


@pytest.mark.parametrize(
    ("raw", "addresses"),
    [
        (b"a@b.example", [("", "a@b.example")]),
        (b"Ada <A@B.example>", [("Ada", "a@b.example")]),
        (b'"Lovelace, Ada" <a@b.example>, c@d.example', [("Lovelace, Ada", "a@b.example"), ("", "c@d.example")]),
        (b"=?utf-8?B?2LU=?= <a@b.example>", [("ص", "a@b.example")]),
        (b'"ceo@bank.example" <x@y.example>', [("ceo@bank.example", "x@y.example")]),
        (b"friends: a@b.example, c@d.example;", [("", "a@b.example"), ("", "c@d.example")]),
        (b"undisclosed-recipients:;", []),
        (b"a@", [("", "a@")]),
        (b"<>", [("", "")]),
        (b"just a name", [("just a name", "")]),
        (b"a@b.example (Ada)", [("", "a@b.example")]),
        (b"Ada < a@b.example >", [("Ada", "a@b.example")]),
        (b"<<a@b.example>>", [("<> >", "a@b.example")]),
        (b"", []),
    ],
)
def test_addresses(raw: bytes, addresses: list[tuple[str, str]]) -> None:
    assert [(a.name, a.email) for a in parse_addresses(raw)] == addresses


def test_address_parts() -> None:
    assert Address("", "a@b@c.example").domain == "c.example"
    assert Address("", "a@b@c.example").local == "a@b"
    assert Address("", "nothing").domain == ""


def test_a_very_long_list_is_cut() -> None:
    assert len(parse_addresses(b"a@b.example, " * 5_000)) == 1_000


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Tue, 03 Mar 2026 10:00:00 +0200", datetime(2026, 3, 3, 8, tzinfo=UTC)),
        ("3 Mar 26 10:00 GMT", datetime(2026, 3, 3, 10, tzinfo=UTC)),
        ("03-Mar-2026 10:00:00 EST", datetime(2026, 3, 3, 15, tzinfo=UTC)),
        ("Tue, 3 Mar 2026 01:02:03 PM -0000", datetime(2026, 3, 3, 13, 2, 3, tzinfo=UTC)),
        ("Fri, 32 Mar 2026 10:00:00 +0000", None),
        ("yesterday", None),
        ("", None),
        ("3 Mar 2026 10:00:00 +9999", None),
    ],
)
def test_dates(raw: str, expected: datetime | None) -> None:
    found = parse_date(raw)
    assert found == expected
    assert found is None or found.utcoffset() is not None


def test_an_offset_is_kept() -> None:
    found = parse_date("Tue, 03 Mar 2026 10:00:00 +0330")
    assert found is not None
    assert found.utcoffset() == timedelta(hours=3, minutes=30)


def test_message_ids() -> None:
    assert message_ids(b"<a@b> junk <c@d>\t<e") == ["a@b", "c@d"]


@pytest.mark.parametrize("raw", [b"", b"a", b"!!!", b"aGk", b"aGk=", b"aG\nk=x"])
def test_base64_never_raises(raw: bytes) -> None:
    assert isinstance(lenient_base64(raw), bytes)
