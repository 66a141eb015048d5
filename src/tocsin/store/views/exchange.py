"""Views of partners and of the collections that they read and write. The objects themselves lie in shelves."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import select

from tocsin.model import event as events
from tocsin.model.event import Envelope
from tocsin.model.exchange import Standing
from tocsin.model.people import Tlp
from tocsin.store.views import tables as t
from tocsin.store.views.batch import Batch, change, change_all, handles, new, remove, to

_NEW_PARTNER, _NEW_COLLECTION = new(t.partners), new(t.collections)
_ALLOWED: Final = change(t.partners, "partner").values(
    tlp=to("tlp"), reads=to("reads"), writes=to("writes"), standing=to("standing")
)  # fmt: skip
_NEW_CIRCLE, _NEW_CONSENT, _NEW_APPROVAL = new(t.circles), new(t.consents), new(t.approvals)
_SET: Final = change(t.circles, "circle").values(
    record=to("record"), tlp=to("tlp"), purposes=to("purposes"), members=to("members"), reads=to("reads")
)  # fmt: skip
_CIRCLE_ENDED: Final = change_all(t.circles, "circle").values(ended=True)
_CONSENT_ENDED: Final = change_all(t.consents, "consent").values(ended=True)
_NO_APPROVAL: Final = remove(t.approvals, "recipient")
_ENDED: Final = change_all(t.partners, "partner").values(ended=True)
_CLOSED: Final = change_all(t.collections, "collection").values(closed=True)


@handles(events.PartnerAdded)
def _added(batch: Batch, envelope: Envelope, event: events.PartnerAdded) -> None:
    batch.run(
        _NEW_PARTNER, partner=event.partner, seq=envelope.seq, record=event.record, secret=event.secret,
        tlp=Tlp.CLEAR.value, reads="", writes="", added_at=envelope.occurred_at, ended=False,
        standing=Standing.COMMUNITY.value,
    )  # fmt: skip


@handles(events.PartnerAllowed)
def _allowed(batch: Batch, envelope: Envelope, event: events.PartnerAllowed) -> None:
    reads, writes = " ".join(event.reads), " ".join(event.writes)
    batch.run(
        _ALLOWED, the_partner=event.partner, to_tlp=event.tlp.value, to_reads=reads, to_writes=writes,
        to_standing=event.standing.value,
    )  # fmt: skip


@handles(events.PartnerEnded)
def _ended(batch: Batch, envelope: Envelope, event: events.PartnerEnded) -> None:
    batch.touch(_ENDED, event.partner)


@handles(events.CircleSet)
def _circle_set(batch: Batch, envelope: Envelope, event: events.CircleSet) -> None:
    said: dict[str, Any] = {
        "record": event.record, "tlp": event.tlp.value, "purposes": " ".join(event.purposes),
        "members": " ".join(event.members), "reads": " ".join(event.reads),
    }  # fmt: skip
    query = select(t.circles.c.seq).where(t.circles.c.log == batch.log.number, t.circles.c.circle == event.circle)
    if batch.connection.scalar(query) is None:
        batch.run(
            _NEW_CIRCLE, circle=event.circle, seq=envelope.seq, added_at=envelope.occurred_at, ended=False, **said
        )  # fmt: skip
    else:
        batch.run(_SET, the_circle=event.circle, **{f"to_{name}": value for name, value in said.items()})


@handles(events.CircleEnded)
def _circle_ended(batch: Batch, envelope: Envelope, event: events.CircleEnded) -> None:
    batch.touch(_CIRCLE_ENDED, event.circle)


@handles(events.ConsentGiven)
def _agreed(batch: Batch, envelope: Envelope, event: events.ConsentGiven) -> None:
    batch.run(
        _NEW_CONSENT, consent=event.consent, seq=envelope.seq, subject=event.subject, recipient=event.recipient,
        record=event.record, given_at=envelope.occurred_at, ended=False,
    )  # fmt: skip


@handles(events.ConsentEnded)
def _agrees_no_more(batch: Batch, envelope: Envelope, event: events.ConsentEnded) -> None:
    batch.touch(_CONSENT_ENDED, event.consent)


@handles(events.SendingApproved)
def _approved(batch: Batch, envelope: Envelope, event: events.SendingApproved) -> None:
    batch.run(_NO_APPROVAL, the_recipient=event.recipient)
    batch.run(
        _NEW_APPROVAL, recipient=event.recipient, seq=envelope.seq, actor=envelope.actor,
        contents=" ".join(event.contents), tlp=event.tlp.value, record=event.record, approved_at=envelope.occurred_at,
    )  # fmt: skip


@handles(events.CollectionOpened)
def _opened(batch: Batch, envelope: Envelope, event: events.CollectionOpened) -> None:
    batch.run(
        _NEW_COLLECTION, collection=event.collection, seq=envelope.seq, record=event.record,
        opened_at=envelope.occurred_at, closed=False,
    )  # fmt: skip


@handles(events.CollectionClosed)
def _closed(batch: Batch, envelope: Envelope, event: events.CollectionClosed) -> None:
    batch.touch(_CLOSED, event.collection)
