from __future__ import annotations

import gzip
import io
import os
import socket
import threading
import zipfile
from pathlib import Path

import pytest

from tocsin.model.limits import Limits
from tocsin.model.source import RawMail, Unread
from tocsin.net.files import open_mail, read_span, show, total_bytes
from tocsin.net.sources import Sources

MAIL = b"Received: from a by b; x\nSubject: %d\n\ntext\n"
SEPARATOR = b"From ada@example.org Thu Jan  1 00:00:00 2015\n"


def box(count: int) -> bytes:
    return b"".join(SEPARATOR + MAIL % number + b"\n" for number in range(count))


def read(*paths: Path | str, limits: Limits = Limits()) -> list[tuple[str, str]]:
    """Give (path below the last folder given, subject number or code)."""
    top = f"{show(paths[-1])}/"
    return [(one.path.removeprefix(top), kind(one)) for one in open_mail(paths, limits)]


def kind(one: RawMail | Unread) -> str:
    return one.code if isinstance(one, Unread) else one.raw.partition(b"Subject: ")[2][:1].decode()


def test_folders_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for number, name in enumerate(["b/2.eml", "b/10.eml", "a.eml", "c.mbox", "B.eml"]):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(box(2) if name == "c.mbox" else MAIL % number)
    assert read(tmp_path) == [
        ("B.eml", "4"), ("a.eml", "2"), ("b/10.eml", "1"), ("b/2.eml", "0"), ("c.mbox#1", "0"), ("c.mbox#2", "1"),
    ]  # fmt: skip


def test_a_maildir_is_read_but_for_what_is_not_delivered_yet(tmp_path: Path) -> None:
    for number, name in enumerate(
        ["cur/1.host:2,S", "new/2.host", "tmp/3.host", ".Sent/cur/4.host:2,", ".Sent/new/.keep"]
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"no header" if number == 0 else MAIL % number)
    assert read(tmp_path) == [
        ("tmp", "skipped"), (".Sent/cur/4.host:2,", "3"), (".Sent/new/.keep", "4"), ("cur/1.host:2,S", ""),
        ("new/2.host", "1"),
    ]  # fmt: skip


def test_what_is_no_mail_is_told_and_never_skipped_silently(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG" + bytes(100))
    (tmp_path / "empty.eml").write_bytes(b"")
    (tmp_path / ".DS_Store").write_bytes(b"x")
    (tmp_path / "._a.eml").write_bytes(b"x")
    (tmp_path / "link.eml").symlink_to(tmp_path / "photo.png")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    assert read(tmp_path) == [
        (".DS_Store", "skipped"), ("._a.eml", "skipped"), ("empty.eml", "empty"), ("link.eml", "link"),
        ("loop", "link"), ("photo.png", "not-mail"), ("pipe", "special-file"),
    ]  # fmt: skip


def test_a_link_that_was_given_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "1.eml").write_bytes(MAIL % 1)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert read(tmp_path / "link") == [("1.eml", "1")]


