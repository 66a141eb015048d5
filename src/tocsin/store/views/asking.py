"""Views of what people ask and say that they did, and of glass that is broken."""

from __future__ import annotations

from typing import Final

from tocsin.model import event as events
from tocsin.model.event import Envelope
from tocsin.model.view import Work
from tocsin.store.schema import microseconds
from tocsin.store.views import mail, waiting
from tocsin.store.views import tables as t
from tocsin.store.views.batch import Batch, change, change_all, handles, new, to

_QUESTION: Final = tuple(column.name for column in t.questions.columns if column.name != "log")
_CLICK: Final = tuple(column.name for column in t.clicks.columns if column.name != "log")
_CLICKED_ON: Final = change_all(t.questions, "question").values(clicked=True)
_ANSWERED: Final = change(t.questions, "question").values(state="answered", seen_by=to("by"), answer=to("answer"))
_CLOSED: Final = change(t.questions, "question").values(state="closed", seen_by=to("by"))
_HANDLED: Final = change(t.clicks, "click").values(handled_by=to("by"), handled_at=to("at"))


@handles(events.SafetyAsked)
def _asked(batch: Batch, envelope: Envelope, event: events.SafetyAsked) -> None:
    verdict = event.verdict.value if event.verdict else None
    row = (
        event.question, envelope.seq, event.person, event.kind, event.message, event.record, False,
        microseconds(envelope.occurred_at), verdict, event.probability, "open", None, None,
    )  # fmt: skip
    batch.insert(t.questions, _QUESTION, row)
    if event.message:
        mail.reported(batch, event.message)
    waiting.changed(batch, Work.QUESTION, event.question)


@handles(events.QuestionAnswered)
def _answered(batch: Batch, envelope: Envelope, event: events.QuestionAnswered) -> None:
    batch.run(_ANSWERED, the_question=event.question, to_by=envelope.actor, to_answer=event.answer)
    waiting.changed(batch, Work.QUESTION, event.question)


@handles(events.QuestionClosed)
def _closed(batch: Batch, envelope: Envelope, event: events.QuestionClosed) -> None:
    batch.run(_CLOSED, the_question=event.question, to_by=envelope.actor)
    waiting.changed(batch, Work.QUESTION, event.question)


@handles(events.ClickReported)
def _clicked(batch: Batch, envelope: Envelope, event: events.ClickReported) -> None:
    click = event.click or f"click-{envelope.seq}"
    row = (
        click, envelope.seq, microseconds(envelope.occurred_at), event.person, event.did.value, event.message,
        event.question, event.record, None, None,
    )  # fmt: skip
    batch.insert(t.clicks, _CLICK, row)
    if event.message:
        mail.clicked(batch, event.message)
    if event.question:
        batch.touch(_CLICKED_ON, event.question)
    waiting.changed(batch, Work.CLICK, click)


@handles(events.ClickHandled)
def _handled(batch: Batch, envelope: Envelope, event: events.ClickHandled) -> None:
    batch.run(_HANDLED, the_click=event.click, to_by=envelope.actor, to_at=envelope.occurred_at)
    waiting.changed(batch, Work.CLICK, event.click)


_NEW_GRANT: Final = new(t.grants)
_OPENED: Final = change(t.grants, "grant").values(opened_at=to("at"), tell_by=to("tell_by"))
_TOLD: Final = change_all(t.grants, "grant").values(told=True)


@handles(events.BreakGlassAsked)
def _glass(batch: Batch, envelope: Envelope, event: events.BreakGlassAsked) -> None:
    batch.run(
        _NEW_GRANT, grant=event.grant, seq=envelope.seq, message=event.message, actor=envelope.actor,
        second=event.second, asked_at=envelope.occurred_at, agree_by=envelope.occurred_at + events.AGREE_WITHIN,
        opened_at=None, tell_by=None, told=False,
    )  # fmt: skip
    _moved(batch, event.grant)


@handles(events.BreakGlassOpened)
def _opened(batch: Batch, envelope: Envelope, event: events.BreakGlassOpened) -> None:
    batch.run(_OPENED, the_grant=event.grant, to_at=envelope.occurred_at, to_tell_by=event.tell_by)
    _moved(batch, event.grant)


@handles(events.BreakGlassTold)
def _told(batch: Batch, envelope: Envelope, event: events.BreakGlassTold) -> None:
    batch.touch(_TOLD, event.grant)
    _moved(batch, event.grant)


def _moved(batch: Batch, grant: str) -> None:
    waiting.changed(batch, Work.GLASS, grant)
    waiting.changed(batch, Work.TELLING, grant)
