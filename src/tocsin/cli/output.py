"""Where results are written: a file, or standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
    """Open a file to write anew; without a path standard output. Raises OutputError where writing fails."""
    if path is None:
        with _told(say("standard output")):
            yield sys.stdout.buffer
            sys.stdout.flush()
        return
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as out:
            yield out


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
