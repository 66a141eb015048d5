"""What is written into the log: facts that matter, each a frozen struct, wrapped in an envelope.

To add an event: write its struct in a file of `tocsin.model.events` and name it in `Event` and `__all__` here. Nothing
else needs to know but the views that show it.

An event holds no personal data and no free text of a person. Those lie in the vault (`tocsin.model.record`); the event
carries a `Ref`. Ids of people, messages and so on are random, so that they tell nothing by themselves.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from msgspec import Struct

from tocsin.model.events.accounts import (
    ActivityPage,
    AlertConfirmed,
    AlertDismissed,
    AlertRaised,
    AlertWithdrawn,
    DirectoryRead,
    LineTold,
    LogsRead,
)
from tocsin.model.events.assessments import ActorNamed, AssessmentMade, NamingTaken, NamingWithdrawn
from tocsin.model.events.cases import (
    CaseClosed,
    CaseIncidentAdded,
    CaseIncidentParted,
    CaseOpened,
    CaseOrigin,
    ContactVerified,
    Ending,
    ItemRestricted,
    LeadHandedOver,
    LeadTakenBack,
    ParticipantJoined,
    ParticipantLeft,
    TaskEnded,
    TaskSet,
    VictimFound,
    VictimTold,
)
from tocsin.model.events.claims import ClaimAnswered, ClaimRecorded, ClaimStruck, ClaimTied
from tocsin.model.events.desk import (
    AGREE_WITHIN,
    BreakGlassAsked,
    BreakGlassOpened,
    BreakGlassTold,
    Erased,
    EvidenceAdded,
    EvidenceExported,
    EvidenceRead,
    Ground,
    IncidentChanged,
    IncidentClosed,
    IncidentOpened,
    IncidentParted,
    IncidentRelabelled,
    RetentionExpired,
)
from tocsin.model.events.exchange import (
    CircleEnded,
    CircleSet,
    CollectionClosed,
    CollectionOpened,
    ConsentEnded,
    ConsentGiven,
    FeedFailed,
    ObjectsAdded,
    ObjectsDeleted,
    ObjectsSent,
    ObjectTakenBack,
    PartnerAdded,
    PartnerAllowed,
    PartnerEnded,
    SendingApproved,
)
from tocsin.model.events.fact import Fact, Ref
from tocsin.model.events.handed_on import (
    BlocklistMade,
    BundleMade,
    StatementDrafted,
    StatementReady,
    StatementSigned,
    StatementWithdrawn,
)
from tocsin.model.events.log import HeadSigned, HeadWitnessed
from tocsin.model.events.mail import (
    ClickHandled,
    ClickReported,
    FileDigest,
    Found,
    MailJudged,
    MailScanned,
    QuestionAnswered,
    QuestionClosed,
    RecipientsWarned,
    SafetyAsked,
    VerdictConfirmed,
    VerdictCorrected,
    VerdictDismissed,
)
from tocsin.model.events.operations import (
    ComparingAllowed,
    ComparingEnded,
    FactTakenBack,
    FactTold,
    GiverAccepted,
    GiverRefused,
    TieSaid,
    TieTakenBack,
)
from tocsin.model.events.people import (
    ClearanceSet,
    CredentialAdded,
    CredentialRemoved,
    LanguageChosen,
    OrganisationCreated,
    PersonAdded,
    PersonChanged,
    PersonRemoved,
    ProfileChanged,
    RoleGiven,
    RoleTaken,
    SessionOpened,
    SessionRevoked,
    TokenMade,
    TokenRevoked,
)
from tocsin.model.events.receiving import (
    IndicatorsDropped,
    IndicatorSighted,
    IndicatorsReceived,
    ListDropped,
    ListKept,
    ListOverridden,
    OverrideEnded,
    Purpose,
    SightingJudged,
    SourceTold,
    WarningTakenBack,
)

__all__ = [
    "AGREE_WITHIN",
    "VERSIONS",
    "ActivityPage",
    "ActorNamed",
    "AlertConfirmed",
    "AlertDismissed",
    "AlertRaised",
    "AlertWithdrawn",
    "AssessmentMade",
    "BlocklistMade",
    "BreakGlassAsked",
    "BreakGlassOpened",
    "BreakGlassTold",
    "BundleMade",
    "CaseClosed",
    "CaseIncidentAdded",
    "CaseIncidentParted",
    "CaseOpened",
    "CaseOrigin",
    "CircleEnded",
    "CircleSet",
    "ClaimAnswered",
    "ClaimRecorded",
    "ClaimStruck",
    "ClaimTied",
    "ClearanceSet",
    "ClickHandled",
    "ClickReported",
    "CollectionClosed",
    "CollectionOpened",
    "ComparingAllowed",
    "ComparingEnded",
    "ConsentEnded",
    "ConsentGiven",
    "ContactVerified",
    "CredentialAdded",
    "CredentialRemoved",
    "DirectoryRead",
    "Draft",
    "Ending",
    "Envelope",
    "Erased",
    "Event",
    "EvidenceAdded",
    "EvidenceExported",
    "EvidenceRead",
    "Fact",
    "FactTakenBack",
    "FactTold",
    "FeedFailed",
    "FileDigest",
    "Found",
    "GiverAccepted",
    "GiverRefused",
    "Ground",
    "HeadSigned",
    "HeadWitnessed",
    "IncidentChanged",
    "IncidentClosed",
    "IncidentOpened",
    "IncidentParted",
    "IncidentRelabelled",
    "IndicatorSighted",
    "IndicatorsDropped",
    "IndicatorsReceived",
    "ItemRestricted",
    "LanguageChosen",
    "LeadHandedOver",
    "LeadTakenBack",
    "LineTold",
    "ListDropped",
    "ListKept",
    "ListOverridden",
    "LogsRead",
    "MailJudged",
    "MailScanned",
    "NamingTaken",
    "NamingWithdrawn",
    "ObjectTakenBack",
    "ObjectsAdded",
    "ObjectsDeleted",
    "ObjectsSent",
    "OrganisationCreated",
    "OverrideEnded",
    "ParticipantJoined",
    "ParticipantLeft",
    "PartnerAdded",
    "PartnerAllowed",
    "PartnerEnded",
    "PersonAdded",
    "PersonChanged",
    "PersonRemoved",
    "ProfileChanged",
    "Purpose",
    "QuestionAnswered",
    "QuestionClosed",
    "RecipientsWarned",
    "Ref",
    "RetentionExpired",
    "RoleGiven",
    "RoleTaken",
    "SafetyAsked",
    "SendingApproved",
    "SessionOpened",
    "SessionRevoked",
    "SightingJudged",
    "SourceTold",
    "StatementDrafted",
    "StatementReady",
    "StatementSigned",
    "StatementWithdrawn",
    "TaskEnded",
    "TaskSet",
    "TieSaid",
    "TieTakenBack",
    "TokenMade",
    "TokenRevoked",
    "VerdictConfirmed",
    "VerdictCorrected",
    "VerdictDismissed",
    "VictimFound",
    "VictimTold",
    "WarningTakenBack",
    "type_of",
]  # fmt: skip

Event = (
    OrganisationCreated | ProfileChanged | PersonAdded | PersonChanged | PersonRemoved | RoleGiven | RoleTaken
    | ClearanceSet | LanguageChosen | MailJudged | MailScanned | SafetyAsked | QuestionAnswered | QuestionClosed
    | ClickReported | ClickHandled | VerdictConfirmed | VerdictCorrected | VerdictDismissed | RecipientsWarned
    | IncidentOpened | IncidentChanged | IncidentParted | IncidentRelabelled | IncidentClosed | CaseOpened | CaseClosed
    | CaseIncidentAdded | CaseIncidentParted
    | EvidenceAdded | EvidenceRead | EvidenceExported | Erased | RetentionExpired
    | BreakGlassAsked | BreakGlassOpened | BreakGlassTold
    | CredentialAdded | CredentialRemoved | SessionOpened | SessionRevoked | TokenMade | TokenRevoked | HeadSigned
    | HeadWitnessed | LogsRead | LineTold | AlertRaised | AlertConfirmed | AlertDismissed | AlertWithdrawn
    | DirectoryRead
    | ClaimRecorded | ClaimAnswered | ClaimStruck | ClaimTied
    | ComparingAllowed | ComparingEnded | GiverAccepted | GiverRefused | FactTakenBack | FactTold
    | TieSaid | TieTakenBack
    | ParticipantJoined | ParticipantLeft | ItemRestricted | TaskSet | TaskEnded | VictimFound | ContactVerified
    | VictimTold | LeadHandedOver | LeadTakenBack
    | AssessmentMade | ActorNamed | NamingTaken | NamingWithdrawn
    | PartnerAdded | PartnerAllowed | PartnerEnded | CollectionOpened | CollectionClosed
    | CircleSet | CircleEnded | ConsentGiven | ConsentEnded | SendingApproved | ObjectsAdded | ObjectsDeleted
    | ObjectsSent | ObjectTakenBack | FeedFailed
    | IndicatorsReceived | IndicatorsDropped | IndicatorSighted | SightingJudged | ListKept | ListDropped
    | WarningTakenBack | SourceTold | ListOverridden | OverrideEnded
    | BundleMade | BlocklistMade | StatementDrafted | StatementReady | StatementSigned | StatementWithdrawn
)  # fmt: skip
"""Every event there is."""

VERSIONS: Final[dict[str, int]] = {}
"""Schema version by type, where it is not 1. Older entries are brought up to it when they are read."""


def type_of(event: Any) -> str:
    """Return the type of an event, or of a class of events, as it stands in the log."""
    return str(event.__struct_config__.tag)


class Draft(Struct, frozen=True):
    """An event that is to be appended."""

    event: Event
    actor: str
    """Who did it: the id of a person or token, or `node` for the node itself and whoever sits at its terminal."""
    occurred_at: datetime | None = None
    """When it happened; None: when it is recorded."""
    cause: int | None = None
    """`seq` of the entry that led to it."""


class Envelope(Struct, frozen=True, kw_only=True):
    """An entry of the log as its bytes say it. Times are in UTC."""

    organisation: str
    log: str
    seq: int
    """Its place, counted from 0."""
    version: int
    """Of the event's schema, for this type."""
    actor: str
    occurred_at: datetime
    recorded_at: datetime
    cause: int | None
    event: Event

    @property
    def type(self) -> str:
        """The type of the event."""
        return type_of(self.event)
