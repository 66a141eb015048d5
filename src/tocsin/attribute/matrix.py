"""Techniques on ATT&CK's matrix: a column for each tactic, as the node's own copy of ATT&CK has them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from tocsin.model.knowledge import Knowledge, Technique


class Cell(Struct, frozen=True):
    """A technique, and how many incidents show it."""

    id: str
    name: str
    """Empty where the copy does not know it."""
    incidents: int


class Column(Struct, frozen=True):
    """A tactic, and the techniques by which it was pursued; a technique may stand in several."""

    tactic: str
    """As ATT&CK calls it; empty for techniques of which no tactic is known."""
    cells: tuple[Cell, ...]


def matrix(techniques: Iterable[tuple[str, int]], knowledge: Knowledge | None) -> tuple[Column, ...]:
    """Return the columns that are not empty, in ATT&CK's order; `techniques`: (id, incidents)."""
    by_id = {one.id: one for one in knowledge.techniques} if knowledge else {}
    columns: dict[str, list[Cell]] = {}
    for name, count in sorted(techniques):
        known = by_id.get(name)
        for tactic in (known.tactics if known else ()) or ("",):
            columns.setdefault(tactic, []).append(Cell(name, _name(known, by_id), count))
    names = {one.short: one.name for one in knowledge.tactics} if knowledge else {}
    order = {short: place for place, short in enumerate(names)}
    found = sorted(columns, key=lambda short: (not short, order.get(short, len(order)), short))
    return tuple(Column(names.get(short, short.replace("-", " ")), tuple(columns[short])) for short in found)


def _name(known: Technique | None, by_id: dict[str, Technique]) -> str:
    """A part of a technique is called after both, as ATT&CK does."""
    if known is None:
        return ""
    parent = by_id.get(known.parent)
    return f"{parent.name}: {known.name}" if parent else known.name
