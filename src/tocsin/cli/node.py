"""What the commands on the log and the store share: which organisation, who acts, how things are written."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import click

from tocsin.bootstrap import make_store
from tocsin.model.error import InputError
from tocsin.model.sentence import say

if TYPE_CHECKING:
    from tocsin.store.store import Store

ACTOR: Final = "node"
"""Whoever sits at the node's terminal has its files and keys: that is all that is known of them."""

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


def new_id(kind: str) -> str:
    """Return a new id: random, so that it tells nothing by itself."""
    return f"{kind}-{secrets.token_hex(8)}"
