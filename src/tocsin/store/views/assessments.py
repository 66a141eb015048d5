"""Views of assessments and of names that people put on what happened."""

from __future__ import annotations

from typing import Final

from tocsin.model import event as events
from tocsin.model.event import Envelope
from tocsin.store.views import tables as t
from tocsin.store.views.batch import Batch, change, change_all, handles, new

_VERSION: Final = new(t.assessments)
_OLDER: Final = change(t.assessments, "assessment").values(newest=False)
_ABOUT: Final = new(t.assessments_about)
_NAMING: Final = new(t.namings)
_WITHDRAWN: Final = change_all(t.namings, "naming").values(state="withdrawn")


@handles(events.AssessmentMade)
def _made(batch: Batch, envelope: Envelope, event: events.AssessmentMade) -> None:
    batch.run(_OLDER, the_assessment=event.assessment)
    batch.run(
        _VERSION, assessment=event.assessment, seq=envelope.seq, question=event.question.value, tlp=event.tlp.value,
        record=event.record, made_at=envelope.occurred_at, recorded_at=envelope.recorded_at, newest=True,
    )  # fmt: skip
    for thing in event.about:
        batch.run(_ABOUT, thing=thing, seq=envelope.seq)


@handles(events.ActorNamed)
def _named(batch: Batch, envelope: Envelope, event: events.ActorNamed) -> None:
    batch.run(
        _NAMING, naming=event.naming, seq=envelope.seq, assessment=event.assessment, version=event.version,
        actor=envelope.actor, record=event.record, at=envelope.occurred_at,
        state="stands",
    )  # fmt: skip


@handles(events.NamingTaken)
def _taken(batch: Batch, envelope: Envelope, event: events.NamingTaken) -> None:
    batch.run(
        _NAMING, naming=event.naming, seq=envelope.seq, assessment=event.assessment, version=event.version,
        actor="", record=event.record, at=event.named_at, state="stands" if event.stands else "refused",
    )  # fmt: skip


@handles(events.NamingWithdrawn)
def _withdrawn(batch: Batch, envelope: Envelope, event: events.NamingWithdrawn) -> None:
    batch.touch(_WITHDRAWN, event.naming)
