from __future__ import annotations

import struct
from datetime import UTC, datetime

import pytest

from tocsin.formats import mapi
from tocsin.formats.mapi import Properties, Property


def test_strings_are_read_by_their_type_and_the_objects_codepage() -> None:
    values = {
        mapi.SUBJECT: Property(mapi.STRING8, "سلام\0".encode("cp1256")),
        mapi.BODY: Property(mapi.UNICODE, "سلام\0\0".encode("utf-16-le") + b"x"),
        mapi.HTML: Property(mapi.BINARY, b"<p>"),
        mapi.EMAIL: Property(mapi.INTEGER32, b"\1\0\0\0"),
    }
    of = Properties(values, 1256)
    assert (of.text(mapi.SUBJECT), of.text(mapi.BODY)[:4], of.text(mapi.HTML)) == ("سلام", "سلام", "<p>")
    assert (of.text(mapi.EMAIL), of.text(mapi.MESSAGE_ID), of.octets(mapi.MESSAGE_ID)) == ("", "", b"")
    assert mapi.HTML in of
    assert mapi.MESSAGE_ID not in of


def test_the_codepage_that_an_object_states_wins() -> None:
    assert Properties({mapi.MESSAGE_CODEPAGE: Property(mapi.INTEGER32, struct.pack("<I", 1255))}, 1252).codepage == 1255


def test_integers_are_as_wide_as_their_type() -> None:
    data = b"\x01\x02\x03\x00\xff\xff\xff\xff"
    of = Properties(
        {1: Property(mapi.INTEGER16, data), 2: Property(mapi.INTEGER32, data), 3: Property(mapi.TIME, data)}
    )
    assert (of.integer(1), of.integer(2), of.integer(3), of.integer(4)) == (0x201, 0x30201, 0, 0)


@pytest.mark.parametrize(
    ("ticks", "when"),
    [
        (132_539_328_000_000_000, datetime(2021, 1, 1, tzinfo=UTC)),
        (0, None),
        (-1, None),
        (2**63 - 1, None),
    ],
)
def test_times_that_a_calendar_has(ticks: int, when: datetime | None) -> None:
    assert Properties({1: Property(mapi.TIME, struct.pack("<q", ticks))}).time(1) == when


def test_a_time_that_is_too_short_is_none() -> None:
    assert Properties({1: Property(mapi.TIME, b"\1\2")}).time(1) is None
