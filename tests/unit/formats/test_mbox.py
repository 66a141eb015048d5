from __future__ import annotations

import io
import itertools
import mailbox
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tocsin.formats import mbox
from tocsin.model.limits import Limits

SEPARATOR = b"From ada@example.org Thu Jan  1 00:00:00 2015"
LINES = st.sampled_from([
    b"", b"text", b"From here on", b">From there", b">>From far", b"From: no header", b" ", b"Content-Length: 7",
    b"From bob@example.org Fri Feb  6 10:11:12 2015", b"\xff\xfe", b".", b"Fromage",
])  # fmt: skip
HEADERS = st.lists(
    st.sampled_from([b"Subject: a", b"X: From y", b"To: b@example.org", b"x-ength: 3"]), min_size=1, max_size=4
)


@st.composite
def messages(draw: st.DrawFn) -> bytes:
    lines = [*draw(HEADERS), b"", *draw(st.lists(LINES, max_size=6))]
    return b"\n".join(lines) + b"\n"


def quoted(message: bytes, pattern: bytes) -> bytes:
    head, blank, body = message.partition(b"\n\n")
    return head + blank + re.sub(pattern, rb">\1", body, flags=re.MULTILINE)


def raws(box: bytes, limits: Limits = Limits()) -> list[bytes]:
    return [one.raw for one in mbox.split(io.BytesIO(box), limits)]


@given(st.lists(messages(), min_size=1, max_size=5))
def test_mboxrd_comes_back_as_it_was(kept: list[bytes]) -> None:
    box = b"".join(SEPARATOR + b"\n" + quoted(one, rb"^(>*From )") + b"\n" for one in kept)
    assert raws(box) == kept


@given(st.lists(messages(), min_size=1, max_size=5))
def test_mboxrd_with_crlf_comes_back_as_it_was(kept: list[bytes]) -> None:
    box = b"".join(SEPARATOR + b"\n" + quoted(one, rb"^(>*From )") + b"\n" for one in kept).replace(b"\n", b"\r\n")
    assert raws(box) == [one.replace(b"\n", b"\r\n") for one in kept]


@given(st.lists(messages(), min_size=1, max_size=5))
def test_mboxo_comes_back_but_for_lines_that_were_written_quoted(kept: list[bytes]) -> None:
    box = b"".join(SEPARATOR + b"\n" + quoted(one, rb"^(From )") + b"\n" for one in kept)
    body = [one.partition(b"\n\n") for one in kept]
    assert raws(box) == [head + gap + re.sub(rb"(?m)^>(>*From )", rb"\1", rest) for head, gap, rest in body]


@given(st.lists(messages(), min_size=1, max_size=5))
@example([b"Subject: a\n\nFrom bob@example.org Fri Feb  6 10:11:12 2015\nX: y\n"])
def test_mboxcl2_comes_back_as_it_was_where_the_length_is_right(kept: list[bytes]) -> None:
    counted = [b"Content-Length: %d\n%b" % (len(one.partition(b"\n\n")[2]), one) for one in kept]
    box = b"".join(SEPARATOR + b"\n" + one + b"\n" for one in counted)
    unquoted = [one if b"\nFrom " in one else re.sub(rb"(?m)^>(>*From )", rb"\1", one) for one in counted]
    assert raws(box) == unquoted


@given(st.lists(messages(), min_size=1, max_size=4))
def test_a_span_gives_the_same_message_again(kept: list[bytes]) -> None:
    box = b"junk\n\n" + b"".join(SEPARATOR + b"\n" + one + b"\n" for one in kept)
    found = list(mbox.split(io.BytesIO(box)))
    assert sum(one.length for one in found) == len(box) - len(b"junk\n\n")
    for one in found:
        raw, defects = mbox.extract(box[one.offset : one.offset + one.length], one.length)
        assert raw == one.raw
        assert set(defects) <= set(one.defects)


@given(st.binary(max_size=300) | st.lists(LINES).map(b"\n".join))
def test_any_octets_are_split_without_error_and_nothing_is_lost_between(octets: bytes) -> None:
    found = list(mbox.split(io.BytesIO(octets)))
    for one, following in itertools.pairwise(found):
        assert one.offset + one.length == following.offset


def codes(box: bytes, limits: Limits = Limits()) -> list[list[str]]:
    return [[defect.code for defect in one.defects] for one in mbox.split(io.BytesIO(box), limits)]


