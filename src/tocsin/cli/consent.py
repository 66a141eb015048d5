"""`tocsin share consent`: who agreed to be named in what leaves."""

from __future__ import annotations

import click

from tocsin.app import consents
from tocsin.cli.command import Group
from tocsin.cli.node import entered, organisation_option
from tocsin.model.exchange import ORGANISATION
from tocsin.render.plain import one_line


@click.group("consent", cls=Group)
def command() -> None:
    """Keep who agreed to be named in what leaves."""


@command.command("add")
@click.option("--of", "subject", default=ORGANISATION, show_default=True, metavar="ID",
              help="Who agreed: a person, or the organisation itself.")  # fmt: skip
@click.option("--to", "recipient", default="", metavar="ID", help="Only to this partner or circle.")
@click.option("--how", required=True, help="When, to whom and in what form they said so.")
@organisation_option
def add(subject: str, recipient: str, how: str, organisation: str | None) -> None:
    """Write down that somebody agrees to be named, and print the id of that."""
    with entered(organisation) as node:
        click.echo(consents.give_consent(node, how, subject, recipient))


@command.command("list")
@organisation_option
def list_(organisation: str | None) -> None:
    """List the consents that hold: id, who, to whom, since when, how."""
    with entered(organisation) as node:
        for one in consents.consents(node):
            item = one.item
            who, since = one.name or item.subject, f"{item.given_at:%Y-%m-%d}"
            click.echo(one_line("  ".join((item.consent, who, item.recipient or "-", since, one.how))))


@command.command("end")
@click.argument("consent")
@organisation_option
def end(consent: str, organisation: str | None) -> None:
    """Write down that CONSENT (an id) holds no longer. What has left cannot be called back."""
    with entered(organisation) as node:
        consents.end_consent(node, consent)
