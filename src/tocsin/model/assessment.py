"""An assessment: competing hypotheses, the evidence for and against each, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Final

from msgspec import Meta, Struct

Text = Annotated[Mapping[str, str], Meta(min_length=2, max_length=2)]
"""The same in English and Arabic, under `en` and `ar`."""
_Id = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$")]
_Line = Annotated[str, Meta(min_length=1, max_length=300)]

UNKNOWN: Final = "unknown"
"""The hypothesis that none of those who are named did it. It is always there."""
FALSE_FLAG: Final = "false-flag"
"""The hypothesis that evidence was laid to point to one of those who are named. It is always there."""


class Question(StrEnum):
    """What the hypotheses answer."""

    ACTOR = "actor"
    """Who is behind it."""
    OBJECTIVE = "objective"
    """What it is mainly for: discord, distrust in institutions, retaliation, ..."""


class Kind(StrEnum):
    """What an item of evidence is made of; it decides on how much it can weigh and how easily it is planted."""

    ACCESS = "access"
    """Records of a provider or of the attacker's own machines."""
    INFRASTRUCTURE = "infrastructure"
    """Hosts, domains, certificates, accounts that were under the attacker's control."""
    TOOL = "tool"
    """A tool, a kit, malware, or a piece of it."""
    BEHAVIOUR = "behaviour"
    """Techniques, targets, working hours."""
    TEXT = "text"
    """Language, wording, file names, time zones, what is written in something."""
    CLAIM = "claim"
    """Somebody says so, the victim or the attacker included."""
    MOTIVE = "motive"
    """Who would gain by it."""


class Hypothesis(Struct, frozen=True, forbid_unknown_fields=True):
    """One answer."""

    id: _Id
    text: Text
    """The answer as it is named in a sentence: "the group Quiet Heron (synthetic)"."""
    prior: Annotated[float, Meta(gt=0, le=100)] = 1.0
    """How likely before all evidence, in relation to the other answers that are named."""
    sources: tuple[_Line, ...] = ()
    """Who put it forward."""


class Evidence(Struct, frozen=True, forbid_unknown_fields=True):
    """One item."""

    id: _Id
    text: Text
    """A whole sentence."""
    source: _Line
    """Where it comes from in the end: what repeats one report has the source of that report, and counts with it."""
    grade: Annotated[str, Meta(pattern=r"^[A-F][1-6]$")]
    """The Admiralty code (NATO AJP-2.1): reliability of the source A to F, credibility of the information 1 to 6."""
    kind: Kind
    bears: Mapping[_Id, Annotated[int, Meta(ge=-2, le=2)]]
    """On each hypothesis: 2 strongly for it, 1 for it, -1 against it, -2 strongly against it; what is left out is 0."""
    given_by: _Line | None = None
    """The organisation that brought it; None for what anybody can see."""
    rests_on: tuple[_Line, ...] = ()
    """Digests or ids of what it can be followed back to."""

    @property
    def origin(self) -> str:
        """The source as it is compared."""
        return " ".join(self.source.casefold().split())


class Dissent(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who took part sees it otherwise."""

    by: _Line
    text: Text
    """A whole sentence."""
    evidence: tuple[_Id, ...] = ()


class Assessment(Struct, frozen=True, forbid_unknown_fields=True):
    """What is weighed, as of a time. A newer one does not change it: it stands beside it."""

    question: Question
    as_of: datetime
    hypotheses: tuple[Hypothesis, ...]
    """At most 50; so are dissents, and 500 items of evidence (`tocsin.formats.assessment.checked`)."""
    evidence: tuple[Evidence, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    unknown: Annotated[float, Meta(gt=0, lt=0.95)] = 0.5
    """The chance, before all evidence, that it is none of those who are named."""
    synthetic: bool = False
    """It is made up, and says so wherever it is shown."""
    resolved: _Id | None = None
    """The hypothesis that turned out to be true, where that became known."""


class Confidence(StrEnum):
    """How well founded an estimate is; it says nothing of how likely anything is."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Estimate(Struct, frozen=True):
    """How likely one hypothesis is."""

    hypothesis: str
    chance: float
    """0 to 1; those of all hypotheses sum to 1."""
    supported_by: tuple[str, ...] = ()
    """Ids of evidence, the weightiest first."""
    opposed_by: tuple[str, ...] = ()


class Drop(Struct, frozen=True):
    """What would follow if one source were not believed."""

    source: str
    evidence: tuple[str, ...]
    leader: str
    chance: float
    """Of the hypothesis that leads now."""


class Assessed(Struct, frozen=True):
    """The outcome."""

    estimates: tuple[Estimate, ...]
    """The likeliest first."""
    confidence: Confidence
    supporting_sources: int
    """Independent ones that speak for the first."""
    held_back: bool
    """The chance of the first is held down: above an even chance only what is hard to plant counts."""
    drops: tuple[Drop, ...]
    """For each source, the one with the largest effect first."""
    flip: tuple[str, ...] | None
    """The fewest sources without which another hypothesis would lead; None where no loss of sources changes that."""
    needed: int
    """How many independent new items of the strongest kind would put the second first."""


class Forecast(Struct, frozen=True):
    """What was estimated of a version when it was made. Better rules later do not change it."""

    chances: Mapping[str, float]
    """Of each hypothesis, as they were told."""
    engine: str
    """Digest of the rules and numbers by which it was weighed (`tocsin.attribute.weighing.ENGINE`)."""


class Version(Struct, frozen=True):
    """One version of an assessment, with what was estimated of it then."""

    given: Assessment
    forecast: Forecast | None = None
    """None where it was not kept: in a file, or by an older Tocsin."""
    told_at: datetime | None = None
    """When a log recorded it: no writer chooses that, as they choose `as_of`. None in a file."""

    @property
    def time(self) -> datetime:
        """When it was told, as far as is known."""
        return self.told_at or self.given.as_of


class Move(Struct, frozen=True):
    """One step of the history of an assessment."""

    as_of: datetime
    chances: Mapping[str, float]
    """As they were estimated then; if that was not kept, by the rules of today."""
    engine: str | None
    """Digest of the rules by which they were estimated then; None if that was not kept."""
    added: tuple[str, ...] = ()
    """Ids of evidence."""
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Graded or read otherwise than before."""


class Score(Struct, frozen=True):
    """How good a forecast was that was resolved."""

    told_at: datetime
    """When it was told, by the log that recorded it."""
    brier: float
    """0 is perfect, 2 the worst."""
    kept: bool
    """Whether it is the score of what was estimated then, and not of the same weighed by the rules of today."""
