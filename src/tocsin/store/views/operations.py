"""Views of what people say of how incidents belong together."""

from __future__ import annotations

from typing import Final

from tocsin.model import event as events
from tocsin.model.event import Envelope
from tocsin.store.views import tables as t
from tocsin.store.views.batch import Batch, handles, new, remove

_TIE: Final = new(t.ties)
_NO_TIE: Final = remove(t.ties, "one", "other")
_COMPARING: Final = new(t.comparings)
_NO_COMPARING: Final = remove(t.comparings, "receiver")
_GIVER: Final = new(t.givers)
_NO_GIVER: Final = remove(t.givers, "giver")
_FACT: Final = new(t.facts)
_NO_FACT: Final = remove(t.facts, "incident", "seq")


@handles(events.TieSaid)
def _said(batch: Batch, envelope: Envelope, event: events.TieSaid) -> None:
    batch.run(_NO_TIE, the_one=event.one, the_other=event.other)
    batch.run(
        _TIE, one=event.one, other=event.other, kind=event.kind.value, seq=envelope.seq, actor=envelope.actor,
        at=envelope.occurred_at,
    )  # fmt: skip


@handles(events.TieTakenBack)
def _taken_back(batch: Batch, envelope: Envelope, event: events.TieTakenBack) -> None:
    batch.run(_NO_TIE, the_one=event.one, the_other=event.other)


@handles(events.ComparingAllowed)
def _allowed(batch: Batch, envelope: Envelope, event: events.ComparingAllowed) -> None:
    batch.run(_NO_COMPARING, the_receiver=event.receiver)
    batch.run(
        _COMPARING, receiver=event.receiver, named=event.named, tlp=event.tlp.value, actor=envelope.actor,
        at=envelope.occurred_at,
    )  # fmt: skip


@handles(events.ComparingEnded)
def _ended(batch: Batch, envelope: Envelope, event: events.ComparingEnded) -> None:
    batch.run(_NO_COMPARING, the_receiver=event.receiver)


@handles(events.GiverAccepted)
def _accepted(batch: Batch, envelope: Envelope, event: events.GiverAccepted) -> None:
    batch.run(_NO_GIVER, the_giver=event.giver)
    batch.run(_GIVER, giver=event.giver, actor=envelope.actor, at=envelope.occurred_at, reason=event.reason)


@handles(events.GiverRefused)
def _refused(batch: Batch, envelope: Envelope, event: events.GiverRefused) -> None:
    batch.run(_NO_GIVER, the_giver=event.giver)


@handles(events.FactTold)
def _told(batch: Batch, envelope: Envelope, event: events.FactTold) -> None:
    batch.run(
        _FACT, incident=event.incident, seq=envelope.seq, kind=event.kind.value, record=event.record,
        at=envelope.occurred_at,
    )  # fmt: skip


@handles(events.FactTakenBack)
def _fact_taken_back(batch: Batch, envelope: Envelope, event: events.FactTakenBack) -> None:
    batch.run(_NO_FACT, the_incident=event.incident, the_seq=event.fact)
