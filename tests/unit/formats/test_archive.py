from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.formats.archive import Budget, archive_kind, buffered, entries, unpack, unsupported_kind
from tocsin.model.limits import Limits

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.compress,
}
KINDS = pytest.mark.parametrize("kind", sorted(PACKERS))
SMALL = Limits(ratio_floor=1 << 16)


def unpacked(packed: bytes, kind: str, limits: Limits = Limits()) -> tuple[bytes, str]:
    source = unpack(io.BytesIO(packed), kind, Budget(limits, len(packed)))
    content = buffered(source).read()
    return content, source.problem.code if source.problem else ""


def tar(files: dict[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as made:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            made.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def listed(octets: bytes, limits: Limits = Limits()) -> list[tuple[str, bytes | str]]:
    """Give (name, content) of each entry, or (name, code) where it was not read to its end."""
    found: list[tuple[str, bytes | str]] = []
    for entry in entries(io.BytesIO(octets), archive_kind(octets), Budget(limits, len(octets))):
        content = entry.content.read() if entry.content else b""
        problem = entry.problem or (entry.source.problem if entry.source else None)
        found.append((entry.name, problem.code if problem else content))
    return found


@KINDS
@given(parts=st.lists(st.binary(max_size=500), min_size=1, max_size=4))
def test_packed_streams_one_behind_the_other_come_back(kind: str, parts: list[bytes]) -> None:
    packed = b"".join(map(PACKERS[kind], parts))
    assert archive_kind(packed) == kind
    assert unpacked(packed, kind) == (b"".join(parts), "")


@KINDS
def test_long_streams_come_back(kind: str) -> None:
    content = bytes(range(256)) * 5_000 + b"end"
    assert unpacked(PACKERS[kind](content) + PACKERS[kind](content), kind) == (content * 2, "")


@KINDS
def test_a_stream_that_is_cut_gives_what_came_before(kind: str) -> None:
    content = b"".join(str(number * number).encode() for number in range(60_000))
    packed = PACKERS[kind](content)
    found, code = unpacked(packed[: len(packed) // 2], kind)
    assert code == "cut-short"
    assert content.startswith(found)
    assert kind == "bz2" or found


@KINDS
def test_what_stands_behind_is_told(kind: str) -> None:
    assert unpacked(PACKERS[kind](b"mail") + b"something else entirely", kind) == (b"mail", "trailing-data")


@pytest.mark.parametrize("kind", ["gz", "bz2", "xz"])
def test_padding_behind_is_fine(kind: str) -> None:
    assert unpacked(PACKERS[kind](b"mail") + bytes(200_000), kind) == (b"mail", "")


@KINDS
def test_a_bomb_is_stopped(kind: str) -> None:
    packed = PACKERS[kind](bytes(24 << 20))
    found, code = unpacked(packed, kind, SMALL)
    assert code == "over-limit"
    assert len(found) < 24 << 20


@KINDS
@given(damage=st.binary(min_size=1, max_size=80))
def test_damage_is_told_never_raised(kind: str, damage: bytes) -> None:
    packed = PACKERS[kind](b"From here to there " * 50)
    _, code = unpacked(packed[:12] + damage + packed[12 + len(damage) :], kind)
    assert code in {"", "broken-archive", "cut-short", "trailing-data", "over-limit"}


def test_limits_of_bytes_are_told() -> None:
    packed = gzip.compress(b"x" * 5_000)
    assert unpacked(packed, "gz", Limits(max_entry_bytes=4_000))[1] == "over-limit"
    assert unpacked(packed, "gz", Limits(max_unpacked_bytes=4_000))[1] == "over-limit"


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=150).filter(
    lambda name: name.strip("/")
)


@settings(max_examples=50)
@given(
    st.dictionaries(NAMES, st.binary(max_size=1_500), max_size=4),
    st.sampled_from([tarfile.PAX_FORMAT, tarfile.GNU_FORMAT]),
)
def test_tars_come_back(files: dict[str, bytes], form: int) -> None:
    assert listed(tar(files | {"last": b"x"}, form)) == [*(files | {"last": b"x"}).items()]


def test_names_of_entries_are_only_labels() -> None:
    files = {"/etc/mail": b"a", "../../up": b"b", "C:\\x": b"c"}
    assert listed(tar(files)) == [*files.items()]
    assert listed(zipped(files)) == [*files.items()]


def test_an_old_tar_without_magic_is_known_by_its_sum() -> None:
    octets = bytearray(tar({"a": b"x"}, tarfile.USTAR_FORMAT))
    octets[257:345] = bytes(88)
    octets[148:156] = b"%06o\0 " % (sum(octets[:148]) + sum(octets[156:512]) + 8 * 32)
    assert listed(bytes(octets)) == [("a", b"x")]


def test_tars_one_behind_the_other_are_read() -> None:
    assert listed(tar({"a": b"x"}) + tar({"b": b"y"})) == [("a", b"x"), ("b", b"y")]


def test_links_devices_and_sparse_entries_are_told() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as made:
        for name, kind in (
            ("l", tarfile.SYMTYPE),
            ("h", tarfile.LNKTYPE),
            ("p", tarfile.FIFOTYPE),
            ("d", tarfile.DIRTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type = kind
            made.addfile(info)
    assert listed(out.getvalue()) == [("l", "link"), ("h", "link"), ("p", "special-file")]


@pytest.mark.parametrize(
    ("size", "last"), [(700, ("a", "cut-short")), (600, ("a", "cut-short")), (1_700, ("b", "cut-short"))]
)
def test_a_tar_that_is_cut_gives_what_came_before(size: int, last: tuple[str, str]) -> None:
    found = listed(tar({"a": b"x" * 600, "b": b"y" * 600})[: size if last[0] == "a" else 2_300])
    assert found[-1] == last


def test_a_damaged_tar_header_is_told() -> None:
    octets = bytearray(tar({"a": b"x", "b": b"y"}))
    octets[1024 + 124] = 0x39
    assert listed(bytes(octets)) == [("a", b"x"), ("", "broken-archive")]


def test_a_huge_name_is_not_held() -> None:
    octets = tar({"n" * 300_000: b"x"}, tarfile.GNU_FORMAT)
    ((name, content),) = listed(octets)
    assert (len(name), content) == (1 << 16, b"x")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_zips_come_back(method: int) -> None:
    files = {"a/b.eml": b"text " * 500, "ü.eml": b"", "c": bytes(range(256))}
    assert listed(zipped(files, method)) == [*files.items()]


def test_an_entry_of_a_zip_without_a_name_is_read_too() -> None:
    octets = zipped({"?": b"x", "open": b"y"}, zipfile.ZIP_STORED).replace(b"?", b"\0")
    assert listed(octets) == [("", b"x"), ("open", b"y")]


def test_an_encrypted_entry_is_told_and_the_next_is_read() -> None:
    octets = bytearray(zipped({"secret": b"x", "open": b"y"}))
    octets[octets.index(b"PK\1\2") + 8] |= 1
    assert listed(bytes(octets)) == [("secret", "encrypted"), ("open", b"y")]


def test_an_unknown_method_is_told() -> None:
    octets = bytearray(zipped({"odd": b"x", "open": b"y"}))
    octets[octets.index(b"PK\1\2") + 10] = 97
    octets[octets.index(b"PK\3\4") + 8] = 97
    assert listed(bytes(octets)) == [("odd", "unsupported-archive"), ("open", b"y")]


def test_a_bomb_in_a_zip_is_stopped_and_the_next_entry_read() -> None:
    octets = zipped({"bomb": bytes(8 << 20), "mail": b"y", "big": bytes(range(256)) * 400})
    found = listed(octets, Limits(ratio_floor=1 << 20, max_ratio=600))
    assert found[0] == ("bomb", "over-limit")
    assert found[1] == ("mail", b"y")


def test_a_bomb_that_uses_up_the_budget_ends_the_zip() -> None:
    octets = zipped({"bomb": bytes(8 << 20), "mail": b"y"})
    assert listed(octets, Limits(max_unpacked_bytes=1 << 20)) == [("bomb", "over-limit"), ("", "over-limit")]


def test_too_many_entries_are_told() -> None:
    files = {str(number): b"x" for number in range(5)}
    assert listed(zipped(files), Limits(max_entries=4)) == [("", "over-limit")]
    assert [code for _, code in listed(tar(files), Limits(max_entries=4))][-1] == "over-limit"


def test_a_zip_that_is_cut_or_empty_is_told() -> None:
    octets = zipped({"a": b"x" * 1_000})
    assert listed(octets[:-30]) == [("", "cut-short")]
    assert listed(zipped({})) == []


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 2_000), st.integers(0, 255)), max_size=10))
def test_damaged_zips_and_tars_are_told_never_raised(damage: list[tuple[int, int]]) -> None:
    for whole in (zipped({"a": b"x" * 100, "b": b"yz" * 100}), tar({"a": b"x" * 100})):
        octets = bytearray(whole)
        for at, value in damage:
            octets[at % len(octets)] = value
        if archive_kind(bytes(octets)) in {"zip", "tar"}:
            listed(bytes(octets))


def test_documents_in_a_zip_are_no_archives() -> None:
    assert listed(zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b""})) == [("", "not-mail")]


