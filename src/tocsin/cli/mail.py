"""`tocsin mail`: the desk in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import msgspec

from tocsin.app import mail as desk
from tocsin.app import people, submission
from tocsin.app.access import Access
from tocsin.app.mail import Correction, Learnt
from tocsin.bootstrap import make_engine, make_judge
from tocsin.cli import likely, queue
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.listing import after_option
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import target
from tocsin.cli.queue import list_messages
from tocsin.cli.show import print_view
from tocsin.formats.mime import parse
from tocsin.identify.mail import Mail
from tocsin.model.context import Context
from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.model.source import RawMail, Unread
from tocsin.model.verdict import Class
from tocsin.net.sources import Sources
from tocsin.render.labels import CLASSES
from tocsin.render.message import View
from tocsin.render.plain import one_line
from tocsin.render.receiving import taken_back
from tocsin.render.words import Words

_messages_argument = click.argument("messages", metavar="MESSAGE...", nargs=-1, required=True)
_note_option = click.option("--note", default="", help="Why; it is kept for 90 days.")


@click.group("mail", cls=Group)
def command() -> None:
    """Work at the desk: submit mail, see what waits for a person, decide."""


@command.command("submit")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--reported", is_flag=True, help="Somebody brought them: they may be opened whatever their verdict.")
@click.option("--keep-days", type=click.IntRange(1, submission.LONGEST_DAYS), default=90, show_default=True,
              help="Delete their contents after so many days.")  # fmt: skip
@click.option("--no-history", is_flag=True, help="Judge each message without what is known of its sender.")
@organisation_option
@language_option
def submit(
    paths: tuple[str, ...], reported: bool, keep_days: int, no_history: bool, organisation: str | None, lang: str
) -> None:
    """Judge the mail in PATH... (files, mailboxes, folders, archives, or -), and note the verdicts in the log."""
    words, by = Words(lang), make_judge(history=not no_history)
    with entered(organisation) as node:
        in_memory = people.profile(node).is_newsroom
        with Sources(paths, in_memory=in_memory) as sources:
            raws = _raws(sources.open(), words)
            counts = dict.fromkeys(CLASSES, 0)
            for done in submission.submit(node, by, raws, reported=reported, days=keep_days):
                counts[done.verdict.verdict] += 1
                if done.message and done.verdict.verdict is not Class.CLEAN:
                    shown = words.gettext(CLASSES[done.verdict.verdict])
                    click.echo(f"{done.message}  {shown}  {done.verdict.probability:.3f}")
    click.echo(" · ".join(f"{words.gettext(CLASSES[kind])}: {words.isolate(n)}" for kind, n in counts.items()))


def _raws(items: Iterable[RawMail | Unread], words: Words) -> Iterator[bytes]:
    for item in items:
        if isinstance(item, RawMail):
            yield item.raw
        else:
            click.echo(words.gettext("not read: %(path)s: %(hint)s", path=item.path, hint=item.hint), err=True)


@command.command("list")
@click.option("--state", help="Only in this state: waiting, quiet, confirmed, corrected, dismissed.")
@click.option("--verdict", type=click.Choice([kind.value for kind in Class]), help="Only with this verdict.")
@click.option("--technique", help="Only with this ATT&CK technique.")
@click.option("--recipient", help="Only to this person (an id).")
@click.option("--sender", help="Only from this address.")
@click.option("--incident", help="Only of this incident (an id).")
@after_option
@organisation_option
@language_option
def list_(after: str | None, organisation: str | None, lang: str, **wanted: str | None) -> None:
    """List messages, the newest first."""
    with entered(organisation) as node:
        page = desk.messages(node, desk.Wanted(**wanted), after)
    list_messages(page.items, page.after, Words(lang))


@command.command("show")
@click.argument("message")
@click.option("--raw-headers", is_flag=True, help="Also show the header block as it came.")
@organisation_option
@language_option
def show(message: str, raw_headers: bool, organisation: str | None, lang: str) -> None:
    """Show MESSAGE (an id) with all that is known of it. Nothing is fetched or run."""
    with entered(organisation) as node:
        found = desk.message(node, message)
        profile = people.profile(node)
    record = found.record
    if found.raw is None or record is None or record.verdict is None:
        raise InputError(say("the content of %(message)s is gone", message=message), say("The log says when, and why."))
    limits = make_engine().limits
    context = msgspec.structs.replace(record.context or Context(), profile=profile)
    print_view(View(Mail(parse(found.raw, limits), limits), record.verdict, context), Words(lang), raw_headers)
    for one in found.taken_back:
        click.echo(one_line(taken_back(one, Words(lang))))
    for done in found.done:
        click.echo(one_line(f"{done.at:%Y-%m-%dT%H:%M:%SZ}  {done.type}  {done.actor}"))


@command.command("others")
@click.argument("message")
@organisation_option
@language_option
def others(message: str, organisation: str | None, lang: str) -> None:
    """List who else received MESSAGE (an id), or one with the same words and files."""
    with entered(organisation) as node:
        list_messages(desk.others(node, message), None, Words(lang))


@command.command("confirm")
@_messages_argument
@_note_option
@organisation_option
def confirm(messages: tuple[str, ...], note: str, organisation: str | None) -> None:
    """Agree with the verdicts of MESSAGE... (ids)."""
    with entered(organisation) as node:
        desk.confirm(node, messages, note)


@command.command("correct")
@_messages_argument
@click.option("--to", "verdict", type=click.Choice([kind.value for kind in desk.LEARNABLE]), required=True,
              help="What they really are.")  # fmt: skip
@_note_option
@organisation_option
def correct(messages: tuple[str, ...], verdict: str, note: str, organisation: str | None) -> None:
    """Say what MESSAGE... (ids) really are. History and `tocsin train` learn from it."""
    with entered(organisation) as node:
        desk.correct(node, messages, Class(verdict), note)


@command.command("dismiss")
@_messages_argument
@_note_option
@organisation_option
def dismiss(messages: tuple[str, ...], note: str, organisation: str | None) -> None:
    """Say that nothing is to be done about MESSAGE... (ids)."""
    with entered(organisation) as node:
        desk.dismiss(node, messages, note)


@command.command("warn")
@click.argument("message")
@click.option("--text", required=True, help="What they are told.")
@click.option("--person", "persons", multiple=True, help="Whom (an id; default: all who received it); repeat for more.")
@organisation_option
@language_option
def warn(message: str, text: str, persons: tuple[str, ...], organisation: str | None, lang: str) -> None:
    """Note that people are told about MESSAGE (an id), and print their addresses. Nothing is sent."""
    with entered(organisation) as node:
        told = desk.warn(node, message, text, persons)
    click.echo(Words(lang).gettext("Noted. Now tell them:"), err=True)
    for one in told:
        click.echo(one_line(f"{one.person}  {one.name}  {' '.join(one.addresses)}"))


@command.command("corrections")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@organisation_option
@language_option
def corrections(folder: Path, organisation: str | None, lang: str) -> None:
    """Write what people corrected and confirmed into FOLDER, for `tocsin train`."""
    number = 0
    with entered(organisation) as node, target(folder / "corrections.jsonl") as lines:
        for one in _corrections(node):
            number += 1
            with target(folder / one.verdict.value / f"{one.message}.eml") as file:
                file.write(one.raw)
            lines.write(msgspec.json.encode({"message_id": one.message_id, "verdict": one.verdict}) + b"\n")
    click.echo(Words(lang).ngettext("Wrote %(n)s message.", "Wrote %(n)s messages.", number))


def _corrections(node: Access) -> Iterator[Correction]:
    for state in Learnt:
        after: str | None = None
        while True:
            page = desk.corrections(node, state, after)
            yield from page.items
            if (after := page.after) is None:
                break


for one in (queue.queue, queue.waiting, queue.glass_, queue.figures_, likely.of_mail):
    command.add_command(one)
