"""The option by which somebody states what time exported logs cover, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import click

from tocsin.cli.times import time_of
from tocsin.common.periods import exported, first_hour, last_hour
from tocsin.model.activity import Coverage, Exported
from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.net.files import STDIN, show
from tocsin.render.exports import sentence
from tocsin.render.words import N_, Words

exported_option: Final[Callable[..., Any]] = click.option(
    "--exported", "stated", multiple=True, metavar="[PATH=]FROM..TO",
    help="State that the files, or those in PATH, have all lines of their logs, of all accounts, from one day to "
    "another, both whole, or from one time to another; repeat for more.",
)  # fmt: skip
_HOW: Final = say("Write it as 2026-10-01..2026-10-14, or with the path of a file or folder and = before it.")
_NONE: Final = N_("No log was read to which the stated period could belong.")


def exported_of(stated: Iterable[str], paths: Sequence[str]) -> tuple[Exported, ...]:
    """Return what is stated of files. Raises InputError where it is no period, or of a path that is not read."""
    several = tuple(stated)
    if several and not paths:
        raise InputError(
            say("there are no files of which a period is stated"),
            say("Give their paths, or state it where the logs are taken in: `tocsin accounts submit --exported`."),
        )
    return tuple(_one(text, paths) for text in several)


def _one(text: str, paths: Sequence[str]) -> Exported:
    path, _, period = text.rpartition("=")
    begins, dots, ends = period.partition("..")
    if not dots:
        raise InputError(say('"%(value)s" is no period', value=text), _HOW)
    if path and not any(_is_in(Path(path), one) for one in paths):
        raise InputError(say("%(path)s is not among what is read", path=path), _HOW)
    label = path if path in ("", STDIN) else "" if Path(path) == Path() else show(Path(path))
    return exported(_time(begins, first_hour), _time(ends, last_hour), label)


def _is_in(path: Path, given: str) -> bool:
    return str(path) == given or path.is_relative_to(Path(given))


def _time(text: str, of_day: Callable[[date], datetime]) -> datetime:
    try:
        return of_day(date.fromisoformat(text))
    except ValueError:
        return time_of(text)


def told(coverage: Iterable[Coverage], words: Words) -> Iterator[str]:
    """Yield what became of what was stated."""
    stated = [one for one in coverage if one.stated]
    yield from (sentence(one, words) for one in stated)
    if not stated:
        yield words.gettext(_NONE)
