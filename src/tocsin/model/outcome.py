"""How far an attempt got: stage by stage, and which control stopped it, or unknown."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Stage(StrEnum):
    """The way of an attempt, in order."""

    DELIVERED = "delivered"
    SEEN = "seen"
    CLICKED = "clicked"
    CREDENTIAL_GIVEN = "credential-given"
    SIGN_IN_TRIED = "sign-in-tried"
    PASSWORD_ACCEPTED = "password-accepted"  # noqa: S105 - a stage
    SECOND_FACTOR = "second-factor"
    """The second factor was passed, or none was asked for."""
    SESSION = "session"
    PERSISTENCE = "persistence"
    DATA_READ = "data-read"
    DATA_OUT = "data-out"


class Way(StrEnum):
    """By which way an attempt wants in: it decides which stages there are."""

    CREDENTIALS = "credentials"
    """A message leads to a page, a code or a session: all stages."""
    CONSENT = "consent"
    """A message leads to access for an app, which asks for no password."""
    GUESSING = "guessing"
    """Passwords are tried, and no message is needed."""


class Attempt(Struct, frozen=True):
    """One try against one person. What is not known of it is empty."""

    id: str
    person: str
    """Whose account: an address in lower case, as `Activity.person`."""
    at: datetime
    """When it began: the message was received, or the first password tried."""
    way: Way = Way.CREDENTIALS
    also: tuple[str, ...] = ()
    """Other names of the account in logs: aliases, ids."""
    message: str = ""
    """Message-ID, without angle brackets."""
    sender: str = ""
    urls: tuple[str, ...] = ()
    """What it leads to."""
    hosts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """IP addresses that are known to be the attacker's."""
    apps: tuple[str, ...] = ()
    """Ids of the apps that access is wanted for."""


class Did(StrEnum):
    """What somebody told of an attempt, or did in answer to it outside of any log of a provider."""

    REPORTED = "reported"
    CLICKED = "clicked"
    GAVE = "gave"
    """A password, a code or consent."""
    MINE = "mine"
    """A line of a log that is in doubt was the person."""
    NOT_MINE = "not-mine"


class Told(Struct, frozen=True):
    """Words of a person about an attempt."""

    id: str
    """Of the entry that has it."""
    attempt: str
    """`Attempt.id`"""
    did: Did
    at: datetime
    line: str = ""
    """Which line, by its key (`Link.activity`), where it is one that was the person or was not."""


class Grade(StrEnum):
    """How sure a link is."""

    STRONG = "strong"
    GOOD = "good"
    FAIR = "fair"
    WEAK = "weak"
    """Shown, and no link: nothing is concluded from it."""


class Link(Struct, frozen=True):
    """A line of a log, and how much speaks for its being part of an attempt."""

    attempt: str
    activity: str
    """`Activity.id`"""
    weight: float
    """Log-odds, natural logarithm: the sum of the reasons."""
    grade: Grade
    reasons: tuple[tuple[str, float], ...]
    """(id, weight), the largest first: ids of `tocsin.identify.outcome.reasons`."""


class State(StrEnum):
    """What is known of a stage. There is no fourth: no log never means *stopped*."""

    REACHED = "reached"
    STOPPED = "stopped"
    NOT_OBSERVABLE = "not-observable"


class StageState(Struct, frozen=True):
    """One stage of one attempt."""

    stage: Stage
    state: State
    control: str = ""
    """Id of the control that stopped it (`tocsin.identify.outcome.controls`); only where `state` is STOPPED."""
    events: tuple[str, ...] = ()
    """Ids of activities, messages or clicks that say so."""
    at: datetime | None = None
    inferred: bool = False
    """Whether no event of this stage says so itself, but a later stage cannot be reached without it."""
    settles: tuple[str, ...] = ()
    """Which logs would settle an unknown stage: ids of `tocsin.identify.outcome.logs`. Empty where those that could
    tell were read, and say nothing of it."""
    means: str = ""
    """How a second factor was passed: `Activity.factor`, or `none` where the log says that none was asked for."""
    until: datetime | None = None
    """Until when the logs say that a stop held: nothing is known of what came later."""
    stated: bool = False
    """Whether that rests on somebody's word of what an export covers (`Coverage.stated`), and not on its lines alone.
    """
    said: bool = False
    """Whether it rests on what somebody said of a line (`Told.line`): without that it would not be said."""


class Outcome(Struct, frozen=True):
    """The stages of one attempt that its way has, in order."""

    attempt: str
    """Id of the attempt: of a message, an alert, or a consent."""
    person: str
    stages: tuple[StageState, ...]
    as_of: datetime
    """The time it speaks for: a stop is said only where the logs reach up to it."""
    links: tuple[Link, ...] = ()
    """What it rests on, and what was too weak to rest on."""
    sources: tuple[str, ...] = ()
    """Addresses (IP, or AS with its number) from which the attempt came, as far as links show it, sorted."""
    doubts: tuple[str, ...] = ()
    """Ids of lines by which somebody got in from a place that is not known to be the person's own, and that nothing
    ties to the attempt. While there are any, no stop of sign-ins is said; the person can tell whether they are theirs.
    """
    tries: tuple[str, ...] = ()
    """Ids of lines of tries that failed, from such a place."""
    contradicted: tuple[str, ...] = ()
    """Ids of lines that the person says were them, where without that the lines say that it was the attacker. Nothing
    is concluded from them, and those that got in are in doubt."""


class Side(Struct, frozen=True):
    """What is known of one organisation's part in an operation."""

    name: str
    attempts: tuple[Attempt, ...]
    outcomes: tuple[Outcome, ...]
    """Of its attempts."""


class Parting(StrEnum):
    """What the comparison of two organisations comes to."""

    PARTED = "parted"
    """At one stage one was stopped and the other was not."""
    BOTH_STOPPED = "both-stopped"
    """At the same stage."""
    ALIKE = "alike"
    """Both were reached in every stage there is."""
    UNKNOWN = "unknown"
    """The logs do not tell."""
    NOT_SHARED = "not-shared"
    """Nothing shows that the same operation hit both."""


class Shared(Struct, frozen=True, order=True):
    """Something that the attempts on both have in common."""

    kind: str
    """url, host, sender, address, app, network."""
    value: str


class Comparison(Struct, frozen=True):
    """Two organisations that were hit by the same operation, stage by stage."""

    names: tuple[str, str]
    parting: Parting
    shared: tuple[Shared, ...]
    stages: tuple[tuple[StageState, StageState], ...]
    """The chains side by side."""
    stage: Stage | None = None
    """Where they part, or both were stopped, or what is unknown begins."""
    held: int | None = None
    """Which of the two (0 or 1) was stopped there."""
    controls: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Ids of the controls that stopped each there."""
    means: str = ""
    """How the other passed it, where its log says so (`StageState.means`)."""
    last: Stage | None = None
    """The last stage that both reached before."""
    until: datetime | None = None
    """Until when the stop is known to have held."""
    stated: bool = False
    """Whether that rests on somebody's word, as `StageState.stated`."""
    said: bool = False
    """Whether where they part rests on answers, as `StageState.said`."""
    settles: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Logs that would tell more, of each."""
