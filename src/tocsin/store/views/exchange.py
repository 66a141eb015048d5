"""Views of partners and of the collections that they read and write. The objects themselves lie in shelves."""

from __future__ import annotations

from typing import Final

from tocsin.model import event as events
from tocsin.model.event import Envelope
from tocsin.model.people import Tlp
from tocsin.store.views import tables as t
from tocsin.store.views.batch import Batch, change, change_all, handles, new, to

_NEW_PARTNER, _NEW_COLLECTION = new(t.partners), new(t.collections)
_ALLOWED: Final = change(t.partners, "partner").values(tlp=to("tlp"), reads=to("reads"), writes=to("writes"))
_ENDED: Final = change_all(t.partners, "partner").values(ended=True)
_CLOSED: Final = change_all(t.collections, "collection").values(closed=True)


@handles(events.PartnerAdded)
def _added(batch: Batch, envelope: Envelope, event: events.PartnerAdded) -> None:
    batch.run(
        _NEW_PARTNER, partner=event.partner, seq=envelope.seq, record=event.record, secret=event.secret,
        tlp=Tlp.CLEAR.value, reads="", writes="", added_at=envelope.occurred_at, ended=False,
    )  # fmt: skip


@handles(events.PartnerAllowed)
def _allowed(batch: Batch, envelope: Envelope, event: events.PartnerAllowed) -> None:
    reads, writes = " ".join(event.reads), " ".join(event.writes)
    batch.run(_ALLOWED, the_partner=event.partner, to_tlp=event.tlp.value, to_reads=reads, to_writes=writes)


@handles(events.PartnerEnded)
def _ended(batch: Batch, envelope: Envelope, event: events.PartnerEnded) -> None:
    batch.touch(_ENDED, event.partner)


@handles(events.CollectionOpened)
def _opened(batch: Batch, envelope: Envelope, event: events.CollectionOpened) -> None:
    batch.run(
        _NEW_COLLECTION, collection=event.collection, seq=envelope.seq, record=event.record,
        opened_at=envelope.occurred_at, closed=False,
    )  # fmt: skip


@handles(events.CollectionClosed)
def _closed(batch: Batch, envelope: Envelope, event: events.CollectionClosed) -> None:
    batch.touch(_CLOSED, event.collection)
