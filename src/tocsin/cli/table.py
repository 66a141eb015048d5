"""The result of a scan in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import datetime
from typing import Final, TextIO, TypeVar

from rich.box import SIMPLE_HEAD
from rich.console import JustifyMethod
from rich.table import Table
from rich.text import Text

from tocsin.cli.digest import Digest
from tocsin.cli.lines import Lines, console_of
from tocsin.model.row import Row
from tocsin.model.verdict import Class, Verdict
from tocsin.render.labels import CLASSES, NO_PROOF, NOT_PROOF, explanation, loudest, percent, reason
from tocsin.render.plain import line_end, on_one_line, one_line
from tocsin.render.words import Words

Cell = TypeVar("Cell")
STYLES: Final = {Class.MALICIOUS: "bold red", Class.SUSPICIOUS: "yellow", Class.UNWANTED: "cyan", Class.CLEAN: "green"}
ROWS: Final = 50
"""Messages that the table shows; the other formats have all."""
_MARKS: Final = 2
"""Columns left for direction marks, which some terminals give room."""
_RESERVED: Final = 36
"""Columns taken by verdict, probability and the space between."""


def print_table(digest: Digest, low: Class, words: Words, when: datetime, out: TextIO) -> None:
    """Print the worst messages with what was found in them, then the counts, then what was not read."""
    console, lines = console_of(out), Lines(console_of(out), words)
    shown = [*digest.bad, *(digest.unwanted if low in (Class.UNWANTED, Class.CLEAN) else ())]
    if low is Class.MALICIOUS:
        shown = [row for row in shown if row.verdict and row.verdict.verdict is Class.MALICIOUS]
    if shown:
        console.print(_table(shown[:ROWS], words, console.width))
    if more := _asked_for(digest, low) - len(shown[:ROWS]):
        lines.line(
            words.ngettext(
                "%(n)s further message is not shown here; the other formats have all.",
                "%(n)s further messages are not shown here; the other formats have all.",
                more,
            )
        )
    for line in summary(digest, words, when):
        lines.line(line)
    _print_unread(digest, words, lines)


def _asked_for(digest: Digest, low: Class) -> int:
    """How many messages the table would show if it were long enough; the digest keeps only the worst of them."""
    if low is Class.MALICIOUS:
        return digest.classes[Class.MALICIOUS]
    return digest.found + (digest.classes[Class.UNWANTED] if low in (Class.UNWANTED, Class.CLEAN) else 0)


def summary(digest: Digest, words: Words, when: datetime) -> list[str]:
    """Return the closing lines: what was judged, the counts, the caution, the date."""
    judged = words.ngettext("%(n)s message judged.", "%(n)s messages judged.", digest.judged)
    counts = [f"{words.gettext(CLASSES[kind])}: {words.isolate(f'{digest.classes[kind]:,}')}" for kind in CLASSES]
    lines = [judged, " · ".join(counts)]
    if digest.classes[Class.CLEAN]:
        lines.append(words.gettext(NO_PROOF if digest.found else NOT_PROOF))
    if digest.failed_checks:
        failed = ", ".join(sorted(digest.failed_checks))
        lines.append(words.gettext("Some checks could not do their work: %(checks)s.", checks=failed))
    lines.append(words.gettext("As of %(date)s.", date=when.strftime("%Y-%m-%d %H:%M UTC")))
    return lines


def _print_unread(digest: Digest, words: Words, lines: Lines) -> None:
    if digest.left_out:
        left_out = words.ngettext(
            "%(n)s item is no mail by its name or place and was left out.",
            "%(n)s items are no mail by their name or place and were left out.",
            digest.left_out,
        )
        lines.line(left_out, "dim")
    if not digest.unread:
        return
    lines.line(words.ngettext("%(n)s item was not read:", "%(n)s items were not read:", digest.not_read), "bold")
    for row in digest.unread[:10]:
        lines.line(f"{words.isolate(one_line(row.path))}: {reason(row.problem, words)}", "yellow", indent=2)
        if row.hint:
            lines.line(on_one_line(words).tell(row.hint), "dim", indent=4)
    if digest.not_read > 10:
        lines.line(words.gettext("The report and the other formats list all of them."))


def _table(rows: Sequence[Row], words: Words, width: int) -> Table:
    room = max(24, width - _RESERVED)
    sender_width, text_width = room * 3 // 8, room - room * 3 // 8
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=False)
    side = _side(words)
    columns = [
        (words.gettext("Verdict"), 12),
        (words.gettext("Not clean"), 11),
        (words.gettext("Sender"), sender_width + _MARKS),
        (words.gettext("Subject, and the strongest signs"), text_width + _MARKS),
    ]
    for name, size in _ordered(columns, words):
        table.add_column(words.isolate(name), width=size, justify=side, no_wrap=True, overflow="ellipsis")
    for row in rows:
        if row.verdict is not None:
            table.add_row(*_ordered(_cells(row, row.verdict, words, sender_width, text_width), words), end_section=True)
    return table


def _ordered(cells: Sequence[Cell], words: Words) -> list[Cell]:
    """Cells in the order of reading: a terminal puts the first one to the left, whatever the language."""
    return list(cells) if words.direction == "ltr" else list(reversed(cells))


def _cells(row: Row, verdict: Verdict, words: Words, sender_width: int, text_width: int) -> list[Text]:
    style = STYLES[verdict.verdict]
    sender = [one_line(row.sender_name, sender_width)] * bool(row.sender_name) + [line_end(row.sender, sender_width)]
    text = Text(words.isolate(one_line(row.subject, text_width) or words.gettext("(no subject)")), style="bold")
    for finding in loudest(verdict.findings)[:2]:
        for number, line in enumerate(
            textwrap.wrap(explanation(finding.id, words.language), max(10, text_width - _MARKS))
        ):
            text.append("\n" + words.isolate(("• " if number == 0 else "  ") + line), style="not bold")
    text.append("\n" + words.isolate(line_end(row.path, text_width)), style="not bold dim")
    return [
        Text(words.isolate(words.gettext(CLASSES[verdict.verdict])), style=style),
        Text(percent(verdict.probability, words), style=style),
        Text("\n").join(Text(words.isolate(line), style="dim" * (number > 0)) for number, line in enumerate(sender)),
        text,
    ]


def _side(words: Words) -> JustifyMethod:
    return "right" if words.direction == "rtl" else "left"
