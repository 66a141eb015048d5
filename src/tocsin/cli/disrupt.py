"""`tocsin disrupt`: stops an attack where the organisation's own systems can."""

from __future__ import annotations

from pathlib import Path

import click

from tocsin.app import disrupt
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import target
from tocsin.render.labels import left_out
from tocsin.render.words import Words


@click.group("disrupt", cls=Group)
def command() -> None:
    """Stop an attack where the organisation's own systems can."""


_days_option = click.option(
    "--days", type=click.IntRange(1, disrupt.MOST_DAYS), default=90, show_default=True,
    help="Block so long after the incident last changed.",
)  # fmt: skip


@command.command("preview")
@click.argument("incident")
@_days_option
@organisation_option
@language_option
def preview(incident: str, days: int, organisation: str | None, lang: str) -> None:
    """Show which hosts of INCIDENT (an id) would be blocked, and which not. Nothing is noted."""
    with entered(organisation) as node:
        made = disrupt.preview(node, incident, days)
    for host in made.hosts:
        click.echo(host)
    _tell(made, Words(lang))


def _tell(made: disrupt.Blocklist, words: Words) -> None:
    click.echo(words.ngettext("%(n)s host is blocked.", "%(n)s hosts are blocked.", len(made.hosts)), err=True)
    for one in made.left_out:
        click.echo(left_out(one, words), err=True)


@command.command("rpz")
@click.argument("incident")
@click.option("--out", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@_days_option
@click.option("--synthetic", is_flag=True, help="It is made up, for practice, and says so.")
@organisation_option
@language_option
def rpz(
    incident: str, out: Path | None, days: int, synthetic: bool, organisation: str | None, lang: str
) -> None:  # fmt: skip
    """Write the hosts of INCIDENT (an id) as a response policy zone for DNS resolvers."""
    with entered(organisation) as node:
        made = disrupt.response_policy(node, incident, days, synthetic=synthetic)
    with target(out) as file:
        file.write(made.content.encode())
    _tell(made, Words(lang))
