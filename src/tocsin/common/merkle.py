"""Merkle trees of RFC 9162, section 2.1 (the same as RFC 6962's), over SHA-256.

A leaf hash is SHA-256(0x00 || entry), an inner hash SHA-256(0x01 || left || right). Proofs are computed from a function
that gives the hash of a range of leaves, so that whoever stores the leaves decides how much of them is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Final

EMPTY: Final = hashlib.sha256(b"").digest()
"""The root of the tree without leaves."""
HASH_BYTES: Final = 32
Hashes = Callable[[int, int], bytes]
"""Gives the root of the leaves from `start` up to, not including, `end`."""


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of one entry as a leaf."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


class Frontier:
    """The right edge of a growing tree: the roots of its complete subtrees, the largest first.

    It is all that appending and the root need: 32 bytes for each bit that is set in the number of leaves.
    """

    __slots__ = ("_hashes", "size")

    def __init__(self, size: int = 0, packed: bytes = b"") -> None:
        if len(packed) != HASH_BYTES * size.bit_count():
            raise ValueError("the frontier does not fit its size")
        self.size = size
        self._hashes = [packed[at : at + HASH_BYTES] for at in range(0, len(packed), HASH_BYTES)]

    def pack(self) -> bytes:
        """Return the hashes in one piece, as the constructor takes them."""
        return b"".join(self._hashes)

    def push(self, subtree: bytes, leaves: int = 1) -> None:
        """Append a leaf, or a complete subtree of a power of two of `leaves` that divides the present size."""
        size, hashes = self.size, self._hashes
        self.size = size + leaves
        while size & leaves:
            subtree = node_hash(hashes.pop(), subtree)
            leaves <<= 1
        hashes.append(subtree)

    def split(self, leaves: int) -> tuple[Frontier, Frontier]:
        """Return the frontier of all full blocks of `leaves`, a power of two, and that of the leaves behind them."""
        rest = self.size % leaves
        cut = len(self._hashes) - rest.bit_count()
        whole = Frontier(self.size - rest, b"".join(self._hashes[:cut]))
        return whole, Frontier(rest, b"".join(self._hashes[cut:]))

    def root(self) -> bytes:
        """Return the root of all leaves."""
        if not self._hashes:
            return EMPTY
        root = self._hashes[-1]
        for left in reversed(self._hashes[:-1]):
            root = node_hash(left, root)
        return root


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Return the root of a tree given its leaf hashes."""
    frontier = Frontier()
    for leaf in leaves:
        frontier.push(leaf)
    return frontier.root()


def full_root(leaves: Sequence[bytes]) -> bytes:
    """Return the root of a tree of 2, 4, 8 and so on leaf hashes."""
    while len(leaves) > 1:
        leaves = [node_hash(left, right) for left, right in zip(leaves[::2], leaves[1::2], strict=True)]
    return leaves[0]


def _split(size: int) -> int:
    """The largest power of two smaller than `size`, which is at least 2."""
    return 1 << (size - 1).bit_length() - 1


def inclusion_proof(index: int, size: int, hashes: Hashes) -> list[bytes]:
    """Return the proof that leaf `index` is in the tree of `size` leaves (RFC 9162, 2.1.3.1), lowest hash first."""
    if not 0 <= index < size:
        raise ValueError(f"no leaf {index} in a tree of {size}")
    proof, start, end = [], 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            proof.append(hashes(middle, end))
            end = middle
        else:
            proof.append(hashes(start, middle))
            start = middle
    return proof[::-1]


def consistency_proof(old: int, new: int, hashes: Hashes) -> list[bytes]:
    """Return the proof that the tree of `old` leaves is the beginning of that of `new` (RFC 9162, 2.1.4.1)."""
    if not 0 <= old <= new:
        raise ValueError(f"a tree of {old} is no beginning of one of {new}")
    if old in (0, new):
        return []
    proof, start, end, whole = [], 0, new, True
    while end != old:
        middle = start + _split(end - start)
        if old <= middle:
            proof.append(hashes(middle, end))
            end = middle
        else:
            proof.append(hashes(start, middle))
            start, whole = middle, False
    if not whole:
        proof.append(hashes(start, end))
    return proof[::-1]


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Say whether a proof shows that `leaf` stands at `index` under `root` (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, found = index, size - 1, leaf
    for hash_ in proof:
        if not last:
            return False
        if at & 1 or at == last:
            found = node_hash(hash_, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, hash_)
        at, last = at >> 1, last >> 1
    return not last and found == root


def verify_consistency(old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Say whether a proof shows that the tree of `old` leaves is the beginning of that of `new` (RFC 9162, 2.1.4.2)."""
    if not 0 <= old <= new:
        return False
    if old in (0, new):
        return not proof and old_root == (new_root if old else EMPTY)
    hashes = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not hashes:
        return False
    at, last = old - 1, new - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    before = after = hashes[0]
    for hash_ in hashes[1:]:
        if not last:
            return False
        if at & 1 or at == last:
            before, after = node_hash(hash_, before), node_hash(hash_, after)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            after = node_hash(after, hash_)
        at, last = at >> 1, last >> 1
    return not last and before == old_root and after == new_root
