"""A joint statement: who issues it, and the facts that both of its languages carry."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from tocsin.model.people import Tlp
from tocsin.model.sentence import Sentence


class Agency(Struct, frozen=True):
    """Who issues a statement, as it is called in both languages."""

    english: str
    arabic: str


class Facts(Struct, frozen=True):
    """What is said. Times are in UTC."""

    as_of: datetime
    first: datetime
    """When the first message was received, and the last one."""
    last: datetime
    messages: int
    techniques: tuple[str, ...]
    """ATT&CK ids, sorted."""
    indicators: int
    bundle: str
    """SHA-256 of the STIX bundle, hexadecimal."""
    outcome: str
    """stopped, harm, false-alarm, unknown."""
    tlp: Tlp
    synthetic: bool = False
    """Made up, for practice; the texts say so."""


class Checked(Struct, frozen=True):
    """What checking a statement gave."""

    statement: str
    """Its id; empty where it could not be read."""
    signers: tuple[str, ...]
    """Names of the keys given that signed it."""
    problems: tuple[Sentence, ...]
    """What is wrong; nothing where all checks passed."""
