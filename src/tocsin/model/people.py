"""Who may do what: roles, and how confidential something is."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person does in an organisation; one may have several."""

    REPORTER = "reporter"
    """Asks about mail and reports it; everybody who is signed in."""
    ANALYST = "analyst"
    """Judges what was reported or flagged."""
    LEAD = "lead"
    """Decides: incidents, cases, warnings."""
    SIGNER = "signer"
    """Signs statements."""
    AUDITOR = "auditor"
    """Reads the log and nothing else."""
    ADMIN = "admin"
    """Gives roles and credentials, and keeps the node."""
    PARTICIPANT = "participant"
    """Is of another organisation, and sees of the cases in which it takes part what is meant for it."""


class Tlp(StrEnum):
    """The labels of the Traffic Light Protocol 2.0, the most open first."""

    CLEAR = "clear"
    GREEN = "green"
    AMBER = "amber"
    AMBER_STRICT = "amber+strict"
    RED = "red"
