"""`tocsin accounts`: what sign-in and audit logs tell of attacks on accounts."""

from __future__ import annotations

import heapq
import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

import click

from tocsin.bootstrap import home, make_rules_for_logs, make_surroundings, now
from tocsin.cli import account_people, likely
from tocsin.cli import alerts as writers
from tocsin.cli import exported as exports
from tocsin.cli.account_desk import COMMANDS
from tocsin.cli.accounts_own import command as own
from tocsin.cli.accounts_summary import summary
from tocsin.cli.command import Group
from tocsin.cli.exported import exported_of, exported_option
from tocsin.cli.i18n import language_option
from tocsin.cli.output import prepare, target
from tocsin.cli.progress import progress
from tocsin.cli.rows import read_bad
from tocsin.cli.scan import EXIT_CLEAN, EXIT_FOUND, EXIT_UNREAD, is_missing
from tocsin.formats.accounts import AUTO, all_formats
from tocsin.formats.container import OpenFile
from tocsin.model.alert import Alert, Severity
from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.model.source import Unread
from tocsin.net.sources import Sources
from tocsin.render.alerts import SEVERITIES
from tocsin.render.words import Words
from tocsin.scan.accounts import Setup, Told, scan
from tocsin.scan.logs import read_with_rules
from tocsin.scan.lures import Lures
from tocsin.scan.reading import WORTH, How, scan_files

_WRITERS: Final = {"jsonl": writers.write_jsonl, "parquet": writers.write_parquet}
_FOUND: Final = (Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM)
"""What makes the exit code 1: plain administration does not."""
_file: Final = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("accounts", cls=Group)
def command() -> None:
    """Find attacks on accounts in sign-in and audit logs, and see to what is found."""


for _one in (*COMMANDS, *account_people.COMMANDS, own, likely.of_accounts):
    command.add_command(_one)


@command.command(
    "scan",
    epilog="Exit codes: 0 nothing of medium severity or worse; 1 something is; 2 wrong usage; "
    "3 some input could not be read and nothing was found in the rest, or there was none.",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--provider", default=AUTO, show_default=True, help="Whose logs these are (see `tocsin accounts formats`)."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "jsonl", "parquet", "html"]),
    default="table",
    show_default=True,
    help="How the result is written.",
)
@click.option(
    "--output", "--out", "-o", type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file instead of standard output.",
)  # fmt: skip
@click.option(
    "--min-severity", type=click.Choice([kind.value for kind in SEVERITIES]),
    help="Leave out alerts below this severity (table and html: low; other formats: informational).",
)  # fmt: skip
@click.option(
    "--state", type=click.Path(file_okay=False, path_type=Path),
    help="Go on from the last scan, whose state this folder keeps; only what is new is told.",
)  # fmt: skip
@click.option("--keep", is_flag=True, help="The same with the node's own folder.")
@click.option(
    "--rules", type=click.Path(exists=True, path_type=Path),
    help="Your own Sigma rules (a file, or a folder of .yml files), correlation rules included.",
)  # fmt: skip
@click.option(
    "--only-rules", is_flag=True,
    help="Your own rules and none of our detections. Without --state, of lines in which no rule can find anything only "
    "what rules name is read, which is many times faster.",
)  # fmt: skip
@click.option(
    "--jobs", "-j", type=click.IntRange(1, 256), default=lambda: os.cpu_count() or 1, show_default="processors",
    help="Worker processes that read large logs.",
)  # fmt: skip
@click.option(
    "--geo", "tables", type=_file, multiple=True,
    help="Where addresses are: tables of Debian's tor-geoipdb, or MMDB files; repeat for more (default: Debian's).",
)  # fmt: skip
@click.option(
    "--mail", "verdicts", type=_file, multiple=True,
    help="What `tocsin scan` of mail wrote (jsonl or parquet): a sign-in after a click on a bad link is told with the "
    "message that led to it; repeat for more. One process reads then, whatever --jobs says.",
)  # fmt: skip
@click.option("--tor", type=_file, help="A list of Tor exits, one address a line.")
@click.option("--hosting", type=_file, help="A list of networks that rent out machines, one AS number a line.")
@exported_option
@click.option("--quiet", "-q", is_flag=True, help="No progress bar, and no summary beside the result.")
@language_option
def scan_(
    paths: tuple[str, ...],
    provider: str,
    format_: str,
    output: Path | None,
    min_severity: str | None,
    state: Path | None,
    keep: bool,
    rules: Path | None,
    only_rules: bool,
    jobs: int,
    tables: tuple[Path, ...],
    verdicts: tuple[Path, ...],
    tor: Path | None,
    hosting: Path | None,
    stated: tuple[str, ...],
    quiet: bool,
    lang: str,
) -> None:
    """Find attacks in the logs in PATH...: files, folders and archives of JSON, JSON lines, CSV or syslog.

    A PATH of - is standard input.

    Nothing is ever fetched.
    """
    for path in paths:
        if path != "-" and is_missing(path):
            raise InputError(
                say("%(path)s does not exist", path=path), say("Give a file, a folder, or - for standard input.")
            )
    if only_rules and rules is None:
        raise InputError(say("--only-rules wants rules"), say("Give them with --rules."))
    _refuse_beside_rules(only_rules, stated, verdicts)
    if verdicts and (state or keep):
        raise InputError(
            say("--mail does not go with --state or --keep: clicks that an earlier scan read are not kept"),
            say(
                "Scan all logs without --state; or take in mail and logs (`tocsin mail submit`, `tocsin accounts "
                "submit`), where clicks of before are looked at too."
            ),
        )
    prepare(output)
    exported = exported_of(stated, paths)
    words, told = Words(lang), Told()
    own = make_rules_for_logs(rules, only=only_rules)
    for problem in own.problems:
        click.echo(words.tell(problem), err=True)
    surroundings = make_surroundings(tables, tor, hosting)
    state = state or (home() / "accounts" if keep else None)
    setup = Setup(own.detections, now(), surroundings, state, own.fields.columns)
    low = Severity(min_severity) if min_severity else Severity.INFORMATIONAL if format_ in _WRITERS else Severity.LOW
    with _lures(verdicts) as lures, Sources(paths) as sources, progress(sources.total, quiet) as advance:
        how = How(provider, own.fields, own.sieve if only_rules and setup.state is None else None, exported=exported)
        workers = jobs if sources.total > WORTH else 1
        found = _from(low, _scan(sources.files(), how, setup, told, workers, advance, lures))
        if format_ in _WRITERS:
            with target(output) as out:
                _WRITERS[format_](found, out)
        else:
            kept = _Worst(found)
    if format_ in _WRITERS:
        for line in summary(told, words, setup.now) if not quiet else ():
            click.echo(line, err=True)
    else:
        _show(kept, told, format_, words, setup, output)
    for line in exports.told(told.stated, words) if exported else ():
        click.echo(line, err=True)
    lost = told.unreadable.total() or not (told.events or told.passed)
    sys.exit(EXIT_FOUND if any(told.alerts[kind] for kind in _FOUND) else EXIT_UNREAD if lost else EXIT_CLEAN)


