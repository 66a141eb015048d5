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
    """Which logs would settle an unknown stage: ids of `tocsin.identify.outcome.logs`."""


class Outcome(Struct, frozen=True):
    """All stages of one attempt, in order."""

    attempt: str
    """Id of the attempt: of a message, an alert, or a consent."""
    person: str
    stages: tuple[StageState, ...]
    as_of: datetime
