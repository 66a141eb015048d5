"""The input of a scan: read twice from its beginning where history is wanted, standard input and pipes too."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from tocsin.common.causes import cause_of
from tocsin.formats.container import OpenFile, SpoolFullError
from tocsin.model.error import InputError
from tocsin.model.limits import Limits
from tocsin.model.sentence import say
from tocsin.model.source import RawMail, Unread
from tocsin.net.files import STDIN, open_files, open_mail, total_bytes
from tocsin.net.spool import Spool


class Sources:
    """Paths to read mail or logs from. Use as a context manager: what can be read only once is copied while it is open.

    With `in_memory` no copy is ever written to disk. Raises InputError where a pipe holds more than memory may.
    """

    def __init__(
        self,
        paths: Sequence[str],
        limits: Limits = Limits(),
        stdin: BinaryIO | None = None,
        in_memory: bool = False,
    ) -> None:
        self._paths = list(paths)
        self._limits = limits
        self._stdin = stdin
        self._spool = Spool(limits, in_memory)
        self._copies: dict[str, BinaryIO] = {}
        self._open = ExitStack()
        self.total = 0
        """Bytes to go through in one pass."""

    def __enter__(self) -> Sources:
        self.total = total_bytes(self._paths)
        with ExitStack() as opened:
            for path in dict.fromkeys(self._paths):
                if path == STDIN or _is_pipe(path):
                    self._copies[path] = self._copy(path, opened)
                    self.total += self._copies[path].seek(0, 2)
            self._open = opened.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def open(self) -> Iterator[RawMail | Unread]:
        """Yield the mail from its beginning."""
        return open_mail(self._paths, self._limits, self._copies, self._spool)

    def files(self) -> Iterator[OpenFile | Unread]:
        """Yield the files as they are, from the beginning; each is to be read before the next is asked for."""
        return open_files(self._paths, self._limits, self._copies, self._spool)

    def _copy(self, path: str, opened: ExitStack) -> BinaryIO:
        try:
            if path == STDIN:
                return opened.enter_context(self._spool(self._stdin or sys.stdin.buffer))
            with Path(path).open("rb") as pipe:
                return opened.enter_context(self._spool(pipe))
        except SpoolFullError as error:
            raise InputError(
                say("%(path)s gives more than %(count)s bytes", path=path, count=self._limits.max_memory_bytes),
                say("A newsroom's mail is held in memory and never copied to disk: give the file or folder itself."),
            ) from error
        except OSError as error:
            raise InputError(
                say("%(path)s cannot be read: %(cause)s", path=path, cause=cause_of(error)),
                say("Check its owner and mode, or give a file or folder."),
            ) from error


def _is_pipe(path: str) -> bool:
    try:
        return stat.S_ISFIFO(Path(path).stat().st_mode)
    except OSError:
        return False
