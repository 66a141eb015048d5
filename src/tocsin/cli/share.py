"""`tocsin share`: hands on to others what an incident has taught, and takes in what they warn of."""

from __future__ import annotations

from pathlib import Path

import click

from tocsin.app import share
from tocsin.cli import receiving
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import target
from tocsin.model.people import Tlp
from tocsin.render.labels import left_out
from tocsin.render.words import Words


@click.group("share", cls=Group)
def command() -> None:
    """Hand on to others what an incident has taught, and take in what they warn of."""


_audience_option = click.option(
    "--audience", type=click.Choice([label.value for label in Tlp]), default=Tlp.GREEN.value, show_default=True,
    help="Up to which label those who get it may read.",
)  # fmt: skip
_named_option = click.option(
    "--named", is_flag=True, help="The organisation agrees to be named. Its people are never named."
)


@command.command("preview")
@click.argument("incident")
@_audience_option
@_named_option
@organisation_option
@language_option
def preview(incident: str, audience: str, named: bool, organisation: str | None, lang: str) -> None:
    """Show what a bundle of INCIDENT (an id) would hold, and what not. Nothing is handed on by it."""
    with entered(organisation) as node:
        made = share.preview(node, incident, Tlp(audience), named=named)
    click.echo(made.content)
    _tell(made, Words(lang))


def _tell(made: share.Shared, words: Words) -> None:
    click.echo(words.ngettext("%(n)s indicator in the bundle.", "%(n)s indicators in the bundle.", made.indicators),
               err=True)  # fmt: skip
    for one in made.withheld:
        click.echo(left_out(one, words), err=True)


@command.command("bundle")
@click.argument("incident")
@click.option("--out", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@_audience_option
@_named_option
@click.option("--synthetic", is_flag=True, help="It is made up, for practice, and says so.")
@organisation_option
@language_option
def bundle(
    incident: str, out: Path | None, audience: str, named: bool, synthetic: bool, organisation: str | None, lang: str
) -> None:
    """Write the indicators of INCIDENT (an id) as a STIX 2.1 bundle."""
    with entered(organisation) as node:
        made = share.bundle(node, incident, Tlp(audience), named=named, synthetic=synthetic)
    with target(out) as file:
        file.write(made.content.encode())
    _tell(made, Words(lang))


for _received in receiving.COMMANDS:
    command.add_command(_received)
