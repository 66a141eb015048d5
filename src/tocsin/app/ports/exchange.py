"""Collections of objects, and how far those of other servers were read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from tocsin.formats import misp
from tocsin.model.exchange import (
    Arrival,
    Feed,
    Fetched,
    FetchedEvent,
    Lying,
    Offer,
    Origin,
    Outcome,
    Reach,
    Receipt,
    Sent,
    Slice,
    Wanted,
)
from tocsin.model.people import Tlp

Look = Callable[[bytes], Sequence[str]]
"""Says whom an object names."""


class Shelves(Protocol):
    """The objects in an organisation's collections, as JSON and as they came."""

    def objects(self, collection: str, wanted: Wanted, reach: Reach, look: Look = ...) -> Slice:
        """Return objects that may leave, in the order in which they were added.

        An earlier version bears the label of a later one where that is stricter. `look` says whom a body names. So
        much is looked at or passed over at most: then there is `more`, and `reached` says where it goes on.
        """

    def rows(self, collection: str, wanted: Wanted, reach: Reach, look: Look = ...) -> Slice:
        """Return the same without their contents."""

    def lying(self, collection: str, after: int, limit: int) -> Sequence[Lying]:
        """Return the newest versions of objects that were added later than this, whoever may have them."""

    def strictest(self, ids: Sequence[str]) -> Mapping[str, Tlp]:
        """Return of objects that others brought into any collection the strictest label that they gave them."""

    def keep_names(self, collection: str, looked: Sequence[tuple[int, str]], until: int) -> None:
        """Note whom objects name, as of a place in the log."""

    def sources(self, collection: str, after: int) -> Sequence[str]:
        """Return by whom objects were brought later than this, each once."""

    def origins(self, collection: str, identity: str) -> Sequence[Origin]:
        """Return where the versions of an object came from, in the order in which they were added; the first 1,000."""

    def add(self, collection: str, arrivals: Sequence[Arrival], source: str, now: datetime) -> list[Outcome]:
        """Add objects, and say of each what became of it, in their order. What is there already counts as added.

        To be called within a transaction that writes: each gets a time that is later than all before.
        """

    def delete(self, collection: str, identity: str, source: str, wanted: Wanted) -> int:
        """Delete versions of an object that a source brought, and return how many there were."""

    def clear(self, collection: str) -> None:
        """Delete all objects of a collection."""

    def keep_receipt(self, receipt: Receipt, partner: str) -> None:
        """Keep what became of what a partner brought."""

    def receipt(self, receipt: str, partner: str) -> Receipt | None:
        """Return it for the same partner."""

    def forget_receipts(self, before: datetime) -> None:
        """Delete those of an earlier time."""

    def feed(self, feed: str) -> Feed | None:
        """Return by its id how far a collection of another server was read into one of ours, or filled from it."""

    def feeds(self) -> Sequence[Feed]:
        """Return all of them, in the order of their ids."""

    def latest(self, collection: str, identity: str, source: str) -> bytes | None:
        """Return the last version of an object that a source brought."""

    def standing(self, collection: str, identity: str) -> Sequence[tuple[str, bytes]]:
        """Return the last version that each source brought, with the source."""

    def keep_feed(self, feed: Feed) -> None:
        """Keep it."""


class Remote(Protocol):
    """A collection of another server. All raise InputError for a server that cannot be worked with, and say why."""

    @property
    def url(self) -> str:
        """Its address, which ends in a slash."""

    def pages(self, after: int) -> Iterator[Fetched]:
        """Yield its objects that were added later than this, in microseconds since 1970, and a little before."""

    def send(self, bodies: Sequence[bytes]) -> Sent:
        """Add objects to it, and return what became of them."""

    def offers(self) -> Iterator[Offer]:
        """Yield the collections that a server offers, where `url` is its discovery or one of its API roots."""


class Events(Protocol):
    """Events of MISP elsewhere: an instance, or a feed in a folder. All raise InputError where they cannot be had."""

    @property
    def url(self) -> str:
        """The address of the instance, or of the folder."""

    @property
    def whole(self) -> bool:
        """Whether what is sent is all that is there from then on."""

    def listed(self) -> Mapping[str, int]:
        """Return the uuids of all events, with when each was changed last, in seconds since 1970."""

    def fetch(self, uuids: Sequence[str]) -> Iterator[FetchedEvent]:
        """Yield some of them, one for each uuid."""

    def send(self, events: Sequence[misp.Event]) -> Sent:
        """Put events there, in the place of earlier versions; `whole`: and nothing else."""
