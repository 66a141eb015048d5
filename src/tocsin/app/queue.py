"""The queue: what needs a person now, the worst first, of whatever kind it is."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from tocsin.app.access import Grant, use_case
from tocsin.app.parts import cases as parts
from tocsin.app.parts import joint, listing, statements
from tocsin.app.ports import Reader
from tocsin.app.rights import Right, rights_of
from tocsin.model.desk import AlertShown, Listed, Waiting
from tocsin.model.people import Tlp
from tocsin.model.view import Page, QueueItem, Work

_DOCS: Final = "howto/run-the-desk.md"
_TOP: Final = 50
"""Things whose change is a change of the queue for those who watch it."""
_NEVER: Final = datetime.fromtimestamp(0, UTC)


class Counts(Struct, frozen=True):
    """How much waits."""

    kinds: dict[Work, int]
    """Of each kind, counted up to 1,000."""
    mark: str
    """Another one when the first fifty, or how many wait of a kind, have changed."""


@use_case(Right.READ_QUEUE, cli="mail queue", http="GET /v1/queue", docs=_DOCS)
def queue(grant: Grant, kind: Work | None = None, after: str | None = None, limit: int = 50) -> Page[Waiting]:
    """Return what waits for a person, the worst first, of the kinds that the actor may read.

    That is clicks, then glass, incidents, victims to be told, tellings, statements and tasks, the one that is due first
    first; alerts, messages and questions among each other.
    """
    kinds = [one for one in _kinds(grant) if kind in (None, one)]
    if not kinds:
        return Page(())
    with grant.read() as reader:
        page = reader.views.queue(_labels(grant), grant.now, kinds, after, limit)
        return Page(_shown(grant, reader, page.items), page.after)


@use_case(Right.READ_QUEUE, cli="mail waiting", http="GET /v1/queue/counts", docs=_DOCS)
def counts(grant: Grant) -> Counts:
    """Return how much waits, and a mark that changes with the queue."""
    with grant.read() as reader:
        labels, now, mine = _labels(grant), grant.now, _kinds(grant)
        top = reader.views.queue(labels, now, mine, limit=_TOP).items if mine else ()
        kinds = reader.views.waiting(labels, now, mine)
        said = "".join([*(f"{item.thing}{item.urgency:.4f}" for item in top), *map(str, sorted(kinds.items()))])
        return Counts(kinds, hashlib.sha256(said.encode()).hexdigest()[:16])


def _kinds(grant: Grant) -> list[Work]:
    rights = rights_of(grant.actor)
    return [kind for kind in Work if _TAKES.get(kind, Right.READ_MAIL) in rights]


_TAKES: Final = {
    Work.STATEMENT: Right.SIGN_STATEMENT, Work.ALERT: Right.READ_ACCOUNTS, Work.TASK: Right.EVIDENCE,
    Work.NOTICE: Right.EVIDENCE,
}  # fmt: skip
"""What it takes to see a kind of work, where that is not to read mail."""


def _labels(grant: Grant) -> list[Tlp]:
    return [label for label in Tlp if grant.cleared(label)]


def _shown(grant: Grant, reader: Reader, items: tuple[QueueItem, ...]) -> tuple[Waiting, ...]:
    ids = [item.thing for item in items if item.kind is Work.MESSAGE]
    raised = reader.views.several_alerts([item.thing for item in items if item.kind is Work.ALERT])
    alerts = {one.item.alert: one for one in listing.alerts_listed(grant, reader, raised)}
    messages = {one.item.message: one for one in listing.listed(grant, reader, reader.views.several(ids))}
    shown = (_waiting(grant, reader, one, messages.get(one.thing), alerts.get(one.thing)) for one in items)
    return tuple(filter(None, shown))


def _waiting(
    grant: Grant, reader: Reader, item: QueueItem, message: Listed | None, alert: AlertShown | None
) -> Waiting | None:  # fmt: skip
    found = Waiting(item.kind, item.thing, _NEVER, item.urgency)
    if message:
        return replace(found, at=message.item.at, message=message)
    if alert:
        return replace(found, at=alert.item.at, alert=alert)
    if item.kind is Work.QUESTION and (asked := reader.views.question(item.thing)):
        return replace(found, at=asked.at, question=listing.asked(reader, [asked])[0])
    if item.kind is Work.CLICK and (click := reader.views.click(item.thing)):
        return replace(found, at=click.at, click=listing.click(reader, click))
    if item.kind is Work.INCIDENT and (incident := reader.views.incident(item.thing)):
        return replace(found, at=incident.opened_at, incident=listing.incident(reader, incident))
    if item.kind in (Work.GLASS, Work.TELLING) and (broken := reader.views.grant(item.thing)):
        return replace(found, at=broken.asked_at, breaking=listing.breaking(reader, broken))
    if item.kind is Work.STATEMENT and (stated := statements.found(grant, reader, item.thing)):
        return replace(found, at=stated.at, statement=stated)
    if item.kind is Work.SIGHTING and (sighted := reader.views.sighting(item.thing)):
        return replace(found, at=sighted.at, sighting=listing.sighting(grant, reader, sighted))
    if item.kind is Work.TASK and (task := reader.views.task(item.thing)) and parts.is_seen(grant, reader, task.case):
        return replace(found, at=task.due, task=joint.task(reader, task))
    if item.kind is Work.NOTICE and (due := reader.views.victim(item.thing)) and parts.is_seen(grant, reader, due.case):
        return replace(found, at=due.found_at, victim=joint.victim(reader, due))
    return None
