"""The pages of docs/reference that are made from the code: `make docs`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from scripts.reference import (
    account_logs,
    checks,
    cli,
    defects,
    detections,
    figures,
    jsonl,
    limits,
    model,
    outcome,
    profile,
)

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = ROOT / "docs" / "reference"
PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "account-logs.md": account_logs.page,
    "checks.md": checks.page,
    "cli.md": cli.page,
    "defects.md": defects.page,
    "detections.md": detections.page,
    "figures.md": figures.page,
    "jsonl.md": jsonl.page,
    "limits.md": limits.page,
    "model.md": model.page,
    "outcome.md": outcome.page,
    "profile.md": profile.page,
}
