from __future__ import annotations

import gzip
import io
import random
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures import ole, tnef

from tocsin.formats import mapi
from tocsin.formats.archive import Budget
from tocsin.formats.container import Place, looks_like_mail, read_container
from tocsin.model.limits import Limits
from tocsin.model.source import RawMail, Unread

MAIL = b"Received: from a by b; x\nSubject: one\n\ntext\n"
SEPARATOR = b"From ada@example.org Thu Jan  1 00:00:00 2015\n"


@contextmanager
def spool(stream: BinaryIO) -> Iterator[BinaryIO]:
    yield stream if stream.seekable() else io.BytesIO(stream.read(1 << 30))


def read(
    octets: bytes, label: str = "given", limits: Limits = Limits(), is_mail: bool = False
) -> list[RawMail | Unread]:
    budget = Budget(limits, len(octets))
    return list(read_container(io.BytesIO(octets), Place(label, is_mail), budget, spool))


def short(found: list[RawMail | Unread]) -> list[tuple[str, bytes | str]]:
    return [(one.path, one.raw if isinstance(one, RawMail) else one.code) for one in found]


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("label", ["a.eml", "A.EML", "whatever", "-"])
def test_a_message_is_known_by_its_content(label: str) -> None:
    assert short(read(MAIL, label)) == [(label, MAIL)]


@pytest.mark.parametrize(
    "head",
    [
        b"From: a\nTo: b\n\n",
        b"\xef\xbb\xbf\r\nreceived: x\n",
        b"X-A: b\n folded\nDKIM-Signature: x\n",
    ],
)
def test_headers_of_mail(head: bytes) -> None:
    assert looks_like_mail(head)


@pytest.mark.parametrize(
    "head", [b"", b"Subject: notes\n\n", b"<html>\nReceived: x\n", b"key: value\nother: x\n", b"%PDF-1.7\n"]
)
def test_headers_of_other_things(head: bytes) -> None:
    assert not looks_like_mail(head)


def test_what_is_named_a_message_is_judged_as_one() -> None:
    assert short(read(b"no header at all", "a.eml")) == [("a.eml", b"no header at all")]
    assert short(read(b"no header at all", "a", is_mail=True)) == [("a", b"no header at all")]
    assert short(read(b"no header at all", "a.txt")) == [("a.txt", "not-mail")]


def test_mailboxes_are_numbered_and_a_single_message_named_so_is_not() -> None:
    assert [path for path, _ in short(read((SEPARATOR + MAIL + b"\n") * 3, "box"))] == ["box#1", "box#2", "box#3"]
    assert short(read(SEPARATOR + MAIL + b"\n", "a.eml")) == [("a.eml", MAIL)]
    assert short(read(SEPARATOR + MAIL + b"\n", "box")) == [("box#1", MAIL)]
    assert [path for path, _ in short(read((SEPARATOR + MAIL + b"\n") * 2, "a.eml"))] == ["a.eml#1", "a.eml#2"]


def test_a_mailbox_with_junk_before_it_is_known_by_name_or_content() -> None:
    assert [path for path, _ in short(read(b"# notes\n\n" + SEPARATOR + MAIL, "x"))] == ["x#1"]
    assert short(read(b"\n\n", "x.mbox")) == [("x.mbox", "empty")]


