"""The view of the queue: one row for whatever waits for a person, so that a page of it is one walk along an index.

A row follows from the thing itself: whenever a thing changes, its row is taken out, and put in again if it still waits.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Delete, Insert, and_, bindparam, case, delete, func, insert, literal, or_, select

from tocsin.model.view import Work
from tocsin.store.views import tables as t
from tocsin.store.views.batch import Batch

REPORTED: Final = 0.25
CLICKED: Final = 1.0
"""What a report, and a click, add to the probability of a message when the queue is ordered."""
URGENCY: Final = {
    Work.CLICK: 5.0, Work.GLASS: 4.0, Work.INCIDENT: 3.0, Work.NOTICE: 2.6, Work.TELLING: 2.5, Work.STATEMENT: 2.4,
    Work.SIGHTING: 2.35,
}  # fmt: skip
"""Of all else: above any message, which has a probability of 1 at most and may be reported and clicked."""
TASK: Final = 2.3
"""Of a task; the later it is due the less, and still more than of any message."""
COLUMNS: Final = ("kind", "thing", "seq", "urgency")
_q: Final = t.queue.c
_m: Final = t.messages.c


def arrived(batch: Batch, kind: Work, thing: str, seq: int, urgency: float) -> None:
    """Put in a thing that is new, and waits."""
    batch.insert(t.queue, COLUMNS, (kind.value, thing, seq, urgency))


def changed(batch: Batch, kind: Work, thing: str) -> None:
    """Put a thing that is new or has changed where it belongs now: somewhere, or nowhere."""
    batch.afterwards(_OUT[kind], thing)
    batch.afterwards(_IN[kind], thing)


def drop_questions(batch: Batch, message: str) -> None:
    """Take out all that was asked about a message."""
    batch.touch(_NO_QUESTIONS, message)


def _among(column: Any) -> Any:
    return and_(column.table.c.log == bindparam("the_log"), column.in_(bindparam("the_keys", expanding=True)))


_NO_QUESTIONS: Final = delete(t.queue).where(
    _q.log == bindparam("the_log"),
    _q.kind == Work.QUESTION.value,
    _q.thing.in_(select(t.questions.c.question).where(_among(t.questions.c.message))),
)


def _out(kind: Work) -> Delete:
    return delete(t.queue).where(_among(_q.thing), _q.kind == kind.value)


def _in(kind: Work, key: Any, waits: Any, urgency: Any = None, **more: Any) -> Insert:
    """Put in those of some things that wait."""
    rank = literal(URGENCY[kind]) if urgency is None else urgency
    found = select(key.table.c.log, literal(kind.value), key, key.table.c.seq, rank, *more.values())
    return insert(t.queue).from_select(["log", *COLUMNS, *more], found.where(_among(key), waits))


_WEIGHT: Final = (
    case((_m.reported.is_(True), REPORTED), else_=0.0) + case((_m.clicked.is_(True), CLICKED), else_=0.0)
)  # fmt: skip
_asked: Final = t.questions.c
_grant: Final = t.grants.c
_ITS_MESSAGE: Final = (
    select(_m.state).where(_m.log == _asked.log, _m.message == _asked.message).correlate(t.questions).scalar_subquery()
)
"""Its state. A sub-query with one value is looked up by key; of EXISTS, PostgreSQL makes a join over all messages."""
_stated: Final = t.statements.c
_sign: Final = t.signatures.c
_KEYS: Final = (
    select(func.count(_sign.key.distinct()))
    .where(_sign.log == _stated.log, _sign.statement == _stated.statement, _sign.sha256 == _stated.sha256)
    .correlate(t.statements)
    .scalar_subquery()
)
"""How many keys have signed what is to be signed of a statement."""
_t, _v, _sight = t.tasks.c, t.victims.c, t.sightings.c
_UNTOLD: Final = _grant.told.is_(False)
_OUT: Final = {kind: _out(kind) for kind in Work}
_IN: Final = {
    Work.MESSAGE: _in(Work.MESSAGE, _m.message, _m.state == "waiting", _m.probability + _WEIGHT),
    Work.QUESTION: _in(
        Work.QUESTION, _asked.question, and_(_asked.state == "open", func.coalesce(_ITS_MESSAGE, "") != "waiting"),
        _asked.probability + REPORTED,
    ),
    Work.CLICK: _in(Work.CLICK, t.clicks.c.click, t.clicks.c.handled_by.is_(None)),
    Work.INCIDENT: _in(
        Work.INCIDENT, t.incidents.c.incident, t.incidents.c.state == "open", tlp=t.incidents.c.tlp
    ),
    Work.GLASS: _in(Work.GLASS, _grant.grant, and_(_grant.opened_at.is_(None), _UNTOLD), until=_grant.agree_by),
    Work.ALERT: _in(Work.ALERT, t.alerts.c.alert, t.alerts.c.state == "waiting", t.alerts.c.urgency),
    Work.TELLING: _in(Work.TELLING, _grant.grant, and_(_grant.opened_at.is_not(None), _UNTOLD)),
    Work.STATEMENT: _in(
        Work.STATEMENT, _stated.statement, and_(_stated.withdrawn.is_(False), _stated.needed > _KEYS)
    ),
    Work.SIGHTING: _in(
        Work.SIGHTING, _sight.sighting,
        and_(_sight.state == "open", or_(_sight.past.is_(True), _sight.message.is_(None))), tlp=_sight.tlp,
    ),
    Work.TASK: _in(Work.TASK, _t.task, _t.state == "open", _t.urgency, tlp=_t.tlp),
    Work.NOTICE: _in(Work.NOTICE, _v.victim, _v.state == "open", tlp=_v.tlp),
}  # fmt: skip
"""A question about a mail that waits is that mail's row: whoever decides about it has looked at the question. So is a
sighting in mail that was judged with the warning."""
