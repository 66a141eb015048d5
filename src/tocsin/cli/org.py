"""`tocsin org`: the organisation's profile in the store, and letting its first person in."""

from __future__ import annotations

from pathlib import Path

import click

from tocsin.app import invitations, people
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import target
from tocsin.render.words import Words


@click.group("org", cls=Group)
def command() -> None:
    """Keep the organisation's profile in the store, and let its first person in."""


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--remove", is_flag=True, help="Also remove people whom FILE does not name and who cannot sign in.")
@organisation_option
@language_option
def import_(file: Path, remove: bool, organisation: str | None, lang: str) -> None:
    """Bring the profile in the store to what FILE (TOML) says. People are the same by address, or else by name."""
    words = Words(lang)
    with entered(organisation) as node:
        done = people.import_profile(node, file.read_bytes(), remove=remove)
    counts = {"added": len(done.added), "changed": len(done.changed), "removed": len(done.removed)}
    click.echo(words.gettext("People: %(added)s added, %(changed)s changed, %(removed)s removed.", **counts))
    if done.profile:
        click.echo(words.gettext("The profile was changed."))


@command.command("export")
@click.option("--out", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@organisation_option
def export(out: Path | None, organisation: str | None) -> None:
    """Print the profile as TOML, which `tocsin scan --profile` and `tocsin org import` take."""
    with entered(organisation) as node:
        raw = people.export_profile(node)
    with target(out) as file:
        file.write(raw)


@command.command("first-run")
@organisation_option
@language_option
def first_run(organisation: str | None, lang: str) -> None:
    """Print the one-time token by which the first person comes in. It is valid for a day."""
    with entered(organisation) as node:
        made = invitations.first_run(node)
    click.echo(Words(lang).gettext("Enter this once, on the set-up page of the console:"), err=True)
    click.echo(made.secret)
