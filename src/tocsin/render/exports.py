"""What is said of a period that somebody stated for exported logs."""

from __future__ import annotations

from typing import Final

from tocsin.model.activity import Coverage
from tocsin.render.words import N_, Words

_BELIEVED: Final = N_("%(log)s: complete from %(begins)s to %(ends)s, as stated.")
_REFUSED: Final = N_(
    "%(log)s: the stated period is not believed. Lines of a file cannot be read, it has as many lines as an export can "
    "have, or it has none of that time."
)


def sentence(stated: Coverage, words: Words) -> str:
    """Return what became of what was stated of a log."""
    log = f"{stated.provider} {stated.log}".strip()
    if stated.broken:
        return words.gettext(_REFUSED, log=log)
    begins, ends = f"{stated.begins:%Y-%m-%d %H:%M}", f"{stated.ends:%Y-%m-%d %H:%M UTC}"
    return words.gettext(_BELIEVED, log=log, begins=begins, ends=ends)
