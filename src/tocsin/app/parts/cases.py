"""Cases as far as those may see them who are cleared for their incidents."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.app.access import Grant, missing
from tocsin.app.ports import Reader
from tocsin.common.tlp import strictest
from tocsin.model.people import Tlp
from tocsin.model.view import CaseItem, IncidentItem


def find(grant: Grant, reader: Reader, case: str) -> CaseItem:
    """Return a case. Raises NotFoundError for one that the actor must not know of."""
    item = reader.views.case(case)
    if item is None or not is_seen(grant, reader, case):
        raise missing(case)
    return item


def is_seen(grant: Grant, reader: Reader, case: str) -> bool:
    """Say whether the actor may know of a case."""
    return grant.cleared(label(reader.views.incidents_of(case)))


def label(incidents: Sequence[IncidentItem]) -> Tlp:
    """A case is as confidential as the strictest of its incidents; without any, RED."""
    return strictest(incident.tlp for incident in incidents)
