"""Sign-in and audit logs: one provider or family of logs a file, each of which says what it knows as `FORMAT`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Final

from tocsin.formats.accounts.shape import Format

AUTO: Final = "auto"
"""In place of a format's name: each record is read by the format that knows it."""


@cache
def all_formats() -> dict[str, Format]:
    """Return every format by its name: the `FORMAT` of each module of this package that has one."""
    found: dict[str, Format] = {}
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        one = getattr(importlib.import_module(module.name), "FORMAT", None)
        if isinstance(one, Format):
            found[one.name] = one
    return found