def test_archives_that_cannot_be_opened_are_known() -> None:
    assert [unsupported_kind(head) for head in (b"Rar!\x1a\x07\x01", b"7z\xbc\xaf\x27\x1c", b"mail")] == [
        "rar",
        "7z",
        "",
    ]


def test_a_bomb_that_uses_up_the_budget_ends_the_tar() -> None:
    octets = tar({"bomb": bytes(3 << 20), "mail": b"y"})
    assert listed(octets, Limits(max_unpacked_bytes=1 << 20)) == [("bomb", "over-limit"), ("", "over-limit")]


def test_a_zip_whose_directory_is_damaged_is_told() -> None:
    octets = bytearray(zipped({"a": b"x"}))
    octets[octets.index(b"PK\1\2")] = 0
    assert listed(bytes(octets)) == [("", "broken-archive")]


def test_folders_in_archives_are_nothing_to_tell() -> None:
    assert listed(zipped({"in/": b"", "in/a": b"x"})) == [("in/a", b"x")]


def test_long_names_of_old_and_new_tars_are_joined() -> None:
    name = "/".join(["folder" * 5] * 6)
    assert listed(tar({name: b"x"}, tarfile.USTAR_FORMAT)) == [(name, b"x")]
    assert listed(tar({name: b"x"}, tarfile.PAX_FORMAT)) == [(name, b"x")]


