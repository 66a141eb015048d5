"""Logs of accounts, as something outside reads and looks through them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from msgspec import Struct

from tocsin.model.activity import Activity, Coverage, Exported
from tocsin.model.alert import Alert
from tocsin.model.directory import Enrolment


class Looked(Protocol):
    """What was read from some logs, and found there."""

    def activities(self) -> Iterator[Activity]:
        """Yield what was read, in the order in which it was read."""

    def alerts(self) -> Sequence[Alert]:
        """Return what detections found and had not found in earlier logs, or not as so bad."""

    def withdrawn(self) -> Sequence[str]:
        """Return ids of alerts (`Alert.id`) of earlier logs that lines which came late have put right."""

    def lines(self, alert: Alert) -> tuple[Activity, ...]:
        """Return the activities that an alert names, as far as they were read now or `earlier` gave them."""

    def coverage(self) -> Sequence[Coverage]:
        """Return which logs were read, and for which times they can speak."""

    def unread(self) -> int:
        """How many lines could not be read."""

    def late(self) -> int:
        """How many came too late to be put in their place among the others, or with a clock ahead of now."""

    def repeated(self) -> int:
        """How many were read before, or are there more than once."""

    def state(self) -> bytes:
        """Return what is to be remembered when the next logs are read."""


class LogFile(Struct, frozen=True):
    """A file of a log, as somebody brings it."""

    name: str
    """By which it is shown; its end may tell what it is."""
    content: bytes


class AccountLogs(Protocol):
    """Logs that somebody has given."""

    def look(
        self, state: bytes | None, judged: Mapping[str, str], earlier: Callable[[], Iterable[Activity]]
    ) -> AbstractContextManager[Looked]:  # fmt: skip
        """Look through them with what was remembered of earlier ones.

        `judged`: verdicts of mail that is not clean, by Message-ID and by host of its links. `earlier`: what is kept
        of earlier logs; it is called where lines come too late for what was remembered, and all is looked through.
        """


class AccountReader(Protocol):
    """Reads files of logs, whichever provider wrote them."""

    def of(self, files: Sequence[LogFile], exported: Sequence[Exported] = ()) -> AccountLogs:
        """Return the logs in these files, of which somebody has stated what they cover."""

    def enrolments(self, files: Sequence[LogFile]) -> tuple[list[Enrolment], int]:
        """Return who is enrolled in which second factor, and how many lines could not be read."""
