"""Claims about operations: who said what, what became of it, and what was written down by mistake."""

from __future__ import annotations

from tocsin.model.claim import Answer, Says
from tocsin.model.events.fact import Fact, Ref
from tocsin.model.people import Tlp


class ClaimRecorded(Fact, frozen=True, tag="claim-recorded"):
    """Somebody has said something, and it was written down."""

    claim: str
    """Its id: random, or made of the STIX object that it was taken from, so that none is taken twice."""
    says: Says
    record: Ref
    """A `tocsin.model.claim.Claim`."""
    about: tuple[str, ...] = ()
    """Incidents, operations and cases that it is about, as far as they are known here."""
    tlp: Tlp = Tlp.RED
    stix: str = ""
    """Id of the STIX object that it was taken from; it says nothing by itself."""


class ClaimTied(Fact, frozen=True, tag="claim-tied"):
    """It is also about something that was not named when it was written down."""

    claim: str
    about: tuple[str, ...]
    """Incidents, operations and cases."""


class ClaimAnswered(Fact, frozen=True, tag="claim-answered"):
    """A later claim confirms an earlier one, contradicts it, repeats it, or takes it back."""

    claim: str
    by: str
    answer: Answer


class ClaimStruck(Fact, frozen=True, tag="claim-struck"):
    """It was written down by mistake. Whether it was right is another matter."""

    claim: str
    reason: Ref
    """A `tocsin.model.record.Note`."""
