from __future__ import annotations

import pytest
from bench.lib.sanitise import RECIPIENT, sanitise
from hypothesis import given
from hypothesis import strategies as st

STAMPED = (
    b"X-MS-Exchange-Organization-SCL: 9\r\n"
    b"Authentication-Results: spf=fail\r\n smtp.mailfrom=evil.test\r\n"
    b"Received: from a.example by b.example; Mon, 1 Jan 2024 00:00:00 +0000\r\n"
    b"ARC-Seal: i=1\r\n"
    b"X-Spam-Status: Yes\r\n"
    b"List-Unsubscribe: <https://list.example/u>\r\n"
    b"From: Person <person@sender.example>\r\n"
    b"To: phishing@pot\r\n"
    b"Cc: someone@example.net\r\n"
    b"Reply-To: other@sender.example\r\n"
    b"Message-ID: <1@sender.example>\r\n"
    b"Subject: hello phishing@pot\r\n"
    b"\r\n"
    b"Dear phishing@pot,\r\nplease answer.\r\n"
)


def test_what_the_receiver_stamped_is_gone_and_what_the_sender_wrote_stays() -> None:
    assert sanitise(STAMPED) == (
        b"Received: from a.example by b.example; Mon, 1 Jan 2024 00:00:00 +0000\n"
        b"From: Person <person@sender.example>\n"
        b"To: user@example.org\n"
        b"Reply-To: other@sender.example\n"
        b"Message-ID: <1@sender.example>\n"
        b"Subject: hello user@example.org\n"
        b"\n"
        b"Dear user@example.org,\nplease answer.\n"
    )


def test_a_folded_stamp_goes_with_its_continuation() -> None:
    assert b"smtp.mailfrom" not in sanitise(STAMPED)


@pytest.mark.parametrize(
    "field", [b"Status: RO", b"Lines: 7", b"Return-Path: <a@b.example>", b"X-Been-There: x", b"Precedence: bulk"]
)
def test_traces_of_either_collection_are_dropped(field: bytes) -> None:
    assert sanitise(field + b"\nSubject: a\n\nb") == b"Subject: a\n\nb"


def test_only_the_first_to_is_kept() -> None:
    assert sanitise(b"To: a@example.net\nTo: b@example.net\n\n") == b"To: " + RECIPIENT + b"\n\n"


def test_a_message_without_to_gets_none() -> None:
    assert sanitise(b"Subject: a\n\nb") == b"Subject: a\n\nb"


@given(
    st.lists(st.sampled_from([b"To: ", b"a@example.org", b"\r\n", b"\n", b" ", b"List-Id:", b"x", b":"]), max_size=30)
)
def test_twice_is_the_same_as_once(pieces: list[bytes]) -> None:
    once = sanitise(b"".join(pieces))
    assert sanitise(once) == once
    assert b"\r\n" not in once
