"""docs/reference/figures.md, from the benchmarks' results.

`make bench-NAME` with `--out docs/reference/NAME.json` leaves a result there; nothing here measures anything.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from scripts.reference.markdown import GENERATED, table

RESULTS: Final = Path(__file__).resolve().parents[2] / "docs" / "reference"
Result = Mapping[str, Any]


def results(folder: Path = RESULTS) -> dict[str, Result]:
    """Return the benchmarks' results that lie in a folder, by the name of the benchmark."""
    found = (json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json")))
    return {result["bench"]: result for result in found if "bench" in result and "skipped" not in result}


def page() -> str:
    """Return the page: for each benchmark its date, machine, sample, and every figure of its result."""
    out = [
        GENERATED,
        "# Figures\n",
        "Measured by the benchmarks in `bench/`, each beside its peers in the same run. Run one with `make bench-NAME`,",
        "and with `FULL=1` on the whole count. What each figure means stands at the top of the benchmark's file.\n",
    ]
    found = results()
    if not found:
        out.append("No benchmark has been run for this version.\n")
    for name, result in found.items():
        out += [f"## {name}\n", _stamp(result), _tables(result)]
    return "\n".join(out)


def _stamp(result: Result) -> str:
    machine = ", ".join(f"{key} {value}" for key, value in result.get("machine", {}).items())
    count = "the whole count" if result.get("full") else "a short run"
    return f"As of {date_of(result)}, {count}, on {machine}.\n"


def _tables(result: Result) -> str:
    rows = [
        row
        for key, value in result.items()
        if key not in ("bench", "date", "full", "machine")
        for row in _rows(key, value)
    ]
    return table(("figure", "value"), rows)


def _rows(name: str, value: object) -> list[tuple[str, str]]:
    """Flatten a result: an interval is one row, a list is joined, a mapping is one row for each key."""
    if isinstance(value, Mapping) and "value" not in value:
        return [row for key, inner in value.items() for row in _rows(f"{name} › {key}", inner)]
    if isinstance(value, Mapping):
        return [(name, figure(value, ""))]
    if isinstance(value, list):
        return [(name, ", ".join(map(str, value)))]
    return [(name, "-" if value is None else str(value))]


def at(found: Mapping[str, object], path: Sequence[str]) -> object:
    """Return what stands at a path of keys, or None."""
    value: object = found
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def figure(value: object, unit: str) -> str:
    """Return `value [low-high]` with its unit; "" where there is none. Shares are shown in percent."""
    if isinstance(value, Mapping):
        if value.get("value") is None:
            return ""
        scale = 100 if unit == "%" else 1
        point, low, high = (f"{value[key] * scale:.3g}" for key in ("value", "low", "high"))
        return f"{point}{' %' if unit == '%' else ''} [{low}–{high}]"
    if isinstance(value, int | float):
        return f"{value:.3g} {unit}".replace(" /s", "")
    return ""


def date_of(result: Result | None) -> str:
    """Return the day of a result, or ""."""
    return str(result["date"])[:10] if result else ""
