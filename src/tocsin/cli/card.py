"""`tocsin card`: a card to print and hang up, in English and Arabic."""

from __future__ import annotations

from pathlib import Path

import click

from tocsin.cli.command import Command
from tocsin.cli.i18n import language_option
from tocsin.cli.output import target
from tocsin.render.card import KINDS, card


@click.command("card", cls=Command)
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--call", default="", help="Whom to tell, as it is to stand on the card: a name and a number.")
@click.option("--for", "person", default="", metavar="NAME", help="For whom it is.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write (default: standard output)."
)
@language_option
def command(kind: str, call: str, person: str, out: Path | None, lang: str) -> None:
    """Write a card to print: "first-five", what protects most, or "clicked", what to do after a click."""
    page = card(kind, lang, call=call, person=person)
    with target(out) as opened:
        opened.write(page.encode())
