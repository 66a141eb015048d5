"""How far a model gets that sees only the shape of the header block: what is artefact in any figure.

It is fitted and measured on the same sources (folds over the measured messages themselves), which is just what an
honest figure must not do. The better it does, the more the collections differ by how they were collected.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from bench.lib.headers import first, split
from bench.lib.stats import Scores

FOLDS = 5
_WIDTH = 1024
"""Hashed features."""
_RIDGE = 1.0
_BOUNDARY = re.compile(rb'boundary="?([^";\s]+)', re.IGNORECASE)


def shape(raw: bytes) -> dict[str, float]:
    """Names as spelled, their neighbours, counts and punctuation of ids: nothing that a field says to a person."""
    fields = split(raw)[0]
    names = [name.strip().decode("latin-1") for name, _ in fields]
    features = {f"has {name}": 1.0 for name in names}
    features.update({f"next {left} {right}": 1.0 for left, right in pairwise(names)})
    features["fields"] = len(names) / 20
    features["hops"] = sum(name.lower() == "received" for name in names) / 5
    boundary = _BOUNDARY.search(first(fields, b"content-type"))
    for label, value in (("id", first(fields, b"message-id")), ("boundary", boundary[1] if boundary else b"")):
        features[f"{label} {_punctuation(value)}"] = 1.0
        features[f"{label} length"] = min(len(value), 200) / 50
    return features


def _punctuation(value: bytes) -> str:
    return re.sub(r"a+", "a", re.sub(r"[^\W_]", "a", value.decode("latin-1")))[:24]


def scores(messages: Sequence[bytes], bad: Sequence[bool], seed: int) -> Scores:
    """Out-of-fold scores of a ridge regression on hashed features; the higher, the more like `bad`."""
    features = np.zeros((len(messages), _WIDTH))
    for row, raw in enumerate(messages):
        for name, value in shape(raw).items():
            features[row, zlib.crc32(name.encode()) % _WIDTH] += value
    truth = np.where(np.asarray(bad), 1.0, -1.0)
    folds = np.random.default_rng(seed).permutation(len(messages)) % FOLDS
    told = np.zeros(len(messages))
    for fold in range(FOLDS):
        inside = folds == fold
        told[inside] = features[inside] @ _fit(features[~inside], truth[~inside])
    return told


def _fit(features: Scores, truth: Scores) -> Scores:
    square = features.T @ features + _RIDGE * np.eye(_WIDTH)
    return np.asarray(np.linalg.solve(square, features.T @ truth), dtype=np.float64)
