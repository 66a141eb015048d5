"""The fitted model: an additive log-odds over findings, a few features and hashed words.

Three such sums: one for *not clean*, one for *malicious, if not clean*, and one for *targeted*, which weighs findings
alone: an attack on one person is written like ordinary mail, so ordinary words say nothing against it. Evaluated in
plain Python.
"""

from __future__ import annotations

import base64
import hashlib
import math
import struct
import zlib
from collections.abc import Mapping
from functools import cached_property
from typing import Final

import msgspec
from msgspec import Struct

from tocsin.identify.features import BUCKETS

LEAST_SHAPE: Final = -2.0
"""Log-odds below which the shape of a message does not count: its sender is free to add length and links, and they must
not outweigh one strong finding. About one fitting message in twenty lies lower. Every second one was judged with and
without this: no ham ceased to be clean."""


class Sum(Struct, frozen=True):
    """One additive model: bias + checks + features + text, in log-odds."""

    bias: float
    checks: dict[str, float]
    """Weight of each check that was there when the model was fitted; others count at half their declared weight."""
    features: dict[str, float]
    text: float
    """Weight of the text score, which is itself a log-odds clipped to +-6."""

    def shape(self, features: Mapping[str, float]) -> float:
        """The log-odds of a message's features, at least `LEAST_SHAPE`."""
        return max(LEAST_SHAPE, sum(self.features.get(name, 0.0) * value for name, value in features.items()))


class TextScore(Struct, frozen=True, dict=True):
    """A linear score over hashed words: `bias + scale * sum(weights[bucket]) / sqrt(n)`, n being the buckets hit."""

    bias: float
    scale: float
    weights: str
    """`BUCKETS` signed bytes, base85 of their zlib-compressed form."""

    @cached_property
    def table(self) -> tuple[int, ...]:
        """The weights, unpacked."""
        raw = zlib.decompress(base64.b85decode(self.weights))
        return struct.unpack(f"{BUCKETS}b", raw)

    def score(self, buckets: list[int]) -> float:
        """Return the log-odds for a sorted list of distinct buckets, clipped to +-6."""
        if not buckets:
            return 0.0
        table = self.table
        mean = sum([table[bucket] for bucket in buckets]) / math.sqrt(len(buckets))
        return max(-6.0, min(6.0, self.bias + self.scale * mean))


class Model(Struct, frozen=True, dict=True):
    """A model file. `card` says what it was fitted on and how well it is calibrated."""

    format: int
    card: dict[str, object]
    bad: Sum
    malicious: Sum
    bad_text: TextScore
    malicious_text: TextScore
    targeted: Sum | None = None
    """None where the model was fitted without mail in threads."""
    digest: str = ""


FORMAT = 1


def load(raw: bytes) -> Model:
    """Read a model file. Raises ValueError, with a reason, where it is not one or of another format."""
    try:
        model = msgspec.json.decode(raw, type=Model)
    except msgspec.MsgspecError as error:
        raise ValueError(f"not a model file: {error}") from error
    if model.format != FORMAT:
        raise ValueError(f"model format {model.format} is not supported (supported: {FORMAT})")
    return msgspec.structs.replace(model, digest=hashlib.sha256(raw).hexdigest()[:16])


def dump(model: Model) -> bytes:
    """Return the model as the bytes of a file, the same bytes for the same model."""
    return msgspec.json.format(msgspec.json.encode(msgspec.structs.replace(model, digest=""), order="sorted"), indent=1)
