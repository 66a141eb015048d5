"""What judging needs from outside: history, rules, DNS, and text in pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from tocsin.identify.mail import Mail
from tocsin.model.trace import Trace


class Memory(Protocol):
    """Traces of a mailbox.

    Every answer is as of a time: what came then or later is not known yet. Answers do not depend on the order in which
    traces were added. Good means: not judged bad.
    """

    def add(self, traces: Iterable[Trace]) -> None:
        """Remember traces, in any order of their times."""

    def of_sender(self, address: str, before: float) -> Sequence[Trace]:
        """Good messages of an address, the oldest first; at most the 30 latest."""

    def since(self, address: str, before: float) -> float | None:
        """When the first good message of an address came, or None."""

    def written_to(self, address: str, before: float) -> int:
        """How many good messages our side had sent to an address, counted up to 100."""

    def of_domain(self, domain: str, before: float) -> int:
        """How many good messages had come from a registrable domain, counted up to 100."""

    def like_domain(self, keys: Iterable[str], before: float) -> Sequence[str]:
        """Domains of correspondents with one of these likeness keys, sorted; at most 50.

        A correspondent's domain is one that good mail had come from twice or that our side had written to.
        """

    def addresses_of_name(self, name: str, before: float) -> Sequence[str]:
        """Addresses that had used a folded display name in good mail, sorted; at most 20."""

    def of_ids(self, message_ids: Sequence[str], before: float) -> Sequence[Trace]:
        """The messages with these ids, whatever their verdict, the oldest first; at most 60."""

    def exchange(self, address: str, before: float) -> Sequence[Trace]:
        """The latest messages from an address, whatever their verdict, the oldest first; at most 20."""

    def size(self, before: float) -> tuple[int, int]:
        """How many messages there were, and how many good ones of our side; both counted up to 100."""


class Memories(Protocol):
    """Makes memories that live for one piece of work."""

    def __call__(self, traces: Iterable[Trace]) -> AbstractContextManager[Memory]:
        """Return a memory of these traces; it is gone when the block ends."""


class Rules(Protocol):
    """The user's own rules over the files of a message."""

    def matches(self, mail: Mail) -> tuple[tuple[str, str], ...]:
        """Return (rule, part) of what matched."""


class Names(Protocol):
    """The domain name system."""

    def text(self, name: str) -> tuple[str, ...] | None:
        """TXT records of a name; an empty tuple if there are none, None if nobody answered."""


class Ocr(Protocol):
    """Reads the text in a picture."""

    def text(self, image: bytes) -> str:
        """Return the text. Raises InputError for what is no picture, is too large, or takes too long."""
