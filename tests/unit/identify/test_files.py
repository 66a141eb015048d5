"""Files inside files, read within limits."""

from __future__ import annotations

import io
import zipfile

from tocsin.formats.mime import parse
from tocsin.formats.smime import kind_of, signed_content
from tocsin.identify import samples
from tocsin.identify.examples import message
from tocsin.identify.files import file_links, files
from tocsin.identify.mail import Mail
from tocsin.identify.qr import codes


def _mail(name: str, data: bytes) -> Mail:
    return Mail(parse(message(text="x", attachments=[(name, "application/octet-stream", data)]).raw))


def test_opens_archives_in_archives() -> None:
    inner = samples.zipped(("c.txt", b"deep"))
    found = files(_mail("a.zip", samples.zipped(("b.zip", inner))))
    assert [file.name for file in found] == ["a.zip", "a.zip/b.zip", "a.zip/b.zip/c.txt"]
    assert found[-1].data == b"deep"


def test_stops_at_the_depth_limit_and_says_so() -> None:
    data = samples.zipped(("x.txt", b"x"))
    for _ in range(6):
        data = samples.zipped(("n.zip", data))
    found = files(_mail("a.zip", data))
    assert len(found) == 4
    assert found[-1].broken


def test_damaged_archives_are_told() -> None:
    assert files(_mail("a.zip", samples.zipped(("b.txt", b"x"))[:25]))[0].broken


def test_an_entry_without_a_name_does_not_hide_the_others() -> None:
    """Found by fuzzing: the standard library's `is_dir` raises over it, and every check of files failed."""
    data = samples.zipped(("?", b"none"), ("b.txt", b"deep")).replace(b"?", b"\0")
    assert [file.name for file in files(_mail("a.zip", data))] == ["a.zip", "a.zip/", "a.zip/b.txt"]


def test_a_damaged_extra_field_or_stream_is_told() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as made:
        made.writestr("b.txt", bytes(5_000))
    broken = bytearray(out.getvalue())
    broken[39:60] = b"\xff" * 21
    assert files(_mail("a.zip", bytes(broken)))[0].broken


def test_reads_links_of_pdfs_and_codes_of_pictures() -> None:
    pdf = samples.pdf(action=samples.uri("https://other.test/x"))
    assert [link.host for link in file_links(_mail("a.pdf", pdf))] == ["other.test"]
    assert [link.host for link in codes(_mail("a.png", samples.qr("https://other.test/q")))] == ["other.test"]


def test_takes_the_message_out_of_an_opaque_signature() -> None:
    body = b"Content-Type: text/plain\n\nSigned words\n"
    octets = b"\x04" + bytes([len(body)]) + body
    explicit = b"\xa0" + bytes([len(octets)]) + octets
    data = bytes.fromhex("06092a864886f70d010701")
    cms = b"\x30\x80\x06\x09" + bytes.fromhex("2a864886f70d010702") + b"\xa0\x80\x30\x80" + data + explicit
    assert kind_of(cms) == "signed"
    assert signed_content(cms) == body
    raw = message(text="x", attachments=[("smime.p7m", "application/pkcs7-mime; smime-type=signed-data", cms)]).raw
    assert any("Signed words" in text.content for text in Mail(parse(raw)).texts)
    assert signed_content(b"\x30\x80\x06") == b""