@pytest.mark.parametrize(
    "line",
    [
        b"From ada@example.org Thu Jan  1 00:00:00 2015",
        b"From ada@example.org Thu Jan  1 00:00 2015",
        b"From 1512345678901234567@xxx Thu Jan 01 00:00:00 +0000 2015",
        b"From - Thu Jan 01 00:00:00 2015",
        b"From ada@example.org Thu Jan  1 00:00:00 CET 2015 remote from mill",
        b"From ???@??? Thu Jan 01 00:00:00 2015",
        b"From Ada L <ada@example.org> Thu, 01 Jan 2015 00:00:00 +0000",
        b"From MAILER-DAEMON 2015-01-01T00:00:00",
        b"From ",
        b"From -",
    ],
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_separators_of_all_writers_are_known(line: bytes, end: bytes) -> None:
    one = line + end + b"Subject: a" + end + end + b"x" + end + end
    assert mbox.is_mbox(one)
    assert raws(one * 3) == [b"Subject: a" + end + end + b"x" + end] * 3


@pytest.mark.parametrize(
    "line", [b"From here we go", b"From: a@example.org", b"Fromage 10:00", b"From the 12:30 train"]
)
def test_prose_does_not_separate(line: bytes) -> None:
    box = SEPARATOR + b"\nSubject: a\n\none\n\n" + line + b"\ntwo\n\n"
    assert raws(box) == [b"Subject: a\n\none\n\n" + line + b"\ntwo\n"]
    assert not mbox.is_mbox(line + b"\nA: b\n")


def test_a_separator_without_an_empty_line_before_it_stays_and_is_told() -> None:
    box = SEPARATOR + b"\nSubject: a\n\none\n" + SEPARATOR + b"\nSubject: b\n\ntwo\n\n"
    assert codes(box) == [["mbox-unsplit-from"]]


def test_a_length_that_jumps_over_separators_is_told() -> None:
    inner = b"one\n\n" + SEPARATOR + b"\nSubject: b\n\ntwo\n"
    box = SEPARATOR + b"\nContent-Length: %d\n\n" % len(inner) + inner + b"\n" + SEPARATOR + b"\nSubject: c\n\n\n"
    assert codes(box) == [["mbox-ambiguous-length"], []]


def test_a_wrong_length_is_not_trusted() -> None:
    box = SEPARATOR + b"\nContent-Length: 99\n\none\n\n" + SEPARATOR + b"\nContent-Length: 1\n\ntwo\n\n"
    assert raws(box) == [b"Content-Length: 99\n\none\n", b"Content-Length: 1\n\ntwo\n"]


def test_what_stands_before_the_first_separator_is_told() -> None:
    rest = SEPARATOR + b"\nSubject: b\n\ntwo\n\n"
    assert codes(b"# exported by hand\n\n" + rest) == [["mbox-leading-junk"]]
    assert codes(b"Subject: a\n\none\n\n" + rest) == [["mbox-no-separator"], []]
    assert codes(b"\xef\xbb\xbf\r\n\n" + rest) == [[]]


def test_an_empty_message_is_told() -> None:
    assert codes(SEPARATOR + b"\n\n" + SEPARATOR + b"\nSubject: b\n\nx\n\n") == [["empty-message"], []]


@pytest.mark.parametrize("size", [5_000, 3 << 20])
def test_a_message_over_the_limit_is_cut_and_the_next_is_read(size: int) -> None:
    limits = Limits(max_message_bytes=4_000)
    big = SEPARATOR + b"\nSubject: a\n\n" + b"x" * size + b"\n\n"
    found = list(mbox.split(io.BytesIO(big + SEPARATOR + b"\nSubject: b\n\ntwo\n\n"), limits))
    assert [one.raw[:10] for one in found] == [b"Subject: a", b"Subject: b"]
    assert found[0].defects[0].code == "message-cut"
    assert len(found[0].raw) <= 4_000
    assert found[1].offset == len(big)
    again, defects = mbox.extract(big[:4_000], found[0].length, limits)
    assert (again, defects) == (found[0].raw, found[0].defects)


def test_a_stream_that_gives_little_at_a_time_is_split_the_same() -> None:
    box = (SEPARATOR + b"\nSubject: a\n\n" + b"word\n" * 2_000 + b"\n") * 5

    class Slow(io.BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            return super().read(977)

    assert [one.raw for one in mbox.split(Slow(box))] == raws(box)
    assert len(raws(box)) == 5


def test_as_many_messages_as_the_standard_library_finds(tmp_path: Path) -> None:
    path = tmp_path / "box"
    box = mailbox.mbox(path)
    for number in range(30):
        box.add(f"Subject: {number}\n\nFrom the start\n\nFrom bob Fri Feb  6 10:11:12 2015\nX: y\n".encode())
    box.close()
    found = raws(path.read_bytes())
    again = mailbox.mbox(path)
    assert len(found) == len(again) == 30
    again.close()
    assert found[7] == b"Subject: 7\n\nFrom the start\n\nFrom bob Fri Feb  6 10:11:12 2015\nX: y\n"


def test_a_separator_deep_in_the_file_is_found() -> None:
    assert mbox.holds_separator(b"notes\n\n" + SEPARATOR + b"\nSubject: a\n")
    assert not mbox.holds_separator(b"notes\n" + SEPARATOR + b"\nSubject: a\n")
