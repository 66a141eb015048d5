"""Views of what partners warn of, of what was found by it, and of lists of what must not be accused."""

from __future__ import annotations

from typing import Final

from tocsin.model import event as events
from tocsin.model.event import Envelope
from tocsin.model.received import SightingState
from tocsin.model.view import Work
from tocsin.store.views import tables as t
from tocsin.store.views import waiting
from tocsin.store.views.batch import Batch, change, change_all, handles, new, remove_all, to

_RECEIPT: Final = new(t.receipts)
_DROPPED: Final = change_all(t.receipts, "receipt").values(dropped=True)
_SIGHTING: Final = new(t.sightings)
_ATTACK: Final = change_all(t.sightings, "sighting").values(state=SightingState.ATTACK.value)
_NONE: Final = change_all(t.sightings, "sighting").values(state=SightingState.NONE.value)
_LIST: Final = new(t.lists)
_TAKEN_BACK: Final = change(t.sightings, "sighting").values(taken_back=to("taken_back"))
_OVERRIDE: Final = new(t.overrides)
_NO_OVERRIDE: Final = remove_all(t.overrides, "override")
_NO_LIST: Final = remove_all(t.lists, "list")


@handles(events.IndicatorsReceived)
def _received(batch: Batch, envelope: Envelope, event: events.IndicatorsReceived) -> None:
    batch.run(
        _RECEIPT, receipt=event.receipt, seq=envelope.seq, reliability=event.reliability.value, tlp=event.tlp.value,
        indicators=event.indicators, unused=event.unused, refused=event.refused, record=event.record,
        at=envelope.occurred_at, dropped=False,
    )  # fmt: skip


@handles(events.IndicatorsDropped)
def _dropped(batch: Batch, envelope: Envelope, event: events.IndicatorsDropped) -> None:
    batch.touch(_DROPPED, event.receipt)


@handles(events.IndicatorSighted)
def _sighted(batch: Batch, envelope: Envelope, event: events.IndicatorSighted) -> None:
    batch.run(
        _SIGHTING, sighting=event.sighting, seq=envelope.seq, receipt=event.receipt, tlp=event.tlp.value,
        message=event.message, seen_at=event.seen_at, past=event.past, record=event.record, at=envelope.occurred_at,
        state=SightingState.OPEN.value, taken_back=None,
    )  # fmt: skip
    waiting.changed(batch, Work.SIGHTING, event.sighting)


@handles(events.SightingJudged)
def _judged(batch: Batch, envelope: Envelope, event: events.SightingJudged) -> None:
    batch.touch(_ATTACK if event.is_attack else _NONE, event.sighting)
    waiting.changed(batch, Work.SIGHTING, event.sighting)


@handles(events.ListKept)
def _kept(batch: Batch, envelope: Envelope, event: events.ListKept) -> None:
    batch.run(
        _LIST, list=event.list, seq=envelope.seq, purpose=event.purpose.value, entries=event.entries,
        unusable=event.unusable, content=event.content, at=envelope.occurred_at,
    )  # fmt: skip


@handles(events.ListDropped)
def _list_dropped(batch: Batch, envelope: Envelope, event: events.ListDropped) -> None:
    batch.touch(_NO_LIST, event.list)


@handles(events.WarningTakenBack)
def _taken_back(batch: Batch, envelope: Envelope, event: events.WarningTakenBack) -> None:
    batch.run(_TAKEN_BACK, the_sighting=event.sighting, to_taken_back=event.on)


@handles(events.ListOverridden)
def _overridden(batch: Batch, envelope: Envelope, event: events.ListOverridden) -> None:
    batch.run(
        _OVERRIDE, override=event.override, seq=envelope.seq, purpose=event.purpose.value, until=event.until,
        record=event.record, at=envelope.occurred_at,
    )  # fmt: skip


@handles(events.OverrideEnded)
def _override_ended(batch: Batch, envelope: Envelope, event: events.OverrideEnded) -> None:
    batch.touch(_NO_OVERRIDE, event.override)
