"""`tocsin scan`: judges any amount of mail and tells what it found."""

from __future__ import annotations

import errno
import functools
import hashlib
import io
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

import click

from tocsin.app import submission
from tocsin.bootstrap import make_engine, make_names, make_rules, now
from tocsin.cli import rows as writers
from tocsin.cli.command import Command
from tocsin.cli.digest import Digest
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import prepare, target
from tocsin.cli.progress import progress
from tocsin.common.causes import quoted
from tocsin.identify.model import load as load_model
from tocsin.identify.profile import load as load_profile
from tocsin.model.error import InputError, ModelError, ProfileError
from tocsin.model.event import FileDigest
from tocsin.model.profile import Profile
from tocsin.model.row import Row
from tocsin.model.sentence import say
from tocsin.model.source import RawMail, Unread
from tocsin.model.verdict import Class
from tocsin.net.sources import Sources
from tocsin.render.words import Words
from tocsin.scan.mailbox import Setup, Source, judge_all

_ORDER: Final = {Class.CLEAN: 0, Class.UNWANTED: 1, Class.SUSPICIOUS: 2, Class.MALICIOUS: 3}
_WRITERS: Final = {"jsonl": writers.write_jsonl, "csv": writers.write_csv, "parquet": writers.write_parquet}
EXIT_CLEAN: Final = 0
EXIT_FOUND: Final = 1
EXIT_UNREAD: Final = 3
_ALONE: Final = 300_000
"""Bytes of mail for which starting a worker process, some seconds, costs more than it saves. More than that is never
judged in this process, whatever `--jobs` says: only a process can be ended when a C library does not come back."""


@click.command(
    "scan",
    cls=Command,
    epilog="Exit codes: 0 nothing malicious or suspicious; 1 something is; 2 wrong usage; "
    "3 some input could not be read and nothing bad was found in the rest. Files that a system or mail program keeps "
    "for itself are no such input.",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--profile",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The organisation's profile (TOML; see `tocsin init`).",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "jsonl", "csv", "parquet", "html"]),
    default="table",
    show_default=True,
    help="How the result is written.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of standard output.",
)
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), help="Write the HTML report here as well.")
@click.option(
    "--min-verdict",
    type=click.Choice([c.value for c in sorted(Class, key=lambda c: _ORDER[c])]),
    help="Leave out rows below this verdict (table: unwanted; other formats: clean).",
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1, 256),
    default=lambda: os.cpu_count() or 1,
    show_default="processors",
    help="Worker processes.",
)
@click.option("--no-history", is_flag=True, help="Judge every message by itself, without who wrote to whom before.")
@click.option(
    "--model", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A model made by `tocsin train`."
)
@click.option(
    "--online", is_flag=True, help="Allow DNS questions for DKIM keys and DMARC policies; nothing else is ever asked."
)
@click.option(
    "--yara",
    "rules",
    type=click.Path(exists=True, path_type=Path),
    help="Your own YARA rules (a file, or a folder of .yar files), run over attachments.",
)
@click.option("--record", is_flag=True, help="Note in the organisation's log what was judged, and the file's digest.")
@click.option("--quiet", "-q", is_flag=True, help="No progress bar.")
@organisation_option
@language_option
def command(
    paths: tuple[str, ...],
    profile: Path | None,
    format_: str,
    output: Path | None,
    report: Path | None,
    min_verdict: str | None,
    jobs: int,
    no_history: bool,
    model: Path | None,
    online: bool,
    rules: Path | None,
    record: bool,
    quiet: bool,
    organisation: str | None,
    lang: str,
) -> None:
    """Judge the mail in PATH...: message files (.eml, .msg), mbox, Maildir, .pst, folders and archives of those.

    A PATH of - is standard input.

    Nothing in a message is ever fetched or run.
    """
    for path in paths:
        if path != "-" and is_missing(path):
            raise InputError(
                say("%(path)s does not exist", path=path), say("Give a file, a folder, or - for standard input.")
            )
    setup = Setup(
        functools.partial(make_engine, model),
        read_profile(profile) if profile else Profile(),
        make_names if online else None,
        functools.partial(make_rules, rules) if rules else None,
    )
    if model:
        _check_model(model)
    if rules:
        make_rules(rules)  # a rule that cannot be used is told here, not in a worker
    if record:
        _check_record(setup.profile, output if format_ in _WRITERS else None, organisation)
    prepare(output)
    prepare(report)
    low = Class(min_verdict) if min_verdict else Class.UNWANTED if format_ == "table" else Class.CLEAN
    digest, written = Digest(), Counter[str]()
    with Sources(paths, in_memory=setup.profile.is_newsroom) as sources, progress(sources.total, quiet) as advance:
        judged = judge_all(
            _counted(sources.open, advance), setup, jobs if sources.total > _ALONE else 0, not no_history
        )
        rows = digest.passing(judged)
        if format_ in _WRITERS:
            with target(output) as out:
                _WRITERS[format_](_numbered(_from(low, rows), written), out)
        else:
            for _ in rows:
                pass
    if format_ not in _WRITERS:
        with target(output) as out:
            _show(digest, format_, low, setup.profile, Words(lang), out)
    if report:
        with target(report) as out:
            _show(digest, "html", Class.CLEAN, setup.profile, Words(lang), out)
        click.echo(Words(lang).gettext("The report is in %(file)s; open it in any browser.", file=report), err=True)
    if record and output:
        _record(digest, output, written["rows"], organisation, Words(lang))
    sys.exit(EXIT_FOUND if digest.found else EXIT_UNREAD if digest.not_read else EXIT_CLEAN)


