"""What can be shown of a log to somebody who does not trust it."""

from __future__ import annotations

from msgspec import Struct


class Head(Struct, frozen=True):
    """The head of a log's tree: so many entries, this root."""

    origin: str
    """Names the log: `tocsin/LOG`."""
    size: int
    root: bytes


class Broken(Struct, frozen=True):
    """Something about a log that does not check out."""

    code: str
    """`missing`, `altered`, `misplaced`, `end`, `block`, `head`, `shorter`, `signature` or `views`."""
    seq: int
    """The entry, or for `head` and `shorter` the size of the tree that the head is of."""


class Report(Struct, frozen=True):
    """What checking a log gave."""

    log: str
    size: int
    """Entries that were read."""
    root: bytes
    heads: int
    """Signed heads that were compared, of this store and witnessed ones."""
    broken: tuple[Broken, ...]
    """In the order of the entries; at most 100."""


class Proof(Struct, frozen=True):
    """That an entry is in the log of which `checkpoint` is the signed head; binary values in base64."""

    seq: int
    entry: bytes
    hashes: tuple[bytes, ...]
    """Inclusion proof of RFC 9162, the lowest hash first."""
    checkpoint: str
    key: str
    """The verifier key, as signed notes write it. Have it confirmed by another way."""
