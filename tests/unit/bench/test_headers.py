from __future__ import annotations

from bench.lib.headers import first, join, split


def test_split_keeps_order_spelling_and_folding() -> None:
    fields, body = split(b"Subject: a\r\n\tb\r\nFROM: x@example.org\r\n\r\nline\r\n")
    assert fields == [(b"Subject", b" a\n\tb"), (b"FROM", b" x@example.org")]
    assert body == b"line\n"


def test_split_without_a_body() -> None:
    assert split(b"Subject: a\n") == ([(b"Subject", b" a")], b"")


def test_split_drops_lines_that_are_no_field() -> None:
    assert split(b"From sender\nSubject: a\n\nb")[0] == [(b"Subject", b" a")]


def test_join_undoes_split() -> None:
    raw = b"Subject: a\n\tb\nFrom: x@example.org\n\nbody\n\nmore\n"
    assert join(*split(raw)) == raw


def test_first_takes_the_first_of_several() -> None:
    fields = split(b"To: a@example.org\nTo: b@example.org\n\n")[0]
    assert first(fields, b"to") == b"a@example.org"
    assert first(fields, b"cc") == b""
