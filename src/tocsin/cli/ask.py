"""`tocsin ask`: is this safe? Answered at once, in plain words."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tocsin.app import answers, ask
from tocsin.app.ask import Answer
from tocsin.bootstrap import make_judge, make_ocr
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.lines import Lines, console_of
from tocsin.cli.listing import after_option, tell_of_more
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.show import print_advice, read_one
from tocsin.identify.advice import ADVICE
from tocsin.model.desk import Asked
from tocsin.model.verdict import Class, Danger
from tocsin.model.view import Page
from tocsin.render.labels import CLASSES, NOT_PROOF, explanation
from tocsin.render.plain import defang, harmless, one_line
from tocsin.render.words import Words

_DANGERS = [danger.value for danger in ADVICE]


@click.group("ask", cls=Group)
def command() -> None:
    """Ask whether a text, a link, a picture of a message or a mail is safe."""


@command.command("text")
@click.argument("text", required=False)
@organisation_option
@language_option
def text(text: str | None, organisation: str | None, lang: str) -> None:
    """Ask about TEXT, which may be a link alone; without it, standard input is read."""
    asked = text if text is not None else sys.stdin.read(ask.LONGEST + 1)
    with entered(organisation) as node:
        _tell(ask.ask_text(node, make_judge(), asked), Words(lang))


@command.command("picture")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@organisation_option
@language_option
def picture(file: Path, organisation: str | None, lang: str) -> None:
    """Ask about a picture of a message in FILE. It is read on this machine by tesseract."""
    with entered(organisation) as node:
        answer = ask.ask_picture(node, make_judge(), make_ocr(), file.read_bytes())
    words = Words(lang)
    click.echo(words.gettext("What was read:"))
    click.echo(defang(harmless(answer.text)))
    _tell(answer, words)


@command.command("mail")
@click.argument("file")
@organisation_option
@language_option
def mail(file: str, organisation: str | None, lang: str) -> None:
    """Ask about the message in FILE, which may be - or box.mbox#12. Asking reports it to the desk."""
    raw = read_one(file, in_memory=True).raw
    with entered(organisation) as node:
        _tell(ask.ask_mail(node, make_judge(), raw), Words(lang))


def _tell(answer: Answer, words: Words) -> None:
    if answer.verdict is Class.CLEAN:
        click.echo(words.gettext(NOT_PROOF))
    else:
        click.echo(words.gettext(CLASSES[answer.verdict]))
    for finding in answer.findings:
        if finding.weight > 0 and answer.verdict is not Class.CLEAN:
            click.echo(f"  • {explanation(finding.id, words.language)}")
    if answer.verdict in (Class.MALICIOUS, Class.SUSPICIOUS):
        print_advice(answer.advice or (Danger.CONVERSATION,), words, Lines(console_of(sys.stdout), words))
    if answer.question:
        said = words.gettext("The desk sees this question: %(id)s. If somebody clicked: tocsin ask clicked",
                             id=answer.question)  # fmt: skip
        click.echo(said, err=True)


@command.command("clicked")
@click.argument("did", type=click.Choice(_DANGERS))
@click.option("--question", default="", help="What was asked before (an id).")
@click.option("--message", default="", help="The message (an id).")
@click.option("--note", default="", help="What happened, and when.")
@organisation_option
@language_option
def clicked(did: str, question: str, message: str, note: str, organisation: str | None, lang: str) -> None:
    """Say that somebody did what the attack wanted: DID. Prints the steps that help now."""
    words = Words(lang)
    with entered(organisation) as node:
        told = ask.clicked(node, Danger(did), question=question, message=message, note=note)
    if told:
        click.echo(words.gettext("The desk sees it first, as %(id)s.", id=told), err=True)
    for number, step in enumerate(ADVICE[Danger(did)].after[lang], 1):
        click.echo(f"{number}. {step}")


@command.command("list")
@after_option
@organisation_option
@language_option
def list_(after: str | None, organisation: str | None, lang: str) -> None:
    """List what was asked at this terminal, the newest first, with what the desk answered."""
    with entered(organisation) as node:
        page = ask.questions(node, after)
    _list(page, Words(lang))


@command.command("all")
@after_option
@organisation_option
@language_option
def all_(after: str | None, organisation: str | None, lang: str) -> None:
    """List what everybody asked, the newest first: the desk's view."""
    with entered(organisation) as node:
        page = answers.questions(node, after)
    _list(page, Words(lang))


def _list(page: Page[Asked], words: Words) -> None:
    for asked in page.items:
        click.echo(one_line(_line(asked), 400))
    tell_of_more(page.after, words)


def _line(asked: Asked) -> str:
    item = asked.item
    line = f"{item.question}  {item.at:%Y-%m-%dT%H:%MZ}  {item.person}  {item.kind}  {item.state}"
    return f"{line}  {'clicked' if item.clicked else ''}  {item.message or ''}  {defang(asked.text)}  {asked.answer}"


@command.command("show")
@click.argument("question")
@organisation_option
def show(question: str, organisation: str | None) -> None:
    """Show QUESTION (an id): what was asked, and what the desk answered."""
    with entered(organisation) as node:
        asked = answers.question(node, question)
    click.echo(one_line(_line(asked), 400))
    click.echo(defang(harmless(asked.text)))


@command.command("answer")
@click.argument("question")
@click.argument("text")
@organisation_option
def answer(question: str, text: str, organisation: str | None) -> None:
    """Answer QUESTION (an id) by TEXT, which the one who asked sees."""
    with entered(organisation) as node:
        answers.answer(node, question, text)


@command.command("close")
@click.argument("questions", metavar="QUESTION...", nargs=-1, required=True)
@organisation_option
def close(questions: tuple[str, ...], organisation: str | None) -> None:
    """Close QUESTION... (ids) to which there is nothing to add."""
    with entered(organisation) as node:
        answers.close(node, questions)


@command.command("handled")
@click.argument("clicks", metavar="CLICK...", nargs=-1, required=True)
@click.option("--note", default="", help="What was done; it is kept for 90 days.")
@organisation_option
def handled(clicks: tuple[str, ...], note: str, organisation: str | None) -> None:
    """Note that the people of CLICK... (ids) were seen to; until then they are at the top of the queue."""
    with entered(organisation) as node:
        answers.handle(node, clicks, note)
