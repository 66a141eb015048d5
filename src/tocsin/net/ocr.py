"""Text in pictures by the program `tesseract`, on this machine, in English and Arabic."""

from __future__ import annotations

import io
import shutil
import subprocess
import warnings
from threading import BoundedSemaphore
from typing import Final

from PIL import Image, UnidentifiedImageError

from tocsin.model.error import InputError
from tocsin.model.sentence import say

LANGUAGES: Final = "eng+ara"
MAX_BYTES: Final = 20 << 20
MAX_PIXELS: Final = 40_000_000
SECONDS: Final = 60
_AT_ONCE: Final = 2
"""Pictures that are read at one time."""
_SMALL: Final = 1_000
"""Pixels of width below which a picture is doubled: tesseract reads letters of 20 pixels and more best."""


class Tesseract:
    """A `tocsin.app.ports.Ocr`. The picture is decoded here and handed on as a plain one, so that no odd format is."""

    def __init__(self, program: str = "tesseract", seconds: float = SECONDS) -> None:
        self._program, self._seconds = program, seconds
        self._turns = BoundedSemaphore(_AT_ONCE)

    def text(self, image: bytes) -> str:
        """Return the text. Raises InputError for what is no picture, is too large, or takes too long."""
        program = shutil.which(self._program)
        if program is None:
            raise InputError(
                say("pictures cannot be read here: the program tesseract is missing"),
                say("Install tesseract-ocr with its languages eng and ara, or paste the text."),
            )
        command = [program, "stdin", "stdout", "-l", LANGUAGES, "--psm", "3"]
        try:
            with self._turns:
                done = subprocess.run(  # noqa: S603 - a fixed command; the picture goes in by a pipe
                    command, input=_plain(image), capture_output=True, check=False, timeout=self._seconds,
                    env={"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"},
                )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise InputError(say("reading the picture took too long"), _HINT) from error
        if done.returncode:
            raise InputError(say("the picture could not be read"), _HINT)
        return done.stdout.decode("utf-8", "replace").replace("\f", "\n").strip()


_HINT: Final = say("Take a picture of the part with the text only, or paste the text.")


def _plain(image: bytes) -> bytes:
    if len(image) > MAX_BYTES:
        raise InputError(say("the picture is too large"), _HINT)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(image), formats=("PNG", "JPEG", "WEBP", "GIF", "BMP")) as opened:
                if opened.width * opened.height > MAX_PIXELS:
                    raise InputError(say("the picture is too large"), _HINT)
                grey = opened.convert("L")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise InputError(say("this is no picture that can be read"), _HINT) from error
    if grey.width < _SMALL:
        grey = grey.resize((grey.width * 2, grey.height * 2))
    out = io.BytesIO()
    grey.save(out, "PNG")
    return out.getvalue()