def is_missing(path: str) -> bool:
    """Say whether nothing is at a path. What is there and cannot be reached is told as any input that is not read."""
    try:
        os.stat(path)  # noqa: PTH116 - `Path.exists` raises for some errors and hides others
    except OSError as error:
        return error.errno in (errno.ENOENT, errno.ENOTDIR)
    return False


def _check_model(path: Path) -> None:
    """Raise ModelError for a model that was asked for and cannot be used; the shipped one may be missing."""
    try:
        load_model(path.read_bytes())
    except ValueError as error:
        raise ModelError(
            say("the model %(file)s cannot be used: %(cause)s", file=path, cause=quoted("msgspec", error)),
            say("Make one with `tocsin train`, or leave --model out."),
        ) from error


def _check_record(profile: Profile, output: Path | None, organisation: str | None) -> None:
    """Raise InputError before hours of work where the scan could not be noted."""
    if output is None:
        raise InputError(
            say("there is no file whose digest the log could hold"),
            say("Give --output, and a --format that programs read: parquet, jsonl or csv."),
        )
    with entered(organisation) as node:
        submission.may_record_scan(node)
    if profile.is_newsroom:
        raise submission.NOT_OF_NEWSROOMS


def _record(digest: Digest, output: Path, rows: int, organisation: str | None, words: Words) -> None:
    with output.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    written = FileDigest("scan", sha256, output.stat().st_size, rows)
    verdicts = {kind: number for kind, number in digest.classes.items() if number}
    with entered(organisation) as node:
        scan = submission.record_scan(node, verdicts, [written], digest.model, digest.checks)
    click.echo(words.gettext("Noted in the log: %(scan)s.", scan=scan), err=True)


def read_profile(path: Path) -> Profile:
    """Read a profile file; errors name the file."""
    try:
        return load_profile(path.read_bytes())
    except ProfileError as error:
        raise ProfileError(say("in %(file)s: %(problem)s", file=path, problem=error.problem), error.hint) from error


def _from(low: Class, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows of at least that verdict; what could not be judged is never left out."""
    for row in rows:
        if row.verdict is None or _ORDER[row.verdict.verdict] >= _ORDER[low]:
            yield row


def _numbered(rows: Iterable[Row], count: Counter[str]) -> Iterator[Row]:
    for row in rows:
        count["rows"] += 1
        yield row


def _show(digest: Digest, format_: str, low: Class, profile: Profile, words: Words, out: BinaryIO) -> None:
    if format_ == "html":
        from tocsin.cli.report import render

        out.write(render(digest, profile.organisation.name, words.language, now()).encode())
        return
    from tocsin.cli.table import print_table

    text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", write_through=True)
    print_table(digest, low, words, now(), text)
    text.detach()


def _counted(source: Source, advance: Callable[[int], None]) -> Source:
    def opened() -> Iterator[RawMail | Unread]:
        for item in source():
            advance(item.consumed)
            yield item

    return opened
