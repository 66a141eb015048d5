"""Pictures of messages, read by the real program; hostile files never reach it."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont, features
from tests.real import needs

from tocsin.model.error import InputError
from tocsin.net.ocr import MAX_BYTES, Tesseract

FONTS = [Path("/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"),
         Path("/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf")]  # fmt: skip


def picture(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, kind: str = "PNG") -> bytes:
    image = Image.new("RGB", (900, 160), "white")
    ImageDraw.Draw(image).text((20, 40), text, "black", font=font)
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


@pytest.mark.real
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_english_is_read(kind: str) -> None:
    needs("tesseract-ocr")
    text = Tesseract().text(picture("Please send me the code http://sign-in.test/x", ImageFont.load_default(32), kind))
    assert "Please send me the code" in text
    assert "sign-in.test" in text


@pytest.mark.real
def test_arabic_is_read() -> None:
    needs("tesseract-ocr")
    font = next((file for file in FONTS if file.exists()), None)
    if font is None or not features.check("raqm"):
        pytest.skip("needs the Debian package fonts-noto-core, and Pillow with raqm to draw Arabic")
    drawn = picture("يرجى تأكيد كلمة المرور الآن", ImageFont.truetype(str(font), 44))
    assert "كلمة المرور" in Tesseract().text(drawn)


def _bomb() -> bytes:
    """A PNG of 30,000 by 30,000 pixels in a few bytes."""
    out = io.BytesIO()
    Image.new("1", (1, 1)).save(out, "PNG")
    raw = bytearray(out.getvalue())
    raw[16:24] = (30_000).to_bytes(4, "big") * 2
    raw[29:33] = zlib.crc32(raw[12:29]).to_bytes(4, "big")
    return bytes(raw)


@pytest.mark.parametrize(
    "image",
    [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, b"%PDF-1.4", b"<svg/>", b"x" * (MAX_BYTES + 1), _bomb()],
    ids=["empty", "text", "broken", "pdf", "svg", "large", "bomb"],
)
def test_what_is_no_picture_is_told_and_goes_no_further(image: bytes, tmp_path: Path) -> None:
    program = tmp_path / "reader"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/reached\n")
    program.chmod(0o755)
    with pytest.raises(InputError):
        Tesseract(str(program)).text(image)
    assert not (tmp_path / "reached").exists()


def test_a_reader_that_hangs_fails_or_is_missing_is_told(tmp_path: Path) -> None:
    drawn = picture("x", ImageFont.load_default(20))
    for name, script, said in (("slow", "exec sleep 60", "too long"), ("failing", "exit 3", "could not be read")):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        with pytest.raises(InputError, match=said):
            Tesseract(str(program), seconds=1).text(drawn)
    with pytest.raises(InputError, match="missing"):
        Tesseract(str(tmp_path / "nothing")).text(drawn)