def test_spans_are_given_for_plain_mailboxes_only() -> None:
    box = (SEPARATOR + MAIL + b"\n") * 2
    spans = [one.span for one in read(box) if isinstance(one, RawMail)]
    assert spans == [(0, len(box) // 2), (len(box) // 2, len(box) // 2)]
    assert [one.span for one in read(gzip.compress(box)) if isinstance(one, RawMail)] == [None, None]


@pytest.mark.parametrize("label", ["1.emlx", "other"])
def test_apple_mail_files(label: str) -> None:
    octets = b"%-10d\n" % len(MAIL) + MAIL + b"<?xml version='1.0'?><plist/>"
    assert short(read(octets, label)) == [(label, MAIL)]


def test_apple_mail_files_that_lack_something_are_told() -> None:
    (short_one,) = read(b"9000\n" + MAIL, "1.emlx")
    (partial,) = read(b"%d\n" % len(MAIL) + MAIL, "1.partial.emlx")
    assert isinstance(short_one, RawMail)
    assert isinstance(partial, RawMail)
    assert [defect.code for defect in short_one.defects + partial.defects] == ["emlx-short", "emlx-partial"]


def test_outlook_formats_are_rebuilt() -> None:
    message = ole.compound(ole.outlook_message({(mapi.SUBJECT, ole.UNICODE): ole.wide("kept")}))
    wrapped = tnef.winmail(tnef.attribute(1, tnef.SUBJECT, b"kept\0"))
    for octets, code in ((message, "rebuilt-from-msg"), (wrapped, "rebuilt-from-tnef")):
        (only,) = read(zipped({"inside": octets}))
        assert isinstance(only, RawMail)
        assert (only.path, b"Subject: kept" in only.raw) == ("given/inside", True)
        assert [defect.code for defect in only.defects] == [code]
    assert short(read(ole.compound({"WordDocument": b"x"}))) == [("given", "not-mail")]
    assert [code for _, code in short(read(b"!BDN" + bytes(600)))] in (["broken-container"], ["missing-library"])


def test_archives_in_archives_are_opened_to_a_depth() -> None:
    octets = zipped({"in/a.eml": MAIL, "box": (SEPARATOR + MAIL + b"\n") * 2, "x.png": b"\x89PNG"})
    packed = gzip.compress(zipped({"deep.zip": octets}))
    assert [path for path, _ in short(read(packed, "m.zip.gz"))] == [
        f"m.zip.gz/m.zip/deep.zip/{name}" for name in ("in/a.eml", "box#1", "box#2", "x.png")
    ]
    assert short(read(packed, "m.zip.gz", Limits(max_archive_depth=2))) == [("m.zip.gz/m.zip/deep.zip", "over-limit")]
    assert short(read(packed, "m", Limits(max_archive_depth=0))) == [("m", "over-limit")]
    assert short(read(octets, "m", Limits(max_archive_depth=0))) == [("m", "over-limit")]


def test_a_bomb_of_zips_is_told() -> None:
    bomb = zipped({"0": b"\0" * (4 << 20)})
    for level in range(3):
        bomb = zipped({f"{level}{number}.zip": bomb for number in range(4)})
    found = short(read(bomb, limits=Limits(ratio_floor=1 << 20)))
    assert found[-1] == ("given", "over-limit")


def test_what_cannot_be_opened_is_told() -> None:
    assert short(read(b"")) == [("given", "empty")]
    assert short(read(b"Rar!\x1a\x07\x00")) == [("given", "unsupported-archive")]
    assert short(read(gzip.compress(MAIL * 100)[:-20], "a.eml.gz"))[-1] == ("a.eml.gz", "cut-short")


def test_names_of_entries_are_made_fit_to_show() -> None:
    ((path, _),) = short(read(zipped({"../\x1b[31m\u202eeml": MAIL})))
    assert path == "given/../\ufffd[31m\ufffdeml"


def test_a_message_over_the_limit_is_cut() -> None:
    limits = Limits(max_message_bytes=20)
    wrapped = tnef.winmail(tnef.attribute(1, tnef.SUBJECT, b"kept\0"))
    for octets, label in ((MAIL, "a"), (b"%d\n" % len(MAIL) + MAIL, "a.emlx"), (wrapped, "a")):
        (only,) = read(octets, label, limits)
        assert isinstance(only, RawMail)
        assert "message-cut" in [defect.code for defect in only.defects]


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"PK\3\4", b"\x1f\x8b\x08", b"BZh9", b"\x78\x9f\x3e\x22", b"12\n", b"From "]),
)
def test_any_octets_are_answered(octets: bytes, magic: bytes) -> None:
    assert read(magic + octets)


@pytest.mark.parametrize("label", ["a.eml", "a.mbox", "cur/1.host:2,S"])
@pytest.mark.parametrize("number", range(20))
def test_octets_that_are_no_text_are_not_mail_whatever_they_are_called(label: str, number: int) -> None:
    octets = random.Random(number).randbytes(40_000)
    assert short(read(octets, label, is_mail=label.startswith("cur"))) == [(label, "not-mail")]


@pytest.mark.parametrize(
    "octets",
    [
        b"hello\n",
        b"no header, only text\n\nmore\n",
        bytes(64) + b"\nSubject: after a lost sector\n\ntext\n",
        b"\x00\x01\x02\nReceived: from a by b; x\nSubject: x\n\ntext",
        "Здравствуйте, я пишу вам\n".encode("koi8-r"),
        b"<html><body>only the body</body></html>",
        MAIL + bytes(5_000),
    ],
)
def test_broken_mail_that_is_called_mail_is_judged(octets: bytes) -> None:
    assert short(read(octets, "a.eml")) == [("a.eml", octets)]


@pytest.mark.parametrize("name", [".DS_Store", "dovecot.index.log", "INBOX.msf", "maildirfolder", "__MACOSX/._1.eml"])
@pytest.mark.parametrize("octets", [b"", b"\x00\x05\x16\x07" + bytes(90), b'// <!-- <mdb:mork:z v="1.4"/> -->\n'])
def test_what_programs_keep_for_themselves_is_left_out_on_purpose(name: str, octets: bytes) -> None:
    assert short(read(octets, f"box.zip/{name}")) == [(f"box.zip/{name}", "skipped")]


def test_mail_is_read_though_it_is_called_like_a_programs_own_file() -> None:
    assert short(read(MAIL, "INBOX.msf")) == [("INBOX.msf", MAIL)]
