"""Findings and verdicts: what a check says, and what all of them together mean."""

from __future__ import annotations

from enum import Enum, StrEnum

from msgspec import Struct


class Class(StrEnum):
    """The four classes of a verdict."""

    MALICIOUS = "malicious"
    SUSPICIOUS = "suspicious"
    UNWANTED = "unwanted"
    """Spam or scam without danger to accounts. Legitimate bulk mail is clean."""
    CLEAN = "clean"


class Weight(float, Enum):
    """How much a finding says by itself, as declared by its check: a log-odds, natural logarithm.

    The steps follow the usual reading of likelihood ratios (about 1.5, 3, 10, 30 and 150 to one). They are what the
    checks judge by without a model, and the centre to which the fitted model is pulled.
    """

    DECISIVE = 5.0
    STRONG = 3.4
    MEDIUM = 2.0
    WEAK = 1.0
    HINT = 0.4
    NONE = 0.0
    """Only information (a fact that other checks or a person may want)."""
    GOOD_HINT = -0.4
    GOOD_WEAK = -1.0
    GOOD = -2.0
    GOOD_STRONG = -3.4


class Danger(StrEnum):
    """What an attack wants, which decides what to do now."""

    CREDENTIALS = "credentials"
    """A password or session, on a page."""
    CODE = "code"
    """A one-time or device code read out or entered."""
    CONSENT = "consent"
    """Access granted to an application."""
    FILE = "file"
    """A file to open or a command to run."""
    PAYMENT = "payment"
    """Money, gift cards, changed bank details."""
    CONVERSATION = "conversation"
    """Trust first, the rest later or elsewhere (telephone, messenger)."""
    SPAM = "spam"
    """Nothing that endangers accounts: junk, lotteries, advance fees."""
    NONE = "none"
    """No attack by itself: an anomaly, a fact, or a sign of good mail."""


class Span(Struct, frozen=True):
    """Where evidence stands: characters `start` to `end` of one layer of one part.

    Layers: `header:NAME` (decoded value of the first such field, part ""), `text` (decoded text of a text part),
    `visible` (what an HTML part shows), `html` (its decoded source), `file` (an attachment; no positions).
    """

    part: str
    layer: str
    start: int = 0
    end: int = 0


class Evidence(Struct, frozen=True):
    """One piece of evidence: where it stands, and the facts that matter, by a fixed vocabulary of keys (FACTS)."""

    span: Span | None
    facts: dict[str, str]


FACTS = frozenset(
    {
        "address", "code", "command", "count", "date", "domain", "expected", "file", "findings", "header", "host",
        "language", "name", "opened", "other", "person", "phrase", "place", "protected", "reason", "shown", "type",
        "url", "usual_language", "value",
    }
)  # fmt: skip
"""Keys a piece of evidence may use; each has a label in both languages."""


class Finding(Struct, frozen=True):
    """A check that found something. `weight` is its contribution to this verdict (log-odds of not being clean)."""

    id: str
    weight: float
    evidence: tuple[Evidence, ...]
    attack: tuple[str, ...] = ()
    """ATT&CK technique ids."""
    danger: Danger = Danger.NONE


class Failure(Struct, frozen=True):
    """A check, or the model, that could not do its work; `reason` names the error's type and no mail content."""

    id: str
    reason: str


class Verdict(Struct, frozen=True):
    """What Tocsin says of one message."""

    verdict: Class
    probability: float
    """That the message is not clean, whichever of the other three classes it is."""
    probability_malicious: float
    findings: tuple[Finding, ...]
    """In order of contribution, the largest first; findings that speak for the message (negative weight) last."""
    advice: tuple[Danger, ...] = ()
    """What to do now, by kind of attack, the most urgent first; empty for clean mail."""
    failures: tuple[Failure, ...] = ()
    model: str = ""
    """Digest of the model that combined the findings; empty when the checks judged alone."""
    checks: str = ""
    """Digest of the check set."""
