"""The lines that activities were read from, by where they stand."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from typing import Final

from tocsin.formats.carriers import Line, elements, records
from tocsin.formats.container import OpenFile
from tocsin.model.activity import Activity
from tocsin.model.error import InputError
from tocsin.model.limits import Limits
from tocsin.model.sentence import say
from tocsin.model.source import Unread

DIGEST_DIGITS: Final = 32
_AGAIN: Final = say("Give the same files as before, or scan them again.")


def digest_of(line: bytes) -> str:
    """Return the digest by which an activity names its line."""
    return hashlib.sha256(line).hexdigest()[:DIGEST_DIGITS]


def original(sources: Iterable[OpenFile | Unread], activity: Activity, limits: Limits = Limits()) -> bytes:
    """Return the bytes of the line that an activity was read from, after checking them against its digest.

    `sources` are the same files again. Raises InputError where the file is not among them, or has changed.
    """
    return next(originals(sources, (activity,), limits))[1]


def originals(
    sources: Iterable[OpenFile | Unread], activities: Iterable[Activity], limits: Limits = Limits()
) -> Iterator[tuple[Activity, bytes]]:
    """Yield activities with the bytes of their lines, as `original`, going through the files once."""
    wanted: dict[str, dict[int, list[Activity]]] = {}
    for activity in activities:
        wanted.setdefault(activity.file, {}).setdefault(activity.offset, []).append(activity)
    for one in sources:
        if isinstance(one, Unread) or one.path not in wanted:
            continue
        at = wanted.pop(one.path)
        for line in records(one.stream, one.head, limits):
            if isinstance(line, Line) and at:
                yield from _checked(line, at, limits)
        if at:
            raise _changed(one.path)
    if wanted:
        raise _changed(next(iter(wanted)))


def _checked(line: Line, at: dict[int, list[Activity]], limits: Limits) -> Iterator[tuple[Activity, bytes]]:
    """Yield what was wanted of a line, or of the page of records that the line is, and strike it off."""
    inside = line.kind == "json" and any(line.offset < place < line.offset + len(line.raw) for place in at)
    pages = elements(io.BytesIO(line.raw).read, line.offset, limits) if inside else iter(())
    for one in (line, *pages):
        if isinstance(one, Line) and (found := at.get(one.offset)) and digest_of(one.raw) == found[0].digest:
            del at[one.offset]
            yield from ((activity, one.raw) for activity in found)


def _changed(path: str) -> InputError:
    return InputError(say("%(file)s does not hold the lines that were read: it was changed since", file=path), _AGAIN)
