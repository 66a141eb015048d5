"""Seekable copies of what can only be read forwards: standard input, a pipe, an entry of an archive."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final, cast

from tocsin.common.causes import cause_of, no_scratch
from tocsin.formats.container import SpoolFullError
from tocsin.model.limits import Limits
from tocsin.model.sentence import Sentence, say

_PIECE: Final = 1 << 20


class Spool:
    """Makes copies that go when they are closed: small ones in memory, larger ones in a temporary file.

    With `in_memory` none is ever written to disk, as a newsroom needs it: what is larger than
    `limits.max_memory_bytes` raises SpoolFullError. Raises OutputError where the temporary file cannot be written.
    """

    def __init__(self, limits: Limits = Limits(), in_memory: bool = False) -> None:
        self._limits = limits
        self._in_memory = in_memory

    @contextmanager
    def __call__(self, stream: BinaryIO) -> Iterator[BinaryIO]:
        """Give a copy of a stream; the stream itself where it is seekable already."""
        if stream.seekable():
            yield stream
            return
        with self._store() as copy:
            self._fill(copy, stream)
            copy.seek(0)
            yield copy

    def _store(self) -> BinaryIO:
        if self._in_memory:
            return io.BytesIO()
        return cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=self._limits.spool_bytes))

    def _fill(self, copy: BinaryIO, stream: BinaryIO) -> None:
        while piece := stream.read(_PIECE):
            if self._in_memory and copy.tell() + len(piece) > self._limits.max_memory_bytes:
                raise SpoolFullError
            try:
                copy.write(piece)
            except OSError as error:
                raise no_scratch(scratch_folder(), cause_of(error)) from error


def scratch_folder() -> str | Sentence:
    """Return the folder in which temporary files are made."""
    try:
        return tempfile.gettempdir()
    except FileNotFoundError:  # none of those that Python tries can be written
        return os.environ.get("TMPDIR") or say("the folder for temporary files")
