"""To which incident a message or an alert probably belongs: the one that it is linked to most strongly."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from heapq import nlargest
from typing import Final

from msgspec import Struct

from tocsin.app.access import Grant, missing, use_case
from tocsin.app.parts import notes
from tocsin.app.parts.comparing import world
from tocsin.app.parts.listing import openable
from tocsin.app.parts.profiles import profile_of
from tocsin.app.parts.showing import of_alert, of_message
from tocsin.app.rights import Right
from tocsin.attribute.features import merged
from tocsin.attribute.linking import compared, link
from tocsin.model.desk import Compared
from tocsin.model.operation import Feature, IncidentFeatures, Link
from tocsin.model.record import AlertRecord, MessageRecord

_DOCS: Final = "howto/group-attacks.md"
_MOST: Final = 3


class Likely(Struct, frozen=True):
    """An incident that something probably belongs to."""

    incident: Compared
    link: Link
    """What they share; it joins the two."""


class Looked(Struct, frozen=True):
    """What came of comparing something with the organisation's incidents."""

    found: tuple[Likely, ...]
    """The strongest first, three at most; without those that it belongs to already."""
    number: int
    """Incidents that it was compared with: the newest."""
    shows: bool
    """Whether it shows anything by which it can be compared."""


@use_case(
    Right.INCIDENTS, Right.READ_MAIL, Right.ATTRIBUTE, cli="mail incidents",
    http="GET /v1/messages/{message}/incidents", docs=_DOCS,
)  # fmt: skip
def of_mail(grant: Grant, message: str) -> Looked:
    """Return which incidents a message probably belongs to. Raises BreakGlassError for one that is not to be opened."""
    with grant.read() as reader:
        item = openable(grant, reader, message)
        shows = of_message(item, notes.read(reader, item.record, MessageRecord), profile_of(reader))
        already = reader.views.incidents_with([message]).get(message, ())
    return _looked(grant, message, item.at, shows, {one.incident for one in already})


@use_case(
    Right.INCIDENTS, Right.READ_ACCOUNTS, Right.ATTRIBUTE, cli="accounts incidents",
    http="GET /v1/alerts/{alert}/incidents", docs=_DOCS,
)  # fmt: skip
def of_accounts(grant: Grant, alert: str) -> Looked:
    """Return which incidents an alert about an account probably belongs to."""
    with grant.read() as reader:
        if (item := reader.views.alert(alert)) is None:
            raise missing(alert)
        shows = of_alert(item, notes.read(reader, item.record, AlertRecord))
        already = reader.views.incidents_with_alerts([alert]).get(alert, ())
    return _looked(grant, alert, item.at, shows, {one.incident for one in already})


def _looked(grant: Grant, thing: str, at: datetime, shows: list[Feature], already: Collection[str]) -> Looked:
    """Compare something as an incident of its own: what is rare among all that are compared for operations counts."""
    known, one = world(grant), IncidentFeatures(thing, at, merged(shows))
    own = [each for each in known.known.values() if each.item is not None]
    known.grouping.add(one)
    keys = set(compared(one.features))
    found = (
        Likely(each, link(one, each.features, known.grouping.spread))
        for each in own
        if each.id not in already and not keys.isdisjoint(compared(each.features.features))
    )
    joined = (each for each in found if each.link.holds)
    best = nlargest(_MOST, joined, key=lambda each: (each.link.weight, each.incident.features.at, each.incident.id))
    return Looked(tuple(best), len(own), bool(keys))
