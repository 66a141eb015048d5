"""`tocsin accounts own`: what is in a person's own export, and the few lines of it that its owner hands on."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

import click
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from tocsin.cli.command import Command
from tocsin.cli.i18n import language_option
from tocsin.cli.lines import Lines, console_of
from tocsin.cli.output import target
from tocsin.model.activity import Act
from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.net.sources import Sources
from tocsin.render.acts import described
from tocsin.render.plain import one_line
from tocsin.render.words import N_, Words
from tocsin.scan.activities import read
from tocsin.scan.own import Group, chosen_lines, grouped
from tocsin.scan.report import Report

SHOWN: Final = 200
"""Rows that the table shows."""
_HEADINGS: Final = (N_("Row"), N_("What"), N_("First"), N_("Last"), N_("Lines"), N_("Where"), N_("With"))


@click.command("own", cls=Command)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--choose", metavar="ROWS", help="Rows to hand on, such as 1,3-5.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the chosen rows to this file.")
@language_option
def command(paths: tuple[str, ...], choose: str | None, out: Path | None, lang: str) -> None:
    """Show what your own export of an account holds (Google Takeout, Microsoft account), and hand on what you choose.

    It is read on this machine. Nothing is kept, nothing is sent, and nothing of it stands in any log.
    """
    if (choose is None) != (out is None):
        raise InputError(
            say("--choose and --out belong together"),
            say("First look without them, then give the rows to hand on and the file to write."),
        )
    words = Words(lang)
    with Sources(paths, in_memory=True) as sources:
        report = Report()
        groups, left = grouped(report.watch(read(sources.files())))
        if choose is None or out is None:
            _show(groups, left, report, words)
            return
        picked = [groups[row - 1] for row in rows_of(choose, len(groups))]
        activities = Report().watch(read(sources.files()))
        count = 0
        with target(out) as opened:
            for line in chosen_lines(activities, picked, sources.files()):
                opened.write(line)
                count += 1
    said = words.ngettext("%(n)s line was written to %(out)s; nothing else was.",
        "%(n)s lines were written to %(out)s; nothing else was.", count, out=out)  # fmt: skip
    click.echo(said, err=True)


def rows_of(text: str, highest: int) -> list[int]:
    """Return the rows of `1,3-5`, each once. Raises InputError."""
    rows: dict[int, None] = {}
    for part in text.split(","):
        found = re.fullmatch(r"\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*", part)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= first <= last <= highest:
            raise InputError(
                say("there is no row %(row)s", row=part.strip()), say("Rows are 1 to %(highest)s.", highest=highest)
            )
        rows.update(dict.fromkeys(range(first, last + 1)))
    return list(rows)


def _show(groups: list[Group], left: int, report: Report, words: Words) -> None:
    console = console_of(sys.stdout)
    lines = Lines(console, words)
    if groups:
        console.print(_table(groups[:SHOWN], words))
    if len(groups) > SHOWN:
        lines.line(words.gettext("Rows %(first)s to %(last)s are not shown.", first=SHOWN + 1, last=len(groups)))
    lines.line(
        words.ngettext(
            "%(n)s line of the account was read.", "%(n)s lines of the account were read.", report.activities
        )
    )
    if left:
        lines.line(words.ngettext("%(n)s line is in no row: the export is too varied.",
            "%(n)s lines are in no row: the export is too varied.", left))  # fmt: skip
    if others := report.unreadable.total():
        lines.line(words.ngettext("%(n)s line or file is something else and was not read:",
            "%(n)s lines or files are something else and were not read:", others))  # fmt: skip
        for one in report.first.values():
            lines.line(f"{words.isolate(one_line(one.file))}: {words.tell(one.hint)}", "dim", indent=2)
    if any(group.sample.act is Act.WARNING for group in groups):
        lines.line(words.gettext("There are warnings: show them to somebody who knows about security before you do "
        "anything else."), "bold")  # fmt: skip
    lines.line(words.gettext("Nothing of this was kept or sent. To hand on rows: --choose 1,2 --out FILE"), "dim")


def _table(groups: list[Group], words: Words) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    rtl = words.direction == "rtl"
    titles = [words.gettext(name) for name in _HEADINGS]
    for title in reversed(titles) if rtl else titles:
        table.add_column(words.isolate(title), justify="right" if rtl else "left", overflow="fold")
    for number, group in enumerate(groups, 1):
        cells = _cells(number, group, words)
        style = "bold red" if group.sample.act is Act.WARNING else ""
        table.add_row(*(Text(cell, style) for cell in (reversed(cells) if rtl else cells)))
    return table


def _cells(number: int, group: Group, words: Words) -> list[str]:
    one = group.sample
    where = ", ".join(filter(None, (one.city, one.country, one.ip)))
    used = " / ".join(filter(None, (one.app_name, one.device or one.agent)))
    cells = (
        str(number),
        described(one, words),
        f"{group.first:%Y-%m-%d}",
        f"{group.last:%Y-%m-%d %H:%M}",
        str(group.count),
        one_line(where, 40),
        one_line(used, 60),
    )
    return [words.isolate(cell) if cell else "" for cell in cells]
