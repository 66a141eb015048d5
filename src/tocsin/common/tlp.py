"""The Traffic Light Protocol 2.0 (FIRST, 2022): which label is stricter, and who may read what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tocsin.model.people import Tlp

_ORDER: Final = {label: place for place, label in enumerate(Tlp)}
MEMBER: Final = Tlp.AMBER_STRICT
"""What a member of the organisation may read unless told otherwise: AMBER+STRICT is for the organisation only, while
RED is for persons who were named."""


def readable(label: Tlp | None, clearance: Tlp) -> bool:
    """Say whether somebody cleared up to a label may read what bears another. What bears none is RED."""
    return _ORDER[label or Tlp.RED] <= _ORDER[clearance]


def strictest(labels: Iterable[Tlp]) -> Tlp:
    """Return the strictest label; RED where there is none."""
    return max(labels, key=_ORDER.__getitem__, default=Tlp.RED)


def mildest(labels: Iterable[Tlp]) -> Tlp:
    """Return the most open label; CLEAR where there is none."""
    return min(labels, key=_ORDER.__getitem__, default=Tlp.CLEAR)