@command.command("formats")
def formats() -> None:
    """List the providers whose logs can be read."""
    for name, one in all_formats().items():
        click.echo(f"{name:20} {one.title}")


def _refuse_beside_rules(only_rules: bool, stated: tuple[str, ...], verdicts: tuple[Path, ...]) -> None:
    """Refuse what a scan with the user's own rules alone would pass over in silence."""
    if only_rules and stated:
        raise InputError(
            say("--exported does not go with --only-rules"),
            say("Leave --only-rules out: what logs cover is known only where every line of them is read."),
        )
    if only_rules and verdicts:
        raise InputError(
            say("--mail does not go with --only-rules"),
            say("Leave --only-rules out: it is our own detections that are linked to messages."),
        )


@contextmanager
def _lures(verdicts: tuple[Path, ...]) -> Iterator[Lures | None]:
    if not verdicts:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="tocsin-lures-") as folder:
        yield Lures(chain.from_iterable(map(read_bad, verdicts)), Path(folder) / "lines")


def _scan(
    files: Iterable[OpenFile | Unread], how: How, setup: Setup, told: Told, jobs: int, advance: Callable[[int], None],
    lures: Lures | None,
) -> Iterator[Alert]:  # fmt: skip
    """Yield the alerts; with bad mail, by one process, which looks at each line for clicks on it."""
    if lures is None:
        return scan_files(files, how, setup, told, jobs, advance)
    setup = replace(setup, surroundings=replace(setup.surroundings, judged=lures.judged))
    items = read_with_rules(
        files, how.provider, setup.now, how.fields, advance, how.sieve, how.limits, how.exported
    )  # fmt: skip
    return lures.joined(scan(lures.passing(items), setup, told), setup.detections)


class _Worst:
    """The worst alerts, and how many there were."""

    def __init__(self, alerts: Iterable[Alert]) -> None:
        self.total = 0
        self.alerts = heapq.nsmallest(1_000, self._counted(alerts), key=writers.by_severity)

    def _counted(self, alerts: Iterable[Alert]) -> Iterator[Alert]:
        for alert in alerts:
            self.total += 1
            yield alert


def _from(low: Severity, alerts: Iterable[Alert]) -> Iterator[Alert]:
    wanted = list(SEVERITIES)[: list(SEVERITIES).index(low) + 1]
    return (alert for alert in alerts if alert.severity in wanted)


def _show(kept: _Worst, told: Told, format_: str, words: Words, setup: Setup, output: Path | None) -> None:
    with target(output) as out:
        if format_ == "html":
            from tocsin.cli.alert_report import render

            out.write(render(kept.alerts, kept.total, told, words.language, setup.now).encode())
            return
        text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", write_through=True)
        writers.print_table(kept.alerts, kept.total, told, words, setup.now, text)
        text.detach()
