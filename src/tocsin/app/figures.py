"""Counts for pictures: attempts over time, by verdict and technique, and whom they were aimed at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, use_case
from tocsin.app.rights import Right
from tocsin.model.error import InputError
from tocsin.model.sentence import say
from tocsin.model.view import CountItem

_MOST: Final = timedelta(days=1_100)


class Figures(Struct, frozen=True):
    """Messages by the day (UTC) of `tocsin.model.view.MessageItem.at`.

    Targets are in the order of their ids: people are not ranked.
    """

    first: date
    last: date
    verdicts: tuple[CountItem, ...]
    techniques: tuple[CountItem, ...]
    """ATT&CK ids of messages that are malicious or suspicious."""
    targets: tuple[CountItem, ...]
    """Ids of people to whom such messages came."""


@use_case(Right.READ_MAIL, cli="mail figures", http="GET /v1/figures", docs="howto/run-the-desk.md")
def figures(grant: Grant, first: date, last: date) -> Figures:
    """Return the counts of the days from `first` to `last`."""
    if not timedelta(0) <= last - first <= _MOST:
        raise InputError(say("these are no days that can be shown"), say("Ask for three years at most."))
    with grant.read() as reader:
        verdicts, techniques, targets = (
            tuple(reader.views.counts(kind, first, last)) for kind in ("verdict", "technique", "target")
        )
    return Figures(first, last, verdicts, techniques, tuple(sorted(targets, key=lambda one: (one.day, one.value))))
