"""docs/reference/limits.md: how much of hostile input is looked at."""

from __future__ import annotations

from scripts.reference.markdown import GENERATED, fields_of, table
from tocsin.model.limits import Limits


def page() -> str:
    """Return the page."""
    rows = [(f"`{name}`", f"{getattr(Limits(), name):,}", text) for name, _, _, text in fields_of(Limits)]
    return "\n".join(
        [
            GENERATED,
            "# Limits\n",
            "A message beyond a limit is read up to it, and the verdict says so by a [defect](defects.md).",
            "Library users may pass other `Limits` to `tocsin.parse`.\n",
            table(("limit", "default", "meaning"), rows),
        ]
    )
