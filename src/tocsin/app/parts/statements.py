"""Statements that are to be signed, as far as those may see them who are cleared for their incident."""

from __future__ import annotations

from tocsin.app.access import Grant
from tocsin.app.ports import Reader
from tocsin.model.view import StatementItem


def found(grant: Grant, reader: Reader, statement: str) -> StatementItem | None:
    """Return a statement that the actor may see, or None."""
    item = reader.views.statement(statement)
    return item if item and is_seen(grant, reader, item) else None


def is_seen(grant: Grant, reader: Reader, item: StatementItem) -> bool:
    """Say whether the actor may know of a statement: its incident may have got another label since."""
    incident = reader.views.incident(item.incident)
    return grant.cleared(incident.tlp if incident else None)
