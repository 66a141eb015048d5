"""Cases: the joint work on an operation, who takes part, what is to be done, and whom it must be told."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from tocsin.model.events.fact import Fact, Ref
from tocsin.model.people import Tlp


class CaseOrigin(Struct, frozen=True):
    """Where a case was led before, as the signed log there proves."""

    log: str
    """Id of that log."""
    seq: int
    """The entry there that handed the lead over."""
    size: int
    """Entries under the signed head that proves it."""
    root: str
    """The Merkle root of that head, in hex."""
    digest: str
    """SHA-256 of the manifest of the archive, in hex."""
    proof: Ref
    """The entries of the archive with their proofs, the signed head and the key, as JSON."""


class CaseOpened(Fact, frozen=True, tag="case-opened"):
    """The joint work on an operation begins; it lives in its lead's log."""

    case: str
    title: Ref
    incidents: tuple[str, ...] = ()
    tlp: Tlp | None = None
    """The label that it had where it was led before; it counts beside those of its incidents."""
    origin: CaseOrigin | None = None


class CaseIncidentAdded(Fact, frozen=True, tag="case-incident-added"):
    """An incident is worked on in a case that was opened before."""

    case: str
    incident: str


class CaseIncidentParted(Fact, frozen=True, tag="case-incident-parted"):
    """An incident does not belong to a case after all."""

    case: str
    incident: str
    reason: Ref
    """A `tocsin.model.record.Note`: why."""
    tlp: Tlp
    """The label that the case bears without it, beside those of the incidents that it still has."""


class CaseClosed(Fact, frozen=True, tag="case-closed"):
    """The joint work is over."""

    case: str
    note: Ref | None = None
    lessons: Ref | None = None
    """What others should do differently: kept until it is erased, so it names nobody."""


class LeadHandedOver(Fact, frozen=True, tag="lead-handed-over"):
    """Another node leads the case from now on; here it is only read."""

    case: str
    note: Ref
    """A `tocsin.model.record.Note`: to whom, and why."""
    digest: str
    """SHA-256 of the manifest of the archive, in hex."""
    record: Ref
    """A `tocsin.model.custody.WentAlong`: what went along beside the evidence, so that a lost archive is made again."""
    to_key: str = ""
    """The verifier key of the log of whoever leads it from now on: nobody else takes it."""


class LeadTakenBack(Fact, frozen=True, tag="lead-taken-back"):
    """A hand-over came to nothing: the case is led here as before, with the tasks that went along."""

    case: str
    reason: Ref
    """A `tocsin.model.record.Note`: why."""


class ParticipantJoined(Fact, frozen=True, tag="participant-joined"):
    """An organisation or office takes part in a case; said again, it replaces what was said before."""

    case: str
    participant: str
    tlp: Tlp
    """Up to which label it may know of the case."""
    record: Ref
    """A `tocsin.model.record.ParticipantRecord`."""
    people: tuple[str, ...] = ()
    """Ids of the people of this node who act for it."""


class ParticipantLeft(Fact, frozen=True, tag="participant-left"):
    """It takes part no longer, and sees nothing of the case any more."""

    case: str
    participant: str


class ItemRestricted(Fact, frozen=True, tag="item-restricted"):
    """Who of the participants needs to know of one thing of a case, within what its label lets them."""

    case: str
    item: str
    """Id of an incident, a claim, a piece of evidence, a task or a victim."""
    participants: tuple[str, ...] | None = None
    """None: all whom its label allows; of a victim, nobody."""


class TaskSet(Fact, frozen=True, tag="task-set"):
    """Something is to be done; said again, it replaces what was said before of whose it is, and until when."""

    case: str
    task: str
    title: Ref
    """A `tocsin.model.record.Note`."""
    due: datetime
    tlp: Tlp
    participant: str = ""
    """Whose it is; empty: the lead's."""


class Ending(StrEnum):
    """How a task, or the duty to tell somebody, ended."""

    DONE = "done"
    DROPPED = "dropped"
    """It need not, or cannot, be done."""


class TaskEnded(Fact, frozen=True, tag="task-ended"):
    """It was done, or dropped."""

    case: str
    task: str
    how: Ending
    note: Ref | None = None


class VictimFound(Fact, frozen=True, tag="victim-found"):
    """Somebody whom the attack reached has to be told."""

    case: str
    victim: str
    record: Ref
    """A `tocsin.model.record.VictimRecord`."""
    tlp: Tlp


class ContactVerified(Fact, frozen=True, tag="contact-verified"):
    """How to reach a victim was taken from a source that those who wrote have no hand in, and they were called back."""

    case: str
    victim: str
    record: Ref
    """A `tocsin.model.record.ContactRecord`."""
    called_at: datetime


class VictimTold(Fact, frozen=True, tag="victim-told"):
    """A victim was told, or cannot be."""

    case: str
    victim: str
    how: Ending
    note: Ref
    """What was said to whom, or why not."""
