"""`tocsin share outgoing`, `approve` and `left`: what leaves, looked at first, approved, and told afterwards."""

from __future__ import annotations

import click

from tocsin.app import sending
from tocsin.cli.i18n import language_option
from tocsin.cli.listing import after_option, tell_of_more
from tocsin.cli.node import entered, organisation_option
from tocsin.model.exchange import Content
from tocsin.model.people import Tlp
from tocsin.render import sending as render
from tocsin.render.plain import one_line
from tocsin.render.words import Words


@click.command("outgoing")
@click.argument("collection")
@click.option("--to", "recipient", required=True, metavar="ID", help="A partner or a circle.")
@organisation_option
@language_option
def outgoing(collection: str, recipient: str, organisation: str | None, lang: str) -> None:
    """Show what exactly of COLLECTION (an id) leaves to a recipient, what does not, and why. Nothing is sent by it."""
    words = Words(lang)
    with entered(organisation) as node:
        made = sending.preview(node, collection, recipient)
    for one in made.objects:
        click.echo(one_line(render.line(one, words)))
    for why, number in made.counts.items():
        if why != "leaves":
            click.echo(render.withheld(why, number, words), err=True)
    leaves = made.counts.get("leaves", 0)
    click.echo(words.ngettext("%(n)s object leaves.", "%(n)s objects leave.", leaves), err=True)
    if made.more:
        click.echo(words.gettext("There are more; only the first ones were looked at."), err=True)


@click.command("approve")
@click.argument("recipient")
@click.option("--content", "contents", multiple=True, type=click.Choice([one.value for one in Content]),
              help="What may leave; repeat for more. Without: nothing any more.")  # fmt: skip
@click.option("--tlp", type=click.Choice([label.value for label in Tlp]), default=Tlp.GREEN.value, show_default=True,
              help="Up to which label.")  # fmt: skip
@click.option("--collection", default="", help="Whose objects you have looked at.")
@click.option("--note", required=True, help="Why.")
@organisation_option
def approve(
    recipient: str, contents: tuple[str, ...], tlp: str, collection: str, note: str, organisation: str | None
) -> None:  # fmt: skip
    """Let such contents leave to RECIPIENT (a partner or a circle) from now on, and nothing else."""
    with entered(organisation) as node:
        sending.approve(node, recipient, [Content(one) for one in contents], Tlp(tlp), note, collection)


@click.command("left")
@after_option
@organisation_option
@language_option
def left(after: str | None, organisation: str | None, lang: str) -> None:
    """List what left, to whom, what was withheld and why, and who approved it, the newest first."""
    words = Words(lang)
    with entered(organisation) as node:
        page = sending.left(node, after)
    for one in page.items:
        click.echo(one_line(render.left(one, words)))
    tell_of_more(page.after, words)


COMMANDS = (outgoing, approve, left)
"""What `tocsin share` has of it."""