def test_what_is_not_there_or_not_a_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s")
        assert [code for _, code in read(tmp_path / "no", tmp_path / "s", "/dev/null")] == [
            "not-found",
            *["special-file"] * 2,
        ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    (tmp_path / "shut.eml").write_bytes(MAIL % 1)
    (tmp_path / "shut.eml").chmod(0)
    assert read(tmp_path) == [("shut", "no-permission"), ("shut.eml", "no-permission")]


def test_errors_of_the_system_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cur").mkdir()
    (tmp_path / "tmp").mkdir()
    (tmp_path / "a.eml").write_bytes(MAIL % 1)
    real = os.listdir

    def refuse(path: Path) -> list[str]:
        if path.name in ("cur", "tmp"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    def fail(*_arguments: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "listdir", refuse)
    monkeypatch.setattr(Path, "open", fail)
    assert read(tmp_path) == [("tmp", "no-permission"), ("a.eml", "io-error"), ("cur", "no-permission")]


def test_names_that_are_not_utf8_are_shown(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.eml"))).write_bytes(MAIL % 1)
    assert read(tmp_path) == [("caf\\xe9.eml", "1")]


def test_a_mailbox_that_grows_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(box(3))
    found = open_mail([path])
    read_so_far = [next(found)]
    with path.open("ab") as added:
        added.write(box(2))
    read_so_far += found
    assert [kind(one) for one in read_so_far] == ["0", "1", "2", "changed"]
    assert isinstance(read_so_far[-1], Unread)
    assert f"from {len(box(3)):} to {len(box(5)):} bytes" in str(read_so_far[-1].hint).replace(",", "")


def test_a_mailbox_that_grows_without_end_is_left_where_it_ended_first(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(box(3))
    kinds = []
    for one in open_mail([path]):
        kinds.append(kind(one))
        with path.open("ab") as added:
            added.write(box(1) + b"x" * (2 << 20) + b"\n\n")
    assert kinds == ["0", "1", "2", "changed"]


def test_a_mailbox_that_is_cut_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(SEPARATOR + MAIL % 1 + b"x" * (3 << 20) + b"\n\n" + box(3))
    found = open_mail([path])
    first = next(found)
    os.truncate(path, 4_000)
    rest = [kind(one) for one in found]
    assert kind(first) == "1"
    assert rest[-1] == "changed"


def test_a_file_that_is_written_over_in_place_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(box(3))
    os.utime(path, (1, 1))
    found = open_mail([path])
    first = next(found)
    with path.open("r+b") as over:
        over.write(SEPARATOR)
    assert [kind(one) for one in (first, *found)] == ["0", "1", "2", "changed"]


def test_a_file_that_goes_while_its_folder_is_read_is_told(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.eml").write_bytes(MAIL % number)
    found = open_mail([tmp_path])
    first = next(found)
    (tmp_path / "1.eml").unlink()
    assert [kind(one) for one in (first, *found)] == ["0", "not-found", "2"]


def test_links_that_lead_round_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (only,) = open_mail([tmp_path / "a"])
    assert isinstance(only, Unread)
    assert (only.code, str(only.hint)) == ("io-error", "reading failed: its symbolic links lead round in a circle")
    assert read(tmp_path) == [("a", "link"), ("b", "link")]


def test_folders_deeper_than_the_limit_are_told(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*"abcd")
    deep.mkdir(parents=True)
    (deep / "1.eml").write_bytes(MAIL % 1)
    assert read(tmp_path, limits=Limits(max_folder_depth=3)) == [("a/b/c", "over-limit")]
    assert read(tmp_path, limits=Limits(max_folder_depth=5)) == [("a/b/c/d/1.eml", "1")]


@pytest.mark.parametrize("spool", [16, 1 << 20])
def test_standard_input_is_read_whatever_it_is(spool: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("x.eml", MAIL % 7)
    for octets, paths in ((MAIL % 1, ["-"]), (box(2), ["-#1", "-#2"]), (out.getvalue(), ["-/x.eml"])):
        found = list(open_mail(["-"], Limits(spool_bytes=spool), {"-": io.BytesIO(octets)}))
        assert [one.path for one in found] == paths


def test_a_pipe_that_was_given_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(MAIL % 3,))
    writer.start()
    assert [code for _, code in read(tmp_path / "pipe")] == ["3"]
    writer.join()


def test_a_zip_inside_a_packed_stream_is_copied_and_read(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("x.eml", MAIL % 7)
    (tmp_path / "m.zip.gz").write_bytes(gzip.compress(out.getvalue()))
    assert read(tmp_path, limits=Limits(spool_bytes=16)) == [("m.zip.gz/m.zip/x.eml", "7")]


def test_progress_never_falls_and_reaches_the_total(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_bytes(box(9))
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "m.gz").write_bytes(gzip.compress(box(9)))
    (tmp_path / "c.eml").write_bytes(MAIL % 1)
    consumed = [one.consumed for one in open_mail([tmp_path])]
    assert consumed == sorted(consumed)
    assert consumed[3] == len(box(4))
    assert consumed[-1] == total_bytes([tmp_path]) == sum(path.stat().st_size for path in tmp_path.rglob("*.*"))


def test_the_total_counts_what_can_be_counted(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    (tmp_path / "link").symlink_to(tmp_path)
    assert total_bytes(["-", tmp_path, tmp_path / "a", tmp_path / "none", "/dev/null"]) == 10


def test_a_message_is_read_again_by_its_span(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(box(4))
    third = list(open_mail([path]))[2]
    assert isinstance(third, RawMail)
    assert third.span
    again = read_span(path, *third.span)
    assert (again.raw, again.defects, again.span) == (third.raw, third.defects, third.span)


def test_a_pipe_can_be_read_twice(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(box(3),))
    writer.start()
    with Sources([str(pipe)]) as sources:
        writer.join()
        passes = [[kind(one) for one in sources.open()] for _ in range(2)]
    assert passes == [["0", "1", "2"]] * 2
    assert sources.total == len(box(3))
