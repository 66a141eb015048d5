"""What is made of a user's own rules. Apart, so that it can be spoken of without pySigma."""

from __future__ import annotations

from dataclasses import dataclass, field

from tocsin.identify.detection import Detection
from tocsin.identify.sigma.fields import Fields
from tocsin.identify.sigma.sieve import Sieve
from tocsin.model.sentence import Sentence


@dataclass(slots=True)
class OwnRules:
    """What was made of a user's rules."""

    detections: dict[str, Detection] = field(default_factory=dict)
    fields: Fields = field(default_factory=lambda: Fields(()))
    sieve: Sieve | None = None
    """Of all of them; None where they name nothing of a record."""
    problems: list[Sentence] = field(default_factory=list)
    """One for each rule, or part of one, that cannot be used."""
