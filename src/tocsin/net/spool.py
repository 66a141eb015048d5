"""Seekable copies of what can only be read forwards: standard input, a pipe, an entry of an archive."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final, cast

from tocsin.formats.container import SpoolFullError
from tocsin.model.limits import Limits

_PIECE: Final = 1 << 20


class Spool:
    """Makes copies that go when they are closed: small ones in memory, larger ones in a temporary file.

    With `in_memory` none is ever written to disk, as a newsroom needs it: what is larger than
    `limits.max_memory_bytes` raises SpoolFullError.
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
            if self._in_memory:
                self._fill(copy, stream)
            else:
                shutil.copyfileobj(stream, copy, _PIECE)
            copy.seek(0)
            yield copy

    def _store(self) -> BinaryIO:
        if self._in_memory:
            return io.BytesIO()
        return cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=self._limits.spool_bytes))

    def _fill(self, copy: BinaryIO, stream: BinaryIO) -> None:
        while piece := stream.read(_PIECE):
            if copy.tell() + len(piece) > self._limits.max_memory_bytes:
                raise SpoolFullError
            copy.write(piece)
