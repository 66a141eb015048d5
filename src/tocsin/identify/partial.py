"""A judgement as far as it goes without the history of the mailbox.

It is a pure function of the message and of a context without history, so that a scan that comes back to the message
with its history need not do it again.
"""

from __future__ import annotations

from msgspec import Struct

from tocsin.identify.check import Hit
from tocsin.model.verdict import Failure, Finding


class Reading(Struct, frozen=True, array_like=True):
    """What is taken from the mail itself beside the findings: log-odds by the model, and whether something was cut."""

    wording: float = 0.0
    """Of not being clean, by the words."""
    shape: float = 0.0
    """Of not being clean, by the features."""
    attack_wording: float = 0.0
    """Of being malicious if not clean, by the words."""
    attack_shape: float = 0.0
    """Of being malicious if not clean, by the features."""
    is_cut: bool = False
    """Whether something that a reader would see lies beyond a limit."""


class Partial(Struct, frozen=True, array_like=True):
    """What the checks that need no history found, at declared weights, and all else that the verdict rests on."""

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    hits: dict[str, tuple[Hit, ...]]
    """Phrases in the message of the checks that do need a history, by check id."""
    reading: Reading
