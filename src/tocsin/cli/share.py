"""`tocsin share`: hands on to others what an attack has taught, and takes in what they warn of."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import click

from tocsin.app import collecting, share
from tocsin.cli import circle, collection, consent, feeds, partner, receiving, sending, signals
from tocsin.cli.brought import taken
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.cli.output import target
from tocsin.model.exchange import Form
from tocsin.model.people import Tlp
from tocsin.render.exchange import at_microsecond
from tocsin.render.labels import left_out
from tocsin.render.plain import one_line
from tocsin.render.words import Words


@click.group("share", cls=Group)
def command() -> None:
    """Hand on to others what an attack has taught, and take in what they warn of."""


command.add_command(partner.command)
command.add_command(circle.command)
command.add_command(collection.command)
command.add_command(consent.command)
for one in sending.COMMANDS:
    command.add_command(one)
for one in (feeds.look, feeds.pull, feeds.push):
    command.add_command(one)

_audience_option = click.option(
    "--audience", type=click.Choice([label.value for label in Tlp]), default=Tlp.GREEN.value, show_default=True,
    help="Without --to: up to which label those who get it may read, GREEN at most.",
)  # fmt: skip
_to_option = click.option("--to", "recipient", default="", metavar="ID", help="The partner or circle that gets it.")
_form_option = click.option(
    "--format", "form", type=click.Choice([one.value for one in Form]), default=Form.STIX.value, show_default=True,
    help="As a bundle of STIX 2.1, or as an event of MISP.",
)  # fmt: skip
_named_option = click.option(
    "--named", is_flag=True, help="Name the organisation, which has agreed to it. Its people are never named."
)


@command.command("preview")
@click.argument("incident")
@_audience_option
@_to_option
@_named_option
@_form_option
@organisation_option
@language_option
def preview(
    incident: str, audience: str, recipient: str, named: bool, form: str, organisation: str | None, lang: str
) -> None:  # fmt: skip
    """Show what a bundle of INCIDENT (an id) would hold, and what not. Nothing is handed on by it."""
    with entered(organisation) as node:
        made = share.preview(node, incident, Tlp(audience), recipient=recipient, named=named, form=Form(form))
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
@_to_option
@_named_option
@click.option("--synthetic", is_flag=True, help="It is made up, for practice, and says so.")
@_form_option
@organisation_option
@language_option
def bundle(
    incident: str, out: Path | None, audience: str, recipient: str, named: bool, synthetic: bool, form: str,
    organisation: str | None, lang: str,
) -> None:  # fmt: skip
    """Write the indicators of INCIDENT (an id) as a STIX 2.1 bundle, or as an event of MISP."""
    with entered(organisation) as node:
        made = share.bundle(
            node, incident, Tlp(audience), recipient=recipient, named=named, synthetic=synthetic, form=Form(form)
        )  # fmt: skip
    with target(out) as file:
        file.write(made.content.encode())
    _tell(made, Words(lang))


@command.command("put")
@click.argument("collection_id", metavar="COLLECTION")
@click.argument("file", type=click.File("rb"))
@organisation_option
@language_option
def put(collection_id: str, file: BinaryIO, organisation: str | None, lang: str) -> None:
    """Put the objects of FILE (STIX 2.1; - is standard input) into COLLECTION (an id), as the organisation's own."""
    with entered(organisation) as node:
        done = collecting.put(node, collection_id, file.read())
    taken(len(done.added), done.refused, Words(lang), done.more)


@command.command("origin")
@click.argument("collection_id", metavar="COLLECTION")
@click.argument("subject", metavar="OBJECT")
@organisation_option
def origin(collection_id: str, subject: str, organisation: str | None) -> None:
    """Say who brought OBJECT (an id of STIX) into COLLECTION (an id), when, and from which server."""
    with entered(organisation) as node:
        found = collecting.origin(node, collection_id, subject)
    for one in found:
        at = one.origin
        sent = at_microsecond(at.sent_at) if at.sent_at is not None else "-"
        url = one.feed.url if one.feed else "-"
        click.echo(one_line("  ".join((f"{at.version}Z", at.source, at_microsecond(at.added), sent, url))))


for _received in (*receiving.COMMANDS, *signals.COMMANDS):
    command.add_command(_received)
