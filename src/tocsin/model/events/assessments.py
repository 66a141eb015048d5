"""Assessments of who is behind an attack and what it is for, and names that people put on it."""

from __future__ import annotations

from datetime import datetime

from tocsin.model.assessment import Question
from tocsin.model.events.fact import Fact, Ref
from tocsin.model.people import Tlp


class AssessmentMade(Fact, frozen=True, tag="assessment-made"):
    """An assessment was made, or a newer version of one: the earlier ones stay."""

    assessment: str
    question: Question
    record: Ref
    """A `tocsin.model.record.AssessmentRecord`."""
    about: tuple[str, ...] = ()
    """Incidents, operations and cases that it is about."""
    tlp: Tlp = Tlp.RED


class ActorNamed(Fact, frozen=True, tag="actor-named"):
    """A person put a name on what happened, with reasons."""

    naming: str
    assessment: str
    version: int
    """The entry with the version that they had before them."""
    record: Ref
    """A `tocsin.model.record.NamingRecord`."""


class NamingTaken(Fact, frozen=True, tag="naming-taken"):
    """A name that a person put elsewhere came along with a case. Whoever took the case over named nobody."""

    naming: str
    assessment: str
    version: int
    """The entry, here, with the version that they had before them."""
    record: Ref
    """A `tocsin.model.record.NamingRecord`: who named, and by which reasons."""
    log: str
    """In which log the name was put."""
    seq: int
    """By which entry of it."""
    named_at: datetime
    stands: bool = True
    """Whether it may be put by the rules here, as far as what came along shows."""


class NamingWithdrawn(Fact, frozen=True, tag="naming-withdrawn"):
    """A name is not put on it any more."""

    naming: str
    assessment: str
    reason: Ref
    """A `tocsin.model.record.Note`."""
