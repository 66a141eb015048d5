"""What became of objects, told at the terminal."""

from __future__ import annotations

from collections.abc import Sequence

import click

from tocsin.model.exchange import Outcome
from tocsin.render.exchange import not_taken
from tocsin.render.plain import on_one_line, one_line
from tocsin.render.words import Words


def taken(added: int, refused: Sequence[Outcome], words: Words, more: int = 0) -> None:
    """Tell how many objects are in the collection, and of each other one why not."""
    click.echo(words.ngettext("%(n)s object is in the collection.", "%(n)s objects are in the collection.", added))
    left_out(refused, words, more)


def left_out(refused: Sequence[Outcome], words: Words, more: int = 0) -> None:
    """Tell of each object why it was not taken, and how many more there are."""
    for one in refused:
        reason = not_taken(one, on_one_line(words))
        click.echo(words.gettext("Left out: %(id)s: %(reason)s", id=one_line(one.id), reason=reason), err=True)
    if more:
        click.echo(words.ngettext("%(n)s more was left out.", "%(n)s more were left out.", more), err=True)
