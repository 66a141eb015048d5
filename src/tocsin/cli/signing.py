"""`tocsin statement`, on the way to a signature: what waits for one, taken in from elsewhere, withdrawn."""

from __future__ import annotations

from pathlib import Path

import click

from tocsin.app import signing
from tocsin.cli.i18n import language_option
from tocsin.cli.listing import after_option, tell_of_more
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import target
from tocsin.formats import dsse
from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.render.labels import STATES
from tocsin.render.plain import one_line
from tocsin.render.words import Words


@click.command("list")
@click.option("--incident", help="Only those about this incident (an id).")
@after_option
@organisation_option
@language_option
def list_(incident: str | None, after: str | None, organisation: str | None, lang: str) -> None:
    """List the statements of this node, the newest first, with how many of the keys that it takes have signed."""
    words = Words(lang)
    with entered(organisation) as node:
        page = signing.statements(node, incident, after)
    for one in page.items:
        count = f"{len(one.signatures)}/{one.needed}"
        line = f"{one.statement}  {one.at:%Y-%m-%d}  {one.incident}  {count}  {words.gettext(STATES[one.state])}"
        click.echo(one_line(line))
    tell_of_more(page.after, words)


@click.command("show")
@click.argument("statement")
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), help="Write its files into this folder.")
@organisation_option
@language_option
def show(statement: str, folder: Path | None, organisation: str | None, lang: str) -> None:
    """Show STATEMENT (an id): the digest of what is to be signed, and who has signed it."""
    words = Words(lang)
    with entered(organisation) as node:
        found = signing.statement(node, statement)
    click.echo(one_line(f"{words.gettext(STATES[found.state])}  {found.item.incident}  sha256 {found.item.sha256}"))
    for one in found.signatures:
        click.echo(one_line(f"  {one.at:%Y-%m-%dT%H:%M:%SZ}  {one.verifier_key or one.key}  {one.actor}", 300))
    for name, text in found.files.items() if folder else ():
        with target((folder or Path()) / name) as file:
            file.write(text.encode())


@click.command("take")
@click.argument("statement")
@click.argument("envelope", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--key", required=True, help="The verifier key of who signed.")
@organisation_option
@language_option
def take(statement: str, envelope: Path, key: str, organisation: str | None, lang: str) -> None:
    """Take a signature on STATEMENT (an id) out of ENVELOPE, which was signed elsewhere, after checking it."""
    if envelope.stat().st_size > dsse.LARGEST:
        raise InputError(say("%(file)s is too large", file=envelope), say("A statement's files are small."))
    with entered(organisation) as node:
        item = signing.take(node, statement, envelope.read_bytes(), key)
    words = Words(lang)
    click.echo(words.gettext("Signed by %(count)s of %(needed)s keys.", count=len(item.signatures), needed=item.needed))


@click.command("withdraw")
@click.argument("statement")
@click.option("--reason", required=True, help="Why; it is kept.")
@organisation_option
def withdraw(statement: str, reason: str, organisation: str | None) -> None:
    """Say that STATEMENT (an id) is not to be signed any more."""
    with entered(organisation) as node:
        signing.withdraw(node, statement, reason)


COMMANDS = (list_, show, take, withdraw)
