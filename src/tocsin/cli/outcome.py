"""`tocsin outcome`: how far the attempts of an incident got, from the logs of accounts, and what stopped them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import click
import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tocsin.app import outcomes
from tocsin.bootstrap import now
from tocsin.cli.command import Command
from tocsin.cli.exported import exported_of, exported_option, told
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import target
from tocsin.cli.times import time_of
from tocsin.identify.outcome import chain
from tocsin.identify.outcome.compare import compare, whole
from tocsin.identify.outcome.flow import flow
from tocsin.identify.outcome.lines import Lines, key
from tocsin.identify.outcome.logs import Reach
from tocsin.identify.outcome.paragraph import paragraph
from tocsin.model.activity import Activity, Coverage, Exported, Unreadable
from tocsin.model.error import InputError
from tocsin.model.outcome import Did, Side, Told
from tocsin.model.people import Tlp
from tocsin.model.sentence import say
from tocsin.net.sources import Sources
from tocsin.render import outcome as shown
from tocsin.render.plain import one_line
from tocsin.render.words import Words
from tocsin.scan import activities
from tocsin.scan.covering import LOST

_HOUSES: Final = ("microsoft", "google", "okta", "onelogin", "imap")
_FORMATS: Final = ("table", "json", "attack-flow", "svg")


@click.command("outcome", cls=Command)
@click.argument("incident")
@click.option("--logs", multiple=True, metavar="PATH",
              help="Sign-in, audit, mail and click logs: a file or folder; repeat for more.")  # fmt: skip
@exported_option
@click.option(
    "--mine",
    multiple=True,
    metavar="LINE",
    help="The person says that this line of the logs was them; repeat for more. Nothing of it is kept.",
)
@click.option("--not-mine", multiple=True, metavar="LINE",
              help="The person says that this line was not them; repeat for more.")  # fmt: skip
@click.option("--as-of", metavar="TIME", help="The time it is to speak for, as 2026-03-01T09:30:00Z, now at the latest "
              "(default: that of the last line of any of the logs).")  # fmt: skip
@click.option("--house", "houses", multiple=True, type=click.Choice(_HOUSES),
              help="Where accounts can be signed in to, besides where the logs are from; repeat for more.")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="table", show_default=True,
              help="How the result is written.")  # fmt: skip
@click.option("--compare", "other", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Compare with another organisation: the JSON that this command wrote there.")  # fmt: skip
@click.option(
    "--without-people", is_flag=True, help="Name no person: it is what another organisation needs to compare."
)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path),
              help="Write to this file instead of standard output.")  # fmt: skip
@organisation_option
@language_option
def command(
    incident: str, logs: tuple[str, ...], stated: tuple[str, ...], mine: tuple[str, ...], not_mine: tuple[str, ...],
    as_of: str | None, houses: tuple[str, ...], format_: str, other: Path | None, without_people: bool,
    output: Path | None, organisation: str | None, lang: str,
) -> None:  # fmt: skip
    """Say how far the attempts of INCIDENT (an id) got, and what stopped them, from the logs of accounts.

    Without --logs it is told from those that were taken in (`tocsin accounts submit`). Whatever the logs do not tell
    is unknown, and it says which log would settle it.
    """
    words = Words(lang)
    exported, words_said = exported_of(stated, logs), _said(mine, not_mine, logs)
    with entered(organisation) as node:
        if not logs:
            kept = outcomes.outcome(node, incident, time_of(as_of) if as_of else None, " ".join(houses))
            _tell_of_sealed(kept.sealed, words)
            found = _Found(kept.side, kept.as_of, kept.tlp, Lines(kept.lines), tuple(kept.said.values()))
            _write(found, format_, words, other, without_people, output)
            return
        known = outcomes.attempts(node, incident)
    lines, coverage, unread = read(logs, now(), exported)
    for said in told(coverage, words) if exported else ():
        click.echo(said, err=True)
    if unread:
        click.echo(words.ngettext("%(n)s line could not be read.", "%(n)s lines could not be read.", unread), err=True)
    _tell_of_sealed(known.sealed, words)
    at = min(time_of(as_of) if as_of else _latest(coverage) or now(), now())
    reach, heard = Reach(coverage, houses), _heard(known, words_said, lines)
    judged = tuple(chain.judge(attempt, lines, reach, heard, as_of=at) for attempt in known.attempts)
    side = Side(known.organisation, known.attempts, judged)
    answers = {one.line: one for one in heard if one.line}
    _write(_Found(side, at, known.tlp, lines, tuple(answers.values())), format_, words, other, without_people, output)


def _said(mine: Sequence[str], not_mine: Sequence[str], logs: Sequence[str]) -> dict[str, Did]:
    """What the options say of lines, by their key."""
    if (mine or not_mine) and not logs:
        raise InputError(
            say("there are no files with these lines"),
            say("Give --logs; of logs that were taken in, `tocsin incident sign-in` writes down what was said."),
        )
    if both := set(mine) & set(not_mine):
        raise InputError(
            say("%(line)s is said to be both", line=min(both)[:100]), say("Say --mine or --not-mine of a line.")
        )
    return dict.fromkeys(mine, Did.MINE) | dict.fromkeys(not_mine, Did.NOT_MINE)


def _heard(known: outcomes.Attempts, said: dict[str, Did], lines: Lines) -> tuple[Told, ...]:
    """What people said of the attempts, and what the options say of lines of the files, which counts last."""
    if unknown := said.keys() - {key(line) for line in lines}:
        raise InputError(
            say("%(line)s is no line of these logs", line=min(unknown)[:100]),
            say("`tocsin outcome` shows the ids of lines that people can be asked about."),
        )
    kept = (one for one in known.told if one.line not in said)
    return *kept, *(Told(line, one.id, did, now(), line) for one in known.attempts for line, did in said.items())


def _tell_of_sealed(count: int, words: Words) -> None:
    if count:
        said = words.ngettext("%(n)s message is closed and left out.", "%(n)s messages are closed and left out.", count)
        click.echo(said, err=True)


class _Found(Struct):
    """How far the attempts got, and the lines that tell it."""

    side: Side
    at: datetime
    tlp: Tlp
    lines: Lines
    answers: tuple[Told, ...] = ()
    """What was said of lines, of each once."""


def _write(
    found: _Found, format_: str, words: Words, other: Path | None, without_people: bool, output: Path | None
) -> None:  # fmt: skip
    side = found.side
    with target(output) as file:
        if format_ == "attack-flow":
            file.write(flow(side.name, whole(side.outcomes), found.at, found.tlp))
        else:
            found = replace(found, side=outcomes.unnamed(side), answers=()) if without_people else found
            file.write(written(found, format_, words, _other(other)))


def read(
    logs: Sequence[str], as_of: datetime, exported: Sequence[Exported] = ()
) -> tuple[Lines, tuple[Coverage, ...], int]:
    """Return the lines of some logs, the time for which each can speak, and how many lines could not be read.

    `as_of`: now. A log with a clock that is ahead of it proves nothing. `exported`: what is stated of the files.
    """
    found: list[Activity] = []
    coverage: list[Coverage] = []
    unread, lost = 0, False
    with Sources(logs) as sources:
        for one in activities.read(sources.files(), as_of=as_of, exported=exported):
            if isinstance(one, Activity):
                found.append(one)
            elif one is LOST:
                lost = True
            elif isinstance(one, Coverage):
                coverage.append(one)
            elif isinstance(one, Unreadable):
                unread += 1
    return Lines(found), tuple(one.damaged() if lost else one for one in coverage), unread


def written(found: _Found, format_: str, words: Words, other: Side | None = None) -> bytes:
    """Return the outcomes of an organisation in a format, compared with another's where that is given."""
    side = found.side
    if format_ == "json":
        return msgspec.json.format(msgspec.json.encode(side), indent=1) + b"\n"
    if format_ == "svg":
        return shown.picture(whole(side.outcomes), words, alone=True).encode() + b"\n"
    return ("\n".join(_table(found, words, other)) + "\n").encode()


def _table(found: _Found, words: Words, other: Side | None) -> Iterable[str]:
    side = found.side
    by_id = {key(line): line for line in found.lines}
    yield one_line(side.name)
    yield from (f"  {line}" for line in shown.lines(whole(side.outcomes), words))
    for outcome in side.outcomes:
        yield ""
        yield one_line(f"{outcome.person}  {outcome.attempt}".strip())
        yield from (f"  {line}" for line in shown.lines(outcome.stages, words))
        yield from (f"    {line}" for line in shown.linked(outcome, by_id, words))
    if answered := list(shown.answered(found.answers, by_id, words)):
        yield ""
        yield from (f"  {line}" for line in answered)
    if other:
        yield ""
        yield paragraph(compare(side, other), words.language)


def _other(path: Path | None) -> Side | None:
    if path is None:
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=Side)
    except (OSError, msgspec.DecodeError) as error:
        raise InputError(
            say("%(path)s is no outcome", path=path), say("Give what `tocsin outcome --format json` wrote.")
        ) from error


def _latest(coverage: Iterable[Coverage]) -> datetime | None:
    return max((one.ends for one in coverage if not one.stated), default=None)
