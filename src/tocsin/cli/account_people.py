"""Second factors, from exports of directories: commands of `tocsin accounts`."""

from __future__ import annotations

from pathlib import Path

import click

from tocsin.app import directory
from tocsin.app.ports import LogFile
from tocsin.bootstrap import make_account_reader
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import target
from tocsin.identify.cards import done_by
from tocsin.render.card import FIRST_FIVE, card
from tocsin.render.enrolments import factors, known, recovery
from tocsin.render.plain import one_line
from tocsin.render.words import Words

_file: click.Path = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("people")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=_file)
@organisation_option
@language_option
def people(files: tuple[Path, ...], organisation: str | None, lang: str) -> None:
    """Take in exports of directories: who is enrolled in which second factor. They replace what was known before."""
    read = [LogFile(file.name, file.read_bytes()) for file in files]
    with entered(organisation) as node:
        count = directory.take_in_directory(node, make_account_reader(), read)
    click.echo(Words(lang).ngettext("%(n)s account is known.", "%(n)s accounts are known.", count))


@click.command("enrolled")
@click.option("--cards", type=click.Path(file_okay=False, path_type=Path),
              help="Also write for each account a card of the first five things into this folder.")  # fmt: skip
@click.option("--call", default="", help="Whom to tell, as it is to stand on the cards: a name and a number.")
@organisation_option
@language_option
def enrolled(cards: Path | None, call: str, organisation: str | None, lang: str) -> None:
    """List accounts with their second factors and ways back in, as the newest export of each provider says."""
    words = Words(lang)
    with entered(organisation) as node:
        found = directory.enrolments(node)
    for number, one in enumerate(found, 1):
        is_safe = words.gettext("cannot be phished: %(known)s", known=known(one.enrolment.passkey, words))
        told = f"{factors(one.enrolment, words)}  {is_safe}  {recovery(one.enrolment, words)}"
        click.echo(one_line(f"{one.enrolment.person}  {one.enrolment.provider}  {told}", 300))
        if cards is not None:
            page = card(
                FIRST_FIVE, lang, call=call, person=one.enrolment.name or one.enrolment.person,
                done=done_by([one.enrolment]),
            )  # fmt: skip
            with target(cards / f"card-{number:03}.html") as out:
                out.write(page.encode())


COMMANDS = (people, enrolled)
"""Commands that `tocsin.cli.accounts` adds to its group."""
