"""What commands that list or add things have in common: what they are about, who may read it, and what is left."""

from __future__ import annotations

from typing import Final

import click

from tocsin.common.tlp import MEMBER
from tocsin.model.people import Tlp
from tocsin.render.words import Words

about_filter: Final = click.option("--about", help="Only those about an incident or case (an id).")
about_option: Final = click.option("--about", multiple=True, help="An incident or case (an id); repeat for more.")
after_option: Final = click.option("--after", help="Go on behind this place, which the page before has named.")
tlp_option: Final = click.option(
    "--tlp", type=click.Choice([label.value for label in Tlp]), default=MEMBER.value, show_default=True,
    help="Who may know of it, by the Traffic Light Protocol.",
)  # fmt: skip


def tell_of_more(after: str | None, words: Words) -> None:
    """Say how a list goes on."""
    if after:
        click.echo(words.gettext("There are more: add --after %(after)s.", after=after), err=True)
