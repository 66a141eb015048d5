"""Where results are written: a file, or standard output."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from tocsin.common.causes import cause_of
from tocsin.model.error import OutputError
from tocsin.model.sentence import Sentence, say


def prepare(path: Path | None) -> None:
    """Make the folder of a file to write and see that it can be written, before hours of work are lost over it.

    What is in the file stays, and no empty one is left. Raises OutputError.
    """
    if path is not None:
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            is_new = not path.exists()
            path.open("ab").close()
            if is_new:
                path.unlink()


@contextmanager
def target(path: Path | None) -> Iterator[BinaryIO]:
    """Open a file to write anew; without a path standard output. Raises OutputError where writing fails.

    What was there is replaced once all is written, and stays as it was where anything fails before; only where no file
    can take its place it is written over.
    """
    if path is None:
        with _told(say("standard output")):
            yield sys.stdout.buffer
            sys.stdout.flush()
        return
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        real = Path(os.path.realpath(path))
        in_place = _is_device(path) or (real.exists() and not os.access(real.parent, os.W_OK))
        with path.open("wb") if in_place else _replacing(real) as out:
            yield out


def _is_device(path: Path) -> bool:
    """Say whether a path leads to what is written into and never replaced: a pipe, a device, an open file of ours."""
    there = path.absolute()
    if there.is_relative_to("/dev/fd") or there.is_relative_to("/proc") or there.parent == Path("/dev"):
        return True
    return path.exists() and not path.is_file()


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a new file beside `path`, with its owner and mode, that takes its place at the end."""
    before = path.stat() if path.exists() else None
    if before and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as out:
            if before:
                with suppress(PermissionError):
                    os.fchown(out.fileno(), before.st_uid, before.st_gid)
                os.fchmod(out.fileno(), stat.S_IMODE(before.st_mode))
            yield out
        _put(part, path)
    finally:
        part.unlink(missing_ok=True)


def _put(part: Path, path: Path) -> None:
    """Let a file take the place of another; one that is mounted by itself is written over instead."""
    try:
        part.replace(path)
    except OSError as error:
        if error.errno != errno.EBUSY:
            raise
        shutil.copyfile(part, path)


@contextmanager
def _told(place: Path | Sentence) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        hint = say("Choose a place that you may write to and that has room.")
        raise OutputError(
            say("%(place)s cannot be written: %(cause)s", place=place, cause=cause_of(error)), hint
        ) from error
