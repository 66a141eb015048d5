"""Near-duplicates: short keys of which two things that are nearly the same share at least one.

MinHash (Broder 1997) with bands (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, section 3.4). BANDS bands of
ROWS minima each: two sets that are to .9 the same (Jaccard) share a band in 99 % of the cases, to .8 in 91 %, to .5 in
17 %, to .3 in 1 %. A key can be looked up, which a distance between fuzzy digests (ssdeep, TLSH) cannot.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tocsin.common.text import fold

BANDS: Final = 6
ROWS: Final = 5
FEWEST: Final = 12
"""Shingles below which there is too little to compare."""
_MOST_CHARS: Final = 20_000
_MOST_BYTES: Final = 1_000_000
_SHINGLE: Final = 3
"""Words that stand together in one shingle."""
_WINDOW: Final = 8
"""Bytes that are looked at together."""
_EVERY: Final = np.uint64(31)
"""One window of 32 is kept, by its content: so what was put in or cut out moves no other."""
_GOLDEN: Final = 0x9E3779B97F4A7C15
_VARYING: Final = re.compile(r"\S*(?:://|www\.|@)\S*|\S*\d\S*")
"""Links, addresses and whatever has a digit in it: what kits fill in."""
_WORD: Final = re.compile(r"[^\W_]+")

Hashes = NDArray[np.uint64]


def _constants(name: bytes) -> Hashes:
    digests = (blake2b(name + bytes([n]), digest_size=8).digest() for n in range(BANDS * ROWS))
    return np.array([int.from_bytes(digest) | 1 for digest in digests], dtype=np.uint64)


_FACTORS: Final = _constants(b"factor")
_ADDENDS: Final = _constants(b"addend")


def text_bands(text: str) -> tuple[str, ...]:
    """Return BANDS keys of a text in any script (its first 20,000 characters); none where it is too short.

    Case, accents, look-alike letters and Arabic spellings are folded; links, addresses and numbers are left out.
    """
    words = _WORD.findall(_VARYING.sub(" ", fold(text[:_MOST_CHARS])))
    shingles = {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    return _bands(np.array([crc32(one.encode()) for one in shingles], dtype=np.uint64))


def byte_bands(data: bytes) -> tuple[str, ...]:
    """Return BANDS keys of a file's bytes (the first million); none where there are too few."""
    raw = np.frombuffer(data[:_MOST_BYTES], dtype=np.uint8)
    if len(raw) < _WINDOW:
        return ()
    count = len(raw) - _WINDOW + 1
    windows = np.zeros(count, dtype=np.uint64)
    for place in range(_WINDOW):
        windows = windows << np.uint64(8) | raw[place : place + count]
    mixed = _mixed(windows)
    return _bands(np.unique(mixed[mixed & _EVERY == 0]))


def _bands(values: Hashes) -> tuple[str, ...]:
    if len(values) < FEWEST:
        return ()
    minima = np.array(
        [_mixed(values * factor + addend).min() for factor, addend in zip(_FACTORS, _ADDENDS, strict=True)]
    )
    rows = minima.reshape(BANDS, ROWS)
    return tuple(blake2b(bytes([band]) + row.tobytes(), digest_size=8).hexdigest() for band, row in enumerate(rows))


def _mixed(values: Hashes) -> Hashes:
    """The finaliser of MurmurHash3 in its 64-bit form (public domain): every bit depends on every other."""
    values = values * np.uint64(_GOLDEN)
    values = (values ^ (values >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    values = (values ^ (values >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return values ^ (values >> np.uint64(33))
