"""`tocsin token`: lets programs use the HTTP API."""

from __future__ import annotations

import click

from tocsin.app import sessions
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.render.words import Words


@click.group("token", cls=Group)
def command() -> None:
    """Let programs use the HTTP API."""


@command.command("make")
@click.argument("person")
@click.option("--scope", "scopes", multiple=True, required=True, help="A right that it has; repeat for more.")
@click.option("--name", default="", help="What it is for.")
@click.option("--days", type=click.IntRange(1, sessions.TOKEN_DAYS), default=90, show_default=True, help="Its life.")
@organisation_option
@language_option
def make(person: str, scopes: tuple[str, ...], name: str, days: int, organisation: str | None, lang: str) -> None:
    """Print a new token. It does what its scopes allow and PERSON (an id) may do."""
    with entered(organisation) as node:
        made = sessions.make_token_for(node, person, name, scopes, days)
    said = Words(lang).gettext("%(id)s; it is shown once and kept nowhere:", id=made.id)
    click.echo(said, err=True)
    click.echo(made.secret)


@command.command("revoke")
@click.argument("token")
@organisation_option
def revoke(token: str, organisation: str | None) -> None:
    """End TOKEN, which may also be the id of a session or an invitation."""
    with entered(organisation) as node:
        sessions.revoke_of(node, token)
