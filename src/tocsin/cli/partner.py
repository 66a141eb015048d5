"""`tocsin share partner`: the organisations with which is shared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import click

from tocsin.app import partners
from tocsin.cli.command import Group
from tocsin.cli.i18n import language_option
from tocsin.cli.node import entered, organisation_option
from tocsin.model.exchange import Standing
from tocsin.model.people import Tlp
from tocsin.render.plain import one_line
from tocsin.render.words import Words

_LABELS: Final = click.Choice([label.value for label in Tlp])
_reads_option: Final[Callable[..., Any]] = click.option(
    "--read", "reads", multiple=True, metavar="COLLECTION", help="A collection that it may read; repeat for more."
)
_writes_option: Final[Callable[..., Any]] = click.option(
    "--write", "writes", multiple=True, metavar="COLLECTION", help="A collection that it may write; repeat for more."
)
_standing_option: Final[Callable[..., Any]] = click.option(
    "--standing", type=click.Choice([one.value for one in Standing]), default=Standing.COMMUNITY.value,
    show_default=True, help="What it is to you: of the community, a client whom you look after, a part of yourself.",
)  # fmt: skip


@click.group("partner", cls=Group)
def command() -> None:
    """Keep the organisations with which is shared, and what they may read and write."""


@command.command("add")
@click.argument("name")
@click.option("--contact", default="", help="How its people are reached.")
@click.option("--tlp", type=_LABELS, default=Tlp.GREEN.value, show_default=True, help="Up to which label it is told.")
@_reads_option
@_writes_option
@_standing_option
@organisation_option
@language_option
def add(
    name: str, contact: str, tlp: str, reads: tuple[str, ...], writes: tuple[str, ...], standing: str,
    organisation: str | None, lang: str,
) -> None:  # fmt: skip
    """Add the organisation called NAME, and print the token by which its programs come in."""
    with entered(organisation) as node:
        made = partners.add_partner(node, name, contact, Tlp(tlp), reads, writes, Standing(standing))
    said = Words(lang).gettext("%(id)s; it is shown once and kept nowhere:", id=made.partner)
    click.echo(said, err=True)
    click.echo(made.token)


@command.command("allow")
@click.argument("partner")
@click.option("--tlp", type=_LABELS, required=True, help="Up to which label it is told.")
@_reads_option
@_writes_option
@_standing_option
@organisation_option
def allow(
    partner: str, tlp: str, reads: tuple[str, ...], writes: tuple[str, ...], standing: str, organisation: str | None
) -> None:  # fmt: skip
    """Say anew what PARTNER (an id) may: this, and nothing that it might before."""
    with entered(organisation) as node:
        partners.allow(node, partner, Tlp(tlp), reads, writes, Standing(standing))


@command.command("list")
@organisation_option
def list_(organisation: str | None) -> None:
    """List the partners, in the order in which they came: id, name, label, what they read and write, what they are."""
    with entered(organisation) as node:
        for one in partners.partners(node):
            item = one.item
            read, written = ",".join(item.reads) or "-", ",".join(item.writes) or "-"
            click.echo(
                one_line("  ".join((item.partner, one.name, item.tlp.value, read, written, item.standing.value)))
            )


@command.command("end")
@click.argument("partner")
@organisation_option
def end(partner: str, organisation: str | None) -> None:
    """Share nothing with PARTNER (an id) any more. Its token ends; what it brought stays."""
    with entered(organisation) as node:
        partners.end_partner(node, partner)
