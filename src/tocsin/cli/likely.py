"""To which incidents a message or an alert probably belongs: commands of `tocsin mail` and `tocsin accounts`."""

from __future__ import annotations

import click

from tocsin.app import likely
from tocsin.attribute.explain import shared
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.render import likely as render
from tocsin.render.plain import one_line
from tocsin.render.words import Words


@click.command("incidents")
@click.argument("message")
@organisation_option
@language_option
def of_mail(message: str, organisation: str | None, lang: str) -> None:
    """Say which incidents MESSAGE (an id) probably belongs to, and what it shares with them."""
    with entered(organisation) as node:
        _tell(likely.of_mail(node, message), Words(lang))


@click.command("incidents")
@click.argument("alert")
@organisation_option
@language_option
def of_accounts(alert: str, organisation: str | None, lang: str) -> None:
    """Say which incidents ALERT (an id) probably belongs to, and what it shares with them."""
    with entered(organisation) as node:
        _tell(likely.of_accounts(node, alert), Words(lang))


def _tell(looked: likely.Looked, words: Words) -> None:
    for one in looked.found:
        click.echo(one_line(f"{one.incident.id}  {one.incident.title}", 400))
        click.echo(one_line(f"  {shared(one.link, words.language)}", 2_000))
    click.echo(render.came_of_it(looked, words))
