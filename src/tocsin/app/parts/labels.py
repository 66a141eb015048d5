"""Labels of what claims and assessments are about."""

from __future__ import annotations

from tocsin.app.access import Grant
from tocsin.app.parts import cases
from tocsin.app.ports import Reader
from tocsin.model.people import Tlp


def label_of(grant: Grant, reader: Reader, thing: str) -> Tlp:
    """Return the label of an incident or a case. Raises NotFoundError for what the actor must not know of."""
    incident = reader.views.incident(thing)
    if incident is not None and grant.cleared(incident.tlp):
        return incident.tlp
    cases.find(grant, reader, thing)
    return cases.label(reader.views.incidents_of(thing))
