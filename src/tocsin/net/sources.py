"""The input of a scan: read twice from its beginning where history is wanted, standard input too."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, cast

from tocsin.model.limits import Limits
from tocsin.model.source import RawMail, Unread
from tocsin.net.files import STDIN, open_mail, total_bytes

_IN_MEMORY: Final = 64_000_000
"""Bytes of standard input that are kept in memory; more goes to a temporary file."""


class Sources:
    """Paths to read mail from. Use as a context manager: standard input is spooled while it is open."""

    def __init__(self, paths: Sequence[str], limits: Limits = Limits(), stdin: BinaryIO | None = None) -> None:
        self._paths = [path if path == STDIN else Path(path) for path in paths]
        self._limits = limits
        self._stdin = stdin
        self._spool: BinaryIO | None = None
        self.total = 0
        """Bytes to go through in one pass."""

    def __enter__(self) -> Sources:
        self.total = total_bytes(self._paths)
        if STDIN in self._paths:
            spool = tempfile.SpooledTemporaryFile(_IN_MEMORY)
            shutil.copyfileobj(self._stdin or sys.stdin.buffer, spool)
            self.total += spool.tell()
            self._spool = cast(BinaryIO, spool)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._spool is not None:
            self._spool.close()

    def open(self) -> Iterator[RawMail | Unread]:
        """Yield the mail from its beginning."""
        if self._spool is not None:
            self._spool.seek(0)
        return open_mail(self._paths, self._limits, self._spool)
