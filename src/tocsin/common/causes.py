"""Why something failed, as a reader is told it: the system's usual errors in our own words, a library's quoted."""

from __future__ import annotations

import errno
from typing import Final

from tocsin.model.error import OutputError
from tocsin.model.sentence import Sentence, say

_NO_ROOM: Final = say("there is no room left")
_NOT_PERMITTED: Final = say("the system does not permit it")
_NOT_THERE: Final = say("there is no such file or folder")
_TOO_MANY: Final = say("too many files are open")
_CAUSES: Final = {
    errno.EACCES: _NOT_PERMITTED,
    errno.EPERM: _NOT_PERMITTED,
    errno.ENOENT: _NOT_THERE,
    errno.ENXIO: _NOT_THERE,
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: say("the file would become too large"),
    errno.EROFS: say("it can only be read there, not written"),
    errno.EISDIR: say("it is a folder"),
    errno.ENOTDIR: say("something in its path is no folder"),
    errno.EEXIST: say("it is there already"),
    errno.ENAMETOOLONG: say("its name is too long"),
    errno.ELOOP: say("its symbolic links lead round in a circle"),
    errno.EIO: say("the disk reported an error"),
    errno.ESTALE: say("the network drive does not have it any more"),
    errno.EBUSY: say("something else is using it"),
    errno.EMFILE: _TOO_MANY,
    errno.ENFILE: _TOO_MANY,
    errno.ENOMEM: say("there is not enough memory"),
    errno.ETIMEDOUT: say("nobody answered in time"),
    errno.ECONNREFUSED: say("nobody answers there"),
}
"""By their number (POSIX, errno.h): what the system itself says comes in its language, not the reader's."""


def cause_of(error: OSError) -> Sentence:
    """Return why the system refused."""
    known = _CAUSES.get(error.errno or 0)
    return known or quoted(say("the system"), error.strerror or type(error).__name__)


def quoted(speaker: Sentence | str, said: object) -> Sentence:
    """Return what a library said, in its own language, as a quotation."""
    return say('%(speaker)s says "%(said)s"', speaker=speaker, said=said)


def no_scratch(place: object, cause: Sentence) -> OutputError:
    """Return the error of a scratch file that could not be written; `place` is its folder."""
    hint = say("Make room there, or set TMPDIR to a folder that has room and that you may write to.")
    return OutputError(
        say("%(place)s, where scratch files go, cannot be written: %(cause)s", place=place, cause=cause), hint
    )
