"""Views of claims and of what became of them."""

from __future__ import annotations

from typing import Final

from sqlalchemy import String, bindparam, exists, insert, select

from tocsin.model import event as events
from tocsin.model.event import Envelope
from tocsin.store.views import tables as t
from tocsin.store.views.batch import Batch, change_all, handles, new, remove

_NEW: Final = new(t.claims)
_ABOUT: Final = new(t.claims_about)
_ALSO_ABOUT: Final = insert(t.claims_about).from_select(
    ["log", "thing", "seq", "claim"],
    select(t.claims.c.log, bindparam("the_thing", type_=String), t.claims.c.seq, t.claims.c.claim).where(
        t.claims.c.log == bindparam("the_log"),
        t.claims.c.claim == bindparam("the_claim"),
        ~exists().where(
            t.claims_about.c.log == t.claims.c.log,
            t.claims_about.c.claim == t.claims.c.claim,
            t.claims_about.c.thing == bindparam("the_thing", type_=String),
        ),
    ),
)
_ANSWER: Final = new(t.claim_answers)
_BEFORE: Final = remove(t.claim_answers, "claim", "by")
_STRUCK: Final = change_all(t.claims, "claim").values(struck=True)


@handles(events.ClaimRecorded)
def _recorded(batch: Batch, envelope: Envelope, event: events.ClaimRecorded) -> None:
    batch.run(
        _NEW, claim=event.claim, seq=envelope.seq, says=event.says.value, tlp=event.tlp.value, record=event.record,
        recorded_at=envelope.recorded_at, struck=False, stix=event.stix,
    )  # fmt: skip
    for thing in event.about:
        batch.run(_ABOUT, thing=thing, seq=envelope.seq, claim=event.claim)


@handles(events.ClaimTied)
def _tied(batch: Batch, envelope: Envelope, event: events.ClaimTied) -> None:
    for thing in event.about:
        batch.run(_ALSO_ABOUT, the_claim=event.claim, the_thing=thing)


@handles(events.ClaimAnswered)
def _answered(batch: Batch, envelope: Envelope, event: events.ClaimAnswered) -> None:
    batch.run(_BEFORE, the_claim=event.claim, the_by=event.by)
    batch.run(_ANSWER, claim=event.claim, by=event.by, answer=event.answer.value, seq=envelope.seq)


@handles(events.ClaimStruck)
def _struck(batch: Batch, envelope: Envelope, event: events.ClaimStruck) -> None:
    batch.touch(_STRUCK, event.claim)
