"""`tocsin show`: one message, with everything that matters about it and nothing that could harm."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import click
from rich.text import Text

from tocsin.app.identify import judge_mail
from tocsin.bootstrap import make_engine, now
from tocsin.cli.command import Command
from tocsin.cli.i18n import language_option
from tocsin.cli.lines import Lines, console_of
from tocsin.cli.output import target
from tocsin.cli.scan import read_profile
from tocsin.cli.table import STYLES
from tocsin.formats.mime import parse
from tocsin.identify.advice import ADVICE, steps_now
from tocsin.identify.mail import Mail
from tocsin.model.error import InputError
from tocsin.model.profile import Profile
from tocsin.model.sentence import say
from tocsin.model.source import RawMail
from tocsin.model.verdict import Class, Danger, Finding
from tocsin.net.sources import Sources
from tocsin.render.labels import CLASSES, FACTS, REASONS, explanation, told, verdict_sentence
from tocsin.render.message import View
from tocsin.render.plain import defang_value, one_line
from tocsin.render.words import Words

_MARKED: Final = "bold black on yellow"


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
    verdict, context = judge_mail(engine, mail, profile)
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
    lines = Lines(console_of(sys.stdout), words)
    verdict = view.verdict
    lines.line(
        f"{words.gettext(CLASSES[verdict.verdict])}. {verdict_sentence(verdict, words)}", STYLES[verdict.verdict]
    )
    _pairs(lines, words, view.fields(words))
    _print_way(view, words, lines)
    lines.title(words.gettext("Text"))
    body = Text.assemble(*((piece, _MARKED if is_evidence else "") for piece, is_evidence in view.body))
    body.rstrip()
    lines.foreign(body, 2)
    if view.hidden:
        lines.title(words.gettext("Text that mail programs do not show"))
        lines.foreign(Text(view.hidden, style="dim"), 2)
    _print_links_and_files(view, words, lines)
    _print_findings(view, words, lines)
    if verdict.verdict in (Class.MALICIOUS, Class.SUSPICIOUS):
        print_advice(verdict.advice or (Danger.CONVERSATION,), words, lines)
    if raw_headers:
        lines.title(words.gettext("Header block"))
        lines.foreign(Text(view.raw_headers, style="dim"), 2)


def _pairs(lines: Lines, words: Words, pairs: list[tuple[str, str]]) -> None:
    for label, value in pairs:
        lines.line(Text.assemble((f"{label}: ", "dim"), words.isolate(value)), indent=2)


def _print_way(view: View, words: Words, lines: Lines) -> None:
    lines.title(words.gettext("Route, the oldest stamp first"))
    for time, host, by in view.route:
        lines.line(words.isolate(f"{time}  {host} → {by}"), indent=2)
    if not view.route:
        lines.line(words.gettext("No server has stamped the message."), indent=2)
    lines.title(words.gettext("Authentication, as a trusted server found it"))
    _pairs(lines, words, view.authentication)
    if not view.authentication:
        lines.line(words.gettext("No trusted server has said anything about it."), indent=2)


def _print_links_and_files(view: View, words: Words, lines: Lines) -> None:
    if view.links:
        lines.title(words.gettext("Links: what they show, and what they open"))
    for link in view.links:
        through = f" ({words.gettext('through %(host)s', host=link.through)})" if link.through else ""
        if link.shown:
            lines.line(words.isolate(link.shown), indent=2)
        lines.line(f"{words.isolate(link.opened)}{through}", indent=2, mark="→ ")
    if view.files:
        lines.title(words.gettext("Files"))
    for file in view.files:
        size = words.ngettext("%(n)s byte", "%(n)s bytes", file.size)
        lines.line(words.isolate(file.name or "—"), indent=2)
        lines.line(f"{words.isolate(f'{file.kind} ({file.declared})')}  {size}", "dim", indent=4)
        lines.line(words.isolate(f"sha256 {file.sha256}"), "dim", indent=4)


def _print_findings(view: View, words: Words, lines: Lines) -> None:
    """What carried the verdict, then what spoke against it or did not count."""
    lines.title(words.gettext("Why"))
    findings = view.verdict.findings
    against = [finding for finding in findings if finding.weight > 0]
    _print_group(against, "+", words, lines)
    if not against:
        lines.line(words.gettext("No check found a sign of an attack."), indent=2)
    if others := [finding for finding in findings if finding.weight <= 0]:
        lines.title(words.gettext("What made the verdict milder, or did not count"))
        _print_group(others, "-", words, lines)


def _print_group(findings: Sequence[Finding], mark: str, words: Words, lines: Lines) -> None:
    for finding in findings:
        lines.line(explanation(finding.id, words.language), indent=2, mark=f"{mark} ")
        for fact in _facts(finding, words):
            lines.line(fact, indent=4)
        lines.line(words.isolate(" · ".join((finding.id, *finding.attack))), "dim", indent=4)


def _facts(finding: Finding, words: Words) -> list[str]:
    return [
        " · ".join(
            f"{words.gettext(FACTS.get(key, key))}: {_fact(key, value, words)}"
            for key, value in piece.facts.items()
            if value.strip()
        )
        for piece in finding.evidence[:3]
        if any(value.strip() for value in piece.facts.values())
    ]


def _fact(key: str, value: str, words: Words) -> str:
    return told(key, value, words) or words.isolate(defang_value(one_line(value)))


def print_advice(dangers: tuple[Danger, ...], words: Words, lines: Lines) -> None:
    """Print what to do at once, and what to do when it has already worked."""
    lines.title(words.gettext("What to do now"))
    _steps(lines, steps_now(dangers, words.language))
    for danger in dangers:
        lines.title(ADVICE[danger].done[words.language])
        _steps(lines, ADVICE[danger].after[words.language])


def _steps(lines: Lines, steps: Sequence[str]) -> None:
    for number, step in enumerate(steps, 1):
        lines.line(step, indent=2, mark=f"{number}. ")
