"""Claims: somebody says so. What is said is kept as it was said, apart from what Tocsin holds of it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Speaker(StrEnum):
    """As what somebody speaks: it tells what they could know, and what they may want."""

    VICTIM = "victim"
    PARTY = "party"
    """A party, a campaign or a government that has a side in the matter."""
    AUTHORITY = "authority"
    """An agency or a court whose task it is."""
    VENDOR = "vendor"
    """A company of security, or the provider of the accounts."""
    RESEARCHER = "researcher"
    NEWSROOM = "newsroom"
    ACCUSED = "accused"
    CLAIMANT = "claimant"
    """Says that they did it themselves."""
    OTHER = "other"


class Says(StrEnum):
    """What is said of an operation."""

    BY = "by"
    """That it is the work of an actor."""
    NOT_BY = "not-by"
    """That it is not the work of an actor."""
    AIM = "aim"
    """What it is meant to bring about: discord, distrust in institutions, retaliation."""
    SAME = "same"
    """That it belongs with another operation, by a name."""
    HAPPENED = "happened"
    """That something happened, or did not: a breach, a leak."""
    OTHER = "other"


class Ground(StrEnum):
    """On what a claim rests, as far as its speaker says."""

    NONE = "none"
    """No grounds were given."""
    SHOWN = "shown"
    """Technical evidence that others can look at."""
    WITHHELD = "withheld"
    """Knowledge that is referred to and not shown."""
    OTHERS = "others"
    """What others have said."""
    INTEREST = "interest"
    """Whom it serves."""


class Answer(StrEnum):
    """What a later claim does to an earlier one."""

    CONFIRMS = "confirms"
    """On grounds of its own."""
    AGREES = "agrees"
    """Without grounds of its own: it adds nothing."""
    REPEATS = "repeats"
    """From the same source: it adds nothing."""
    CONTRADICTS = "contradicts"
    WITHDRAWS = "withdraws"
    """By whoever made it."""


class Claim(Struct, frozen=True, omit_defaults=True):
    """Who said what about whom, when, and on what grounds."""

    speaker: str
    """Name of the organisation or office that says it. A private person is named only with consent."""
    kind: Speaker
    says: Says
    what: str
    """Of whom or what, as the speaker calls it: the name of an actor is never replaced by another one's."""
    said_on: str
    """The day, or the month or year where no more is known: 2024-08-19, 2024-08, 2024."""
    subject: str = ""
    """Of which operation, as the speaker calls it."""
    grounds: tuple[Ground, ...] = (Ground.NONE,)
    confidence: str = ""
    """As the speaker puts it: moderate confidence, almost certainly, 85."""
    words: str = ""
    """What was said, in the recorder's own words."""
    source: str = ""
    """Where it can be read: an address, or the title of a document."""
    stix: str = ""
    """Id of the STIX object that it was taken from."""
    maker: str = ""
    """Id of the STIX object that stands for who made that."""
    source_grade: str = "F"
    """How reliable the speaker is held to be here: A to F, of the Admiralty code; F: cannot be judged."""
    information_grade: int = 6
    """How credible it is held to be here: 1 to 6, of the Admiralty code; 6: cannot be judged."""


class Answered(Struct, frozen=True):
    """What a later claim does to an earlier one."""

    claim: str
    """The earlier one's id."""
    by: str
    """The later one's id."""
    answer: Answer


class Standing(Struct, frozen=True):
    """What has become of a claim."""

    confirmed: tuple[str, ...] = ()
    """Claims that confirm it on grounds of their own, each source counted once, in order of the day."""
    agreed: tuple[str, ...] = ()
    """Claims of others that say the same without grounds of their own."""
    contradicted: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    """Claims by which its speaker took it back, and that were not taken back themselves."""
    alone: bool = True
    """Whether nobody but its speaker, and who repeats it, says so."""
