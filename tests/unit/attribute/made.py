"""Incidents as tests need them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tocsin.attribute.grouping import Grouping
from tocsin.model.operation import Feature, FeatureKind, IncidentFeatures, Spread

BEGAN = datetime(2026, 3, 1, tzinfo=UTC)
K = FeatureKind
FEW = Spread(2)


def incident(name: str, *shown: tuple[FeatureKind, str], hours: int = 0) -> IncidentFeatures:
    """An incident that shows some features; `hours`: how long after the first day it began."""
    features = tuple(sorted(Feature(kind, value, (f"message-{name}",)) for kind, value in shown))
    return IncidentFeatures(name, BEGAN + timedelta(hours=hours), features)


def grouped(*incidents: IncidentFeatures) -> Grouping:
    """They, grouped."""
    grouping = Grouping()
    for one in incidents:
        grouping.add(one)
    return grouping


def sets(grouping: Grouping) -> list[tuple[str, ...]]:
    """The incidents of each operation."""
    return sorted(operation.incidents for operation in grouping.operations())
