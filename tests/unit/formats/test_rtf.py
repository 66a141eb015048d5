from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.rtf import literals, packed

from tocsin.formats.rtf import codepage_name, decompress, read_rtf
from tocsin.model.limits import Limits

PRESET = rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}"
RTF_WORDS = st.sampled_from([
    b"\\fromhtml1", b"{", b"}", b"{\\*\\htmltag64 <p>}", b"\\htmlrtf ", b"\\htmlrtf0 ", b"\\u8364 ?", b"\\'e9",
    b"\\f1 ",    b"\\bin99999999 ", b"\\uc-3 ", b"\\u-10179?", b"\\u-8694?", b"\\*", b"\\", b"\\'",
    b"{\\fonttbl{\\f1\\fcharset178 A;}}",
])  # fmt: skip


def test_a_reference_repeats_the_dictionary_and_what_it_repeats() -> None:
    # offset 0, length 10 of the preset; then "ab" and a reference to it longer than it is; then the end mark.
    content = bytes([0b0001_1001])
    content += struct.pack(">H", 0 << 4 | 8) + b"ab" + struct.pack(">H", 217 << 4 | 4) + struct.pack(">H", 225 << 4)
    assert decompress(packed(content, 18)) == (PRESET[:10] + b"abababab", ())


@given(st.binary(max_size=9_000))
def test_literals_come_back(text: bytes) -> None:
    assert decompress(packed(literals(text), len(text))) == (text, ())


def test_what_is_not_compressed_is_taken_as_it_is() -> None:
    assert decompress(packed(b"{\\rtf1 x}", 9, b"MELA", 0)) == (b"{\\rtf1 x}", ())


@pytest.mark.parametrize(
    ("octets", "code"),
    [
        (b"", "rtf-broken"),
        (packed(b"x", 1, b"ZIP!"), "rtf-broken"),
        (packed(literals(b"text"), 4, checksum=1), "rtf-checksum"),
        (packed(literals(b"text"), 9), "rtf-short"),
        (packed(b"\1" + struct.pack(">H", 4000 << 4), 9), "rtf-short"),
        (packed(literals(b"t" * 2_000), 2_000), "rtf-cut"),
    ],
)
def test_broken_compression_is_told(octets: bytes, code: str) -> None:
    text, defects = decompress(octets, Limits(max_rtf_bytes=1_000))
    assert code in [defect.code for defect in defects]
    assert len(text) <= 1_000


def test_html_is_taken_out_of_its_capsule() -> None:
    document = (
        rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fswiss\fcharset178 Arial;}}"
        rb"{\*\generator Invented;}{\*\htmltag64 <p>}\htmlrtf \par\htmlrtf0 Caf\'e9 \u1587?\u1604? {\*\htmltag84 &lt;}"
        b"\r\n"
        rb"\htmlrtf <\htmlrtf0 \f1\'d3\'e1\f0\~{\*\mhtmltag92 <a href=x>}{\*\htmltag92 <a href='http://x.example/\{1\}'>}"
        rb"link{\*\htmltag100 </a>\par }}"
    )
    html = "<p>Café سل &lt;سل\u00a0<a href='http://x.example/{1}'>link</a>\r\n"
    assert read_rtf(document).html == html
    assert read_rtf(document).text == ""


def test_plain_rich_text_gives_its_text() -> None:
    document = (
        rb"{\rtf1\ansi{\fonttbl\f0 Arial;}{\info{\title no}}{\*\htmltag no}One\par Two\tab\u-10179?\u-8694? "
        rb"\ldblquote q\rdblquote{\pict 00}}"
    )
    assert read_rtf(document).text == "One\r\nTwo\t\U0001f60a \u201cq\u201d"


def test_more_characters_may_stand_in_for_one() -> None:
    assert read_rtf(rb"{\rtf1\uc2\u8364 ab c{\uc0\u8364 d}\u8364 efg}").text == "€ c€d€g"


def test_limits_of_rich_text_are_told() -> None:
    deep = b"{\\rtf1 " + b"{" * 3_000 + b"x" + b"}" * 3_000 + b" y}"
    assert [defect.code for defect in read_rtf(deep).defects] == ["rtf-depth"]
    assert "y" in read_rtf(deep).text
    assert [defect.code for defect in read_rtf(b"{\\rtf1 long}", Limits(max_rtf_bytes=8)).defects] == ["rtf-cut"]
    assert [defect.code for defect in read_rtf(b"<html>").defects] == ["rtf-broken"]


@given(st.lists(RTF_WORDS | st.binary(max_size=4), max_size=40))
def test_any_rich_text_is_read_without_error(words: list[bytes]) -> None:
    rich = read_rtf(b"{\\rtf1" + b"".join(words))
    (rich.html + rich.text).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    ("page", "name"),
    [(1256, "windows-1256"), (65001, "utf-8"), (28596, "iso-8859-6"), (437, "cp437"), (0, ""), (99999, "")],
)
def test_codepages_have_names(page: int, name: str) -> None:
    assert codepage_name(page) == name
