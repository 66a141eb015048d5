"""What the commands on the log and the store share: which organisation, who acts, how things are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import click

from tocsin.app import access, react
from tocsin.app.access import Access
from tocsin.bootstrap import make_chance, make_store, now
from tocsin.model.error import InputError
from tocsin.model.sentence import say

if TYPE_CHECKING:
    from tocsin.store.store import Store

organisation_option: Final[Callable[..., Any]] = click.option(
    "--organisation", metavar="ID", help="Which organisation, where the node has several."
)


@contextmanager
def opened(organisation: str | None) -> Iterator[tuple[Store, str]]:
    """Open the store and find the organisation that is meant: the only one, unless it is named."""
    store = make_store()
    try:
        known = store.organisations()
        if organisation is None and len(known) != 1:
            choose = say("Choose with --organisation: %(ids)s", ids=", ".join(known))
            hint = choose if known else say("`tocsin store init` makes one.")
            raise InputError(say("organisations in the store: %(count)s", count=len(known)), hint)
        yield store, organisation or known[0]
    finally:
        store.close()


@contextmanager
def entered(organisation: str | None) -> Iterator[Access]:
    """The same, as whoever sits at the terminal: they have the node's files and keys, and nothing more is known."""
    with opened(organisation) as (store, name):
        yield access.enter(store, access.node(name), now, make_chance(), react.react)
