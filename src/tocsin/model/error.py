"""Errors that a person reads: what happened, and what to do."""

from __future__ import annotations


class TocsinError(Exception):
    """An error with a hint. The command line prints both and exits; no traceback."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


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


class StoreError(TocsinError):
    """The store cannot be opened, read or written."""


class KeyFileError(TocsinError):
    """A key cannot be used."""
