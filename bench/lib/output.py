"""What every benchmark prints: a table for people, and as its last line one JSON object."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.lib.process import machine


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Plain aligned text: the first column to the left, the others to the right."""
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    lines = [title]
    for row in (head, *rows):
        cells = [text.ljust(width) if not place else text.rjust(width) for place, (text, width) in
                 enumerate(zip(row, widths, strict=True))]  # fmt: skip
        lines.append("  " + "  ".join(cells).rstrip())
    return "\n".join(lines) + "\n"


def interval(value: Mapping[str, Any] | None, scale: float = 100, digits: int = 1) -> str:
    """`value [low-high]`, or a dash when there is no figure."""
    if not value or value["value"] is None:
        return "-"
    point, low, high = (f"{value[key] * scale:.{digits}f}" for key in ("value", "low", "high"))
    return f"{point} [{low}-{high}]"


def stamp(bench: str, *, full: bool) -> dict[str, Any]:
    """What stands at the head of a result: which benchmark, when (UTC, RFC 3339), on what."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return {"bench": bench, "date": now, "full": full, "machine": machine()}


def finish(result: Mapping[str, Any], out: Path | None) -> None:
    """Writes the result to `out` when given, and prints it as the last line."""
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(result, ensure_ascii=False, separators=(",", ":")))
