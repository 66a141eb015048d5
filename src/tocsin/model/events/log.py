"""The log itself."""

from __future__ import annotations

from tocsin.model.events.fact import Fact, Ref


class HeadSigned(Fact, frozen=True, tag="head-signed"):
    """The node signed the root of the first `size` entries."""

    size: int
    root: str
    key: str


class HeadWitnessed(Fact, frozen=True, tag="head-witnessed"):
    """A signed head was kept by somebody else, who can later show it."""

    size: int
    root: str
    witness: Ref
