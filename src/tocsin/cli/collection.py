"""`tocsin share collection`: collections of objects that partners read and write."""

from __future__ import annotations

import click

from tocsin.app import collecting
from tocsin.cli.command import Group
from tocsin.cli.node import entered, organisation_option
from tocsin.render.plain import one_line


@click.group("collection", cls=Group)
def command() -> None:
    """Keep the collections of objects that partners read and write."""


@command.command("open")
@click.argument("title")
@click.option("--description", default="", help="What it is for, as partners read it.")
@organisation_option
def open_(title: str, description: str, organisation: str | None) -> None:
    """Open a collection called TITLE, and print its id. No partner may read or write it yet."""
    with entered(organisation) as node:
        identity = collecting.open_collection(node, title, description)
    click.echo(identity)


@command.command("list")
@organisation_option
def list_(organisation: str | None) -> None:
    """List the collections that are open, in the order in which they were opened."""
    with entered(organisation) as node:
        for one in collecting.collections(node):
            click.echo(one_line("  ".join((one.item.collection, one.title))))


@command.command("close")
@click.argument("collection")
@organisation_option
def close(collection: str, organisation: str | None) -> None:
    """Close COLLECTION (an id) for good, and delete its objects."""
    with entered(organisation) as node:
        collecting.close_collection(node, collection)
