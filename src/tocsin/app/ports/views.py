"""What the log says, looked up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Protocol, Unpack

from tocsin.model.claim import Answered
from tocsin.model.exchange import ApprovalItem, CircleItem, CollectionItem, ConsentItem, PartnerItem
from tocsin.model.people import Tlp
from tocsin.model.received import SightingState
from tocsin.model.view import (
    ActivityPageItem,
    AlertFilter,
    AlertItem,
    AssessmentItem,
    CaseItem,
    ClaimItem,
    ClickItem,
    ComparingItem,
    CountItem,
    CredentialItem,
    EvidenceItem,
    GiverItem,
    GrantItem,
    IncidentItem,
    JournalFilter,
    JournalItem,
    ListItem,
    MessageFilter,
    MessageItem,
    NamingItem,
    OrganisationItem,
    OverrideItem,
    Page,
    ParticipantItem,
    PersonItem,
    QuestionItem,
    QueueItem,
    ReceiptItem,
    SessionItem,
    SightingCount,
    SightingItem,
    StatementItem,
    TaskItem,
    Things,
    TieItem,
    VictimItem,
    Work,
)


class Views(Protocol):
    """What the log says, looked up. Every list is of one organisation only."""

    def message(self, message: str) -> MessageItem | None:
        """Return a message by its id."""

    def message_by_content(self, sha256: str) -> MessageItem | None:
        """Return the message with these bytes, by their SHA-256 in hexadecimal."""

    def same(self, message: str) -> Sequence[MessageItem]:
        """Return other messages with the same message id, or the same words and files, the latest 500."""

    def several(self, messages: Sequence[str]) -> Sequence[MessageItem]:
        """Return messages by their ids, those that there are, in the order of the ids."""

    def queue(
        self, labels: Collection[Tlp], at: datetime, kinds: Collection[Work] = tuple(Work), after: str | None = None,
        limit: int = 50,
    ) -> Page[QueueItem]:  # fmt: skip
        """Return what waits for a person at a time, the worst first; what bears a label only if it is one of these."""

    def waiting(
        self, labels: Collection[Tlp], at: datetime, kinds: Collection[Work] = tuple(Work)
    ) -> dict[Work, int]:  # fmt: skip
        """Return how much of some kinds there is in the queue, counted up to 1,000."""

    def messages(self, after: str | None = None, limit: int = 50, **given: Unpack[MessageFilter]) -> Page[MessageItem]:
        """Return the messages of which all that is given is true, the newest entry first."""

    def questions(self, person: str | None = None, after: str | None = None, limit: int = 50) -> Page[QuestionItem]:
        """Return what people asked, the newest first."""

    def question(self, question: str) -> QuestionItem | None:
        """Return a question by its id."""

    def click(self, click: str) -> ClickItem | None:
        """Return by its id what somebody said that they did."""

    def grants(self, message: str | None = None) -> Sequence[GrantItem]:
        """Return where the glass was to be broken, the oldest first: for a message, or where nobody was told yet."""

    def grant(self, grant: str) -> GrantItem | None:
        """Return one of them by its id."""

    def counts(self, kind: str, first: date, last: date) -> Sequence[CountItem]:
        """Return messages by day, in order: `verdict` (as it stands), or those not clean by `technique` or `target`."""

    def organisation(self) -> OrganisationItem:
        """Return the organisation."""

    def people(self) -> Sequence[PersonItem]:
        """Return the people that were not removed, in the order in which they came."""

    def person(self, person: str) -> PersonItem | None:
        """Return a person by id, removed or not."""

    def person_by_address(self, address: str) -> PersonItem | None:
        """Return the person with an address, official ones first."""

    def credentials(self, person: str, *, removed: bool = False) -> Sequence[CredentialItem]:
        """Return a person's ways to sign in, the oldest first: those that were not removed, or those that were."""

    def credential(self, credential: str) -> CredentialItem | None:
        """Return a way to sign in by its id, removed or not."""

    def credential_by_handle(self, handle: str) -> CredentialItem | None:
        """Return the way to sign in with a handle (`tocsin.model.record.CredentialRecord`), unless it was removed."""

    def session(self, session: str) -> SessionItem | None:
        """Return a session or token by its id, revoked or not."""

    def sessions(self, person: str) -> Sequence[SessionItem]:
        """Return a person's sessions and tokens that were not revoked, expired ones too, the newest first."""

    def incidents(self, state: str | None = None, after: str | None = None, limit: int = 50) -> Page[IncidentItem]:
        """Return incidents, the newest first."""

    def incident(self, incident: str) -> IncidentItem | None:
        """Return an incident by its id."""

    def incidents_of(self, case: str) -> Sequence[IncidentItem]:
        """Return the incidents of a case, the oldest first."""

    def incidents_with(self, messages: Sequence[str]) -> dict[str, tuple[IncidentItem, ...]]:
        """Return the incidents to which messages belong, by message, the oldest first."""

    def alert(self, alert: str) -> AlertItem | None:
        """Return what a detection found, by its id."""

    def several_alerts(self, alerts: Sequence[str]) -> Sequence[AlertItem]:
        """Return alerts by their ids, those that there are, in the order of the ids."""

    def alert_known(self, identity: str) -> AlertItem | None:
        """Return what a detection found, by `tocsin.model.alert.Alert.id`, as it was raised last."""

    def alerts(self, after: str | None = None, limit: int = 50, **given: Unpack[AlertFilter]) -> Page[AlertItem]:
        """Return what detections found of which all that is given is true, the newest entry first."""

    def incidents_with_alerts(self, alerts: Sequence[str]) -> dict[str, tuple[IncidentItem, ...]]:
        """Return the incidents to which alerts belong, by alert, the oldest first."""

    def activity_pages(self, begins: datetime, ends: datetime) -> Sequence[ActivityPageItem]:
        """Return the parts of what was read from logs of accounts that reach into a time, the oldest first."""

    def claims(self, about: str | None = None, after: str | None = None, limit: int = 50) -> Page[ClaimItem]:
        """Return claims, or those about something (an id), the newest entry first."""

    def claim(self, claim: str) -> ClaimItem | None:
        """Return a claim by its id, struck or not."""

    def several_claims(self, claims: Sequence[str]) -> Sequence[ClaimItem]:
        """Return claims by their ids, those that there are, in the order of the ids."""

    def claims_from(self, stix: Collection[str]) -> Sequence[tuple[str, ClaimItem]]:
        """Return claims that were taken from STIX objects (ids), each with that id, the newest entry first."""

    def claim_answers(self, claims: Collection[str]) -> Sequence[Answered]:
        """Return what any of some claims do to others, or others to them."""

    def assessments(
        self, about: str | None = None, after: str | None = None, limit: int = 50
    ) -> Page[AssessmentItem]:  # fmt: skip
        """Return assessments in their newest versions, or those about something (an id), the newest first."""

    def assessment(self, assessment: str) -> Sequence[AssessmentItem]:
        """Return the versions of an assessment, the oldest first; none where there is no such assessment."""

    def namings(self, assessment: str) -> Sequence[NamingItem]:
        """Return the names that people put on what an assessment is about, the oldest first."""

    def naming(self, naming: str) -> NamingItem | None:
        """Return one of them by its id."""

    def ties(self) -> Sequence[TieItem]:
        """Return what people said of two incidents, as it stands."""

    def things_of(self, incidents: Sequence[str], most: int) -> dict[str, Things]:
        """Return what belongs to each of some incidents, at most the latest so many of each kind."""

    def comparings(self) -> Sequence[ComparingItem]:
        """Return the other organisations that may compare this one's incidents with theirs, in order of ids."""

    def comparing(self, receiver: str) -> ComparingItem | None:
        """Return whether an organisation is one of them, and how."""

    def givers(self) -> Sequence[GiverItem]:
        """Return the other organisations whose incidents were accepted, in order of ids."""

    def cases(self) -> Sequence[CaseItem]:
        """Return all cases, the newest first."""

    def case(self, case: str) -> CaseItem | None:
        """Return a case by its id."""

    def participants(self, case: str) -> Sequence[ParticipantItem]:
        """Return who takes part in a case now, the first first."""

    def cases_with(self, person: str) -> Sequence[str]:
        """Return the ids of the cases in which somebody acts for a participant, sorted."""

    def restrictions(self, case: str) -> dict[str, frozenset[str]]:
        """Return which participants may see a thing of a case, by its id, where that was said."""

    def tasks(self, case: str) -> Sequence[TaskItem]:
        """Return the tasks of a case, ended ones too, in the order in which they are due."""

    def task(self, task: str) -> TaskItem | None:
        """Return a task by its id."""

    def work_of(
        self, person: str, labels: Collection[Tlp], after: str | None = None, limit: int = 50
    ) -> Page[QueueItem]:  # fmt: skip
        """Return what waits of the tasks of those for whom somebody acts, and of the victims who were named for them.

        That is up to some labels, by the label that each was given; in the order of the queue.
        """

    def victims(self, case: str) -> Sequence[VictimItem]:
        """Return whom it must be told of a case, or was, the first first."""

    def victim(self, victim: str) -> VictimItem | None:
        """Return one of them by their id."""

    def evidence(self, evidence: str) -> EvidenceItem | None:
        """Return a piece of evidence by its id, with all that was done with it."""

    def evidence_of(self, case: str) -> Sequence[EvidenceItem]:
        """Return the evidence of a case, the oldest first, with all that was done with it."""

    def evidence_by_content(self, refs: Iterable[str]) -> Sequence[EvidenceItem]:
        """Return the evidence whose content lies at one of these places of the vault."""

    def statements(self, incident: str | None = None, after: str | None = None, limit: int = 50) -> Page[StatementItem]:
        """Return statements that are to be signed, or were: all, or those about an incident; the newest first."""

    def statement(self, statement: str) -> StatementItem | None:
        """Return one of them by its id."""

    def receipts(self, after: str | None = None, limit: int = 50) -> Page[ReceiptItem]:
        """Return what came from partners, the newest first."""

    def receipt(self, receipt: str) -> ReceiptItem | None:
        """Return one of them by its id."""

    def sightings(
        self, labels: Collection[Tlp], state: SightingState | None = None, receipt: str | None = None,
        after: str | None = None, limit: int = 50, message: str | None = None,
    ) -> Page[SightingItem]:  # fmt: skip
        """Return what meets indicators that bear one of some labels, the newest entry first."""

    def overrides(self) -> Sequence[OverrideItem]:
        """Return the values for which lists do not count, and those for which they do again by now, in order."""

    def sighting(self, sighting: str) -> SightingItem | None:
        """Return one of them by its id."""

    def sightings_known(self, sightings: Sequence[str]) -> frozenset[str]:
        """Return which of some ids, at most 500, are known."""

    def sighting_counts(self, receipts: Sequence[str]) -> Sequence[SightingCount]:
        """Return how many sightings there are of some receipts, by what people said of them."""

    def lists(self) -> Sequence[ListItem]:
        """Return the warninglists that count, the oldest first."""

    def entries_about(self, thing: str) -> Sequence[int]:
        """Return which entries name something by its id, the oldest first."""

    def journal(self, after: str | None = None, limit: int = 50, **given: Unpack[JournalFilter]) -> Page[JournalItem]:
        """Return entries of which all that is given is true, the newest first."""

    def partner(self, partner: str) -> PartnerItem | None:
        """Return a partner by its id, ended or not."""

    def partners(self) -> Sequence[PartnerItem]:
        """Return the partners with which is shared, in the order in which they came."""

    def circle(self, circle: str) -> CircleItem | None:
        """Return a circle by its id, ended or not."""

    def circles(self) -> Sequence[CircleItem]:
        """Return the circles in which is shared, in the order in which they were made."""

    def consent(self, consent: str) -> ConsentItem | None:
        """Return a consent by its id, ended or not."""

    def consents(self) -> Sequence[ConsentItem]:
        """Return the consents that hold, in the order in which they were given."""

    def approval(self, recipient: str) -> ApprovalItem | None:
        """Return what was last approved for a recipient."""

    def last_of(self, *types: str) -> int:
        """Return the place in the log of the last entry of these types; -1 for none."""

    def collection(self, collection: str) -> CollectionItem | None:
        """Return a collection by its id, closed or not."""

    def collections(self) -> Sequence[CollectionItem]:
        """Return the collections that are open, in the order in which they were opened."""
