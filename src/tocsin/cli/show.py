"""`tocsin show`: one message, with everything that matters about it and nothing that could harm."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from tocsin.app.identify import judge_mail
from tocsin.bootstrap import make_engine, now
from tocsin.cli.command import Command
from tocsin.cli.i18n import language_option
from tocsin.cli.output import target
from tocsin.cli.scan import read_profile
from tocsin.cli.table import STYLES, WIDTH
from tocsin.formats.mime import parse
from tocsin.identify.advice import ADVICE, steps_now
from tocsin.identify.mail import Mail
from tocsin.model.error import InputError
from tocsin.model.profile import Profile
from tocsin.model.sentence import say
from tocsin.model.source import RawMail
from tocsin.model.verdict import Class, Danger, Finding
from tocsin.net.sources import Sources
from tocsin.render.labels import CLASSES, FACTS, REASONS, explanation, verdict_sentence
from tocsin.render.message import View
from tocsin.render.plain import defang_value, one_line
from tocsin.render.words import Words


@click.command("show", cls=Command)
@click.argument("file", metavar="FILE")
@click.option(
    "--profile", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The organisation's profile."
)
@click.option("--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Write an HTML page instead.")
@click.option("--raw-headers", is_flag=True, help="Also show the header block as it came.")
@click.option(
    "--model", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A model made by `tocsin train`."
)
@language_option
def command(
    file: str, profile: Path | None, page: Path | None, raw_headers: bool, model: Path | None, lang: str
) -> None:
    """Show the message in FILE: what it says, where it came from, what its links open, and what was found in it.

    FILE may be - for standard input, or a message of a mailbox: box.mbox#12. It is judged by itself, without the
    history of a mailbox. Nothing is fetched or run.
    """
    ours = read_profile(profile) if profile else Profile()
    view = judge_one(read_one(file, ours.is_newsroom), ours, model)
    words = Words(lang)
    if page:
        from tocsin.cli.page import render

        with target(page) as out:
            out.write(render(view, file, lang, now(), raw_headers).encode())
        click.echo(words.gettext("The page is in %(file)s; open it in any browser.", file=page), err=True)
        return
    print_view(view, words, raw_headers)


def judge_one(raw: RawMail, profile: Profile, model: Path | None) -> View:
    """Judge one message by itself."""
    engine = make_engine(model)
    mail = Mail(parse(raw.raw, engine.limits), engine.limits)
    verdict, context, _ = judge_mail(engine, mail, profile)
    return View(mail, verdict, context)


def read_one(label: str, in_memory: bool = False) -> RawMail:
    """Read the one message that a label names, as `tocsin scan` prints it."""
    path, mark, number = label.rpartition("#")
    if not (mark and number.isdecimal() and Path(path).exists()):
        path, number = label, "1"
    if path != "-" and not Path(path).exists():
        raise InputError(
            say("%(path)s does not exist", path=path), say("Give a message, box.mbox#12, or - for standard input.")
        )
    with Sources([path], in_memory=in_memory) as sources:
        found = next(islice(sources.open(), max(0, int(number) - 1), None), None)
    if found is None:
        raise InputError(
            say("there is no message %(number)s in %(path)s", number=number, path=path),
            say("Messages are counted from 1."),
        )
    if not isinstance(found, RawMail):
        why = say(REASONS[found.code])
        raise InputError(say("%(path)s could not be read: %(reason)s", path=found.path, reason=why), found.hint)
    return found


def print_view(view: View, words: Words, raw_headers: bool) -> None:
    """Print a judged message."""
    width = None if sys.stdout.isatty() else WIDTH
    console = Console(highlight=False, emoji=False, markup=False, width=width)
    verdict = view.verdict
    style = STYLES[verdict.verdict]
    console.print(Text(f"{words.gettext(CLASSES[verdict.verdict])}. {verdict_sentence(verdict, words)}", style=style))
    _pairs(console, words, view.fields(words))
    _section(console, words.gettext("Route, the oldest stamp first"))
    for time, host, by in view.route or [("", words.gettext("No stamps."), "")]:
        console.print(f"  {time}  {host} → {by}" if by else f"  {time}  {host}")
    _section(console, words.gettext("Authentication, as a trusted server found it"))
    _pairs(console, words, view.authentication or [("", words.gettext("Nothing trustworthy speaks of it."))])
    _section(console, words.gettext("Text"))
    text = Text()
    for piece, is_evidence in view.body:
        text.append(piece, style="bold black on yellow" if is_evidence else "")
    console.print(Padding(text, (0, 2)))
    if view.hidden:
        _section(console, words.gettext("Text that mail programs do not show"))
        console.print(Padding(Text(view.hidden, style="dim"), (0, 2)))
    _print_links_and_files(view, words, console)
    _print_findings(view, words, console)
    if verdict.verdict in (Class.MALICIOUS, Class.SUSPICIOUS):
        print_advice(verdict.advice or (Danger.CONVERSATION,), words, console)
    if raw_headers:
        _section(console, words.gettext("Header block"))
        console.print(Padding(Text(view.raw_headers, style="dim"), (0, 2)))


def _section(console: Console, title: str) -> None:
    console.print(Text(f"\n{title}", style="bold"))


def _pairs(console: Console, words: Words, pairs: list[tuple[str, str]]) -> None:
    for label, value in pairs:
        console.print(Text.assemble("  ", (f"{label}: " if label else "", "dim"), words.isolate(value)))


def _print_links_and_files(view: View, words: Words, console: Console) -> None:
    if view.links:
        _section(console, words.gettext("Links: what they show, and what they open"))
    for link in view.links:
        through = f" ({words.gettext('through %(host)s', host=link.through)})" if link.through else ""
        console.print(f"  {words.isolate(link.shown or '—')} → {words.isolate(link.opened)}{through}")
    if view.files:
        _section(console, words.gettext("Files"))
    for file in view.files:
        size = words.ngettext("%(n)s byte", "%(n)s bytes", file.size)
        console.print(
            f"  {words.isolate(file.name or '—')}  {file.kind} ({file.declared})  {size}\n    sha256 {file.sha256}"
        )


def _print_findings(view: View, words: Words, console: Console) -> None:
    _section(console, words.gettext("Why"))
    for finding in view.verdict.findings:
        sign = "+" if finding.weight > 0 else "-"
        console.print(f"  {sign} {explanation(finding.id, words.language)}")
        console.print(Text(f"    {' · '.join((finding.id, *finding.attack))}", style="dim"))
        for line in _facts(finding, words):
            console.print(Text(f"    {line}"))


def _facts(finding: Finding, words: Words) -> list[str]:
    return [
        "; ".join(
            f"{words.gettext(FACTS.get(key, key))}: {words.isolate(defang_value(one_line(value)))}"
            for key, value in piece.facts.items()
        )
        for piece in finding.evidence[:3]
    ]


def print_advice(dangers: tuple[Danger, ...], words: Words, console: Console) -> None:
    """Print what to do at once, and what to do when it has already worked."""
    _section(console, words.gettext("What to do now"))
    _steps(console, steps_now(dangers, words.language))
    for danger in dangers:
        _section(console, ADVICE[danger].done[words.language])
        _steps(console, ADVICE[danger].after[words.language])


def _steps(console: Console, steps: Sequence[str]) -> None:
    for number, step in enumerate(steps, 1):
        console.print(f"  {number}. {step}")
