"""Errors that a person reads: what happened, and what to do."""

from __future__ import annotations

from tocsin.model.sentence import Sentence


class TocsinError(Exception):
    """An error with a hint. The command line tells both in the reader's language and exits; no traceback."""

    def __init__(self, problem: Sentence, hint: Sentence) -> None:
        super().__init__(problem, hint)
        self.problem = problem
        self.hint = hint

    def __str__(self) -> str:
        return str(self.problem)


class ProfileError(TocsinError):
    """The organisation's profile cannot be used."""


class ModelError(TocsinError):
    """A model cannot be read, or cannot be fitted from what was given."""


class InputError(TocsinError):
    """Something to be read is not there or not what it should be."""


class OutputError(TocsinError):
    """A result cannot be written where it was wanted."""


class LogError(TocsinError):
    """The log cannot be read, or does not check out."""


class StatementError(TocsinError):
    """A statement, or what it rests on, cannot be read."""


class StoreError(TocsinError):
    """The store cannot be opened, read or written."""


class KeyFileError(TocsinError):
    """A key cannot be used."""


class AccessError(TocsinError):
    """Somebody may not do this."""


class BreakGlassError(AccessError):
    """The message was neither reported nor flagged: a second person has to agree before it is opened."""


class FreshSignInError(AccessError):
    """It takes somebody who has signed in a short while ago: a session that was left open is not enough."""


class NotFoundError(InputError):
    """There is no such thing in this organisation, or none that the one who asks may know of."""


class SignInError(TocsinError):
    """Somebody is not who they say, or is not known; which of them is not told."""
