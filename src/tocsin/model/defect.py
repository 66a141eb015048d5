"""What is broken about bytes that were read."""

from __future__ import annotations

from msgspec import Struct


class Defect(Struct, frozen=True):
    """One thing that is malformed, ambiguous or over a limit.

    `code` is kebab-case and stable; `detail` is free text for a person (never mail content beyond a name or a number).
    """

    code: str
    detail: str = ""
