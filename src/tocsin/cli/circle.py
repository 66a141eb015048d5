"""`tocsin share circle`: named sets of partners to whom the same is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import click

from tocsin.app import circles
from tocsin.cli.command import Group
from tocsin.cli.node import entered, organisation_option
from tocsin.model.exchange import Content
from tocsin.model.people import Tlp
from tocsin.render.plain import one_line

_Option = Callable[..., Any]
_tlp_option: Final[_Option] = click.option(
    "--tlp", type=click.Choice([label.value for label in Tlp if label is not Tlp.RED]), default=Tlp.GREEN.value,
    show_default=True, help="Up to which label it is told.",
)  # fmt: skip
_purposes_option: Final[_Option] = click.option(
    "--for", "purposes", multiple=True, type=click.Choice([one.value for one in Content]),
    default=[Content.WARNINGS.value, Content.SIGHTINGS.value], show_default=True,
    help="For what it is; repeat for more.",
)  # fmt: skip
_members_option: Final[_Option] = click.option(
    "--member", "members", multiple=True, metavar="PARTNER", help="A partner in it; repeat for more."
)
_reads_option: Final[_Option] = click.option(
    "--read", "reads", multiple=True, metavar="COLLECTION", help="A collection that they read; repeat for more."
)


@click.group("circle", cls=Group)
def command() -> None:
    """Keep the circles: named sets of partners to whom the same is told."""


@command.command("add")
@click.argument("name")
@_tlp_option
@_purposes_option
@_members_option
@_reads_option
@organisation_option
def add(
    name: str, tlp: str, purposes: tuple[str, ...], members: tuple[str, ...], reads: tuple[str, ...],
    organisation: str | None,
) -> None:  # fmt: skip
    """Make a circle called NAME, and print its id. Without members it reaches nobody."""
    with entered(organisation) as node:
        made = circles.add_circle(node, name, Tlp(tlp), [Content(one) for one in purposes], members, reads)
    click.echo(made)


@command.command("change")
@click.argument("circle")
@click.argument("name")
@_tlp_option
@_purposes_option
@_members_option
@_reads_option
@organisation_option
def change(
    circle: str, name: str, tlp: str, purposes: tuple[str, ...], members: tuple[str, ...], reads: tuple[str, ...],
    organisation: str | None,
) -> None:  # fmt: skip
    """Say anew what CIRCLE (an id) is: this, and nothing that it was before."""
    with entered(organisation) as node:
        circles.change_circle(node, circle, name, Tlp(tlp), [Content(one) for one in purposes], members, reads)


@command.command("list")
@organisation_option
def list_(organisation: str | None) -> None:
    """List the circles: id, name, label, what they are for, who is in them, what they read."""
    with entered(organisation) as node:
        for one in circles.circles(node):
            item = one.item
            lists = (",".join(several) or "-" for several in (item.purposes, item.members, item.reads))
            click.echo(one_line("  ".join((item.circle, one.name, item.tlp.value, *lists))))


@command.command("end")
@click.argument("circle")
@organisation_option
def end(circle: str, organisation: str | None) -> None:
    """Tell nothing in CIRCLE (an id) any more. Its members stay partners."""
    with entered(organisation) as node:
        circles.end_circle(node, circle)