def test_sizes_in_binary_and_in_extra_headers_are_read() -> None:
    octets = bytearray(tar({"a": b"xyz"}, tarfile.USTAR_FORMAT))
    octets[124:136] = b"\x80" + (3).to_bytes(11, "big")
    octets[148:156] = b"%06o\0 " % (sum(octets[:148]) + sum(octets[156:512]) + 8 * 32)
    assert listed(bytes(octets)) == [("a", b"xyz")]
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT, pax_headers={"comment": "all"}) as made:
        info = tarfile.TarInfo("b")
        info.size, info.pax_headers = 2, {"size": "2", "comment": "one"}
        made.addfile(info, io.BytesIO(b"uv"))
    assert listed(out.getvalue()) == [("b", b"uv")]


def test_a_tar_that_ends_inside_a_header_or_padding_is_told() -> None:
    octets = tar({"a": b"x" * 600, "b": b"y"})
    assert listed(octets[:1_600])[-1] == ("", "cut-short")
    assert listed(octets[: 1_536 + 100])[-1] == ("", "cut-short")
    assert listed(octets[:1_200])[-1] == ("", "cut-short")


def test_text_with_the_letters_of_the_magic_is_no_tar() -> None:
    for word in (b"ustard", b"ustar "):
        assert archive_kind(b"x" * 257 + word + b"x" * 300) == ""
    assert archive_kind(tar({"a": b"x"}, tarfile.GNU_FORMAT)) == archive_kind(tar({"a": b"x"})) == "tar"
