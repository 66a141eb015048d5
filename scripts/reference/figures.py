"""docs/reference/figures.md and the table of figures in the READMEs, from the benchmarks' results.

`make bench-NAME` with `--out docs/reference/NAME.json` leaves a result there; nothing here measures anything.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from scripts.reference.markdown import GENERATED, table

RESULTS: Final = Path(__file__).resolve().parents[2] / "docs" / "reference"
_HEAD: Final = {
    "en": ("what", "figure [95 %]", "measured"),
    "ar": ("المقيس", "القيمة [مجال الثقة 95 %]", "تاريخ القياس"),
}
_NOT_YET: Final = {"en": "not measured", "ar": "لم يُقَس"}
_LABELS: Final = {
    "recall-1": {"en": "Attacks found at 1 % false positives", "ar": "الهجمات المكتشفة عند 1 % من الإنذارات الكاذبة"},
    "recall-0.1": {
        "en": "Attacks found at 0.1 % false positives",
        "ar": "الهجمات المكتشفة عند 0.1 % من الإنذارات الكاذبة",
    },
    "alerts": {"en": "False alerts per 1,000 delivered messages", "ar": "الإنذارات الكاذبة لكل ألف رسالة سليمة"},
    "news": {"en": "Unseen newsletters flagged", "ar": "نشرات بريدية سليمة أُشير إليها خطأً"},
    "spear": {"en": "Written spear phishing found", "ar": "رسائل التصيّد الاحتيالي الموجّه المكتشفة (مجموعة مكتوبة)"},
    "twins": {"en": "Its benign twins called clean", "ar": "نظائرها السليمة التي عُدّت سليمة"},
    "tips": {"en": "Sources' tips called suspicious", "ar": "رسائل المصادر التي عُدّت مشبوهة"},
    "cpu": {"en": "CPU for one message", "ar": "زمن المعالج لكل رسالة"},
    "speed": {"en": "Messages a second, 2 processes", "ar": "رسائل في الثانية بعمليتين"},
}
Result = Mapping[str, Any]


def results(folder: Path = RESULTS) -> dict[str, Result]:
    """Return the benchmarks' results that lie in a folder, by the name of the benchmark."""
    found = (json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json")))
    return {result["bench"]: result for result in found if "bench" in result and "skipped" not in result}


def headline_table(language: str) -> str:
    """Return the READMEs' table of figures in a language."""
    shown = _left_to_right if language == "ar" else str
    rows = [
        (_LABELS[key][language], shown(value) if value else _NOT_YET[language], shown(when))
        for key, value, when in headline(results())
    ]
    return table(_HEAD[language], rows)


def _left_to_right(figure: str) -> str:
    return f'<bdi dir="ltr">{figure}</bdi>' if figure else ""


def headline(found: Mapping[str, Result]) -> list[tuple[str, str, str]]:
    """Return (key of the label, figure or "", date) of the figures that a reader asks for first."""
    mail = ("mail", "systems", "tocsin")
    asked: Sequence[tuple[str, tuple[str, ...], str]] = (
        ("recall-1", (*mail, "curve", "ham", "recall_at_1_percent"), "%"),
        ("recall-0.1", (*mail, "curve", "ham", "recall_at_0.1_percent"), "%"),
        ("alerts", (*mail, "false_alerts_per_1000", "delivered"), ""),
        ("news", (*mail, "newsletters_flagged", "not_clean"), "%"),
        ("spear", ("spear", "all", "recall"), "%"),
        ("twins", ("spear", "all", "twin_clean"), "%"),
        ("tips", ("spear", "tips", "all", "suspicious"), "%"),
        ("cpu", ("speed-mail", "cpu_ms_per_message", "tocsin in process"), "ms"),
        ("speed", ("speed-mail", "messages_per_second", "tocsin scan, start-up excluded"), "/s"),
    )
    return [(key, _figure(_at(found, path), unit), _date(found.get(path[0]))) for key, path, unit in asked]


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
    return f"As of {_date(result)}, {count}, on {machine}.\n"


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
        return [(name, _figure(value, ""))]
    if isinstance(value, list):
        return [(name, ", ".join(map(str, value)))]
    return [(name, "-" if value is None else str(value))]


def _at(found: Mapping[str, Result], path: Sequence[str]) -> object:
    value: object = found
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _figure(value: object, unit: str) -> str:
    """Return `value [low-high]` with its unit; "" where there is none. Shares are shown in percent."""
    if isinstance(value, Mapping):
        if value.get("value") is None:
            return ""
        scale = 100 if unit == "%" else 1
        point, low, high = (f"{value[key] * scale:.4g}" for key in ("value", "low", "high"))
        return f"{point}{' %' if unit == '%' else ''} [{low}–{high}]"
    if isinstance(value, int | float):
        return f"{value:.3g} {unit}".replace(" /s", "")
    return ""


def _date(result: Result | None) -> str:
    return str(result["date"])[:10] if result else ""
