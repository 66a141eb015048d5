"""The only place where ports meet adapters."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path

from tocsin.app.ports import Names, Rules
from tocsin.identify import phrases
from tocsin.identify.check import all_checks
from tocsin.identify.combine import Combiner
from tocsin.identify.engine import Engine
from tocsin.identify.model import load
from tocsin.identify.yara import YaraRules
from tocsin.model.error import InputError
from tocsin.model.limits import Limits
from tocsin.model.sentence import say


def cache_folder() -> Path:
    """Return where what can be made again is kept: `$TOCSIN_CACHE`, else the platform's cache folder."""
    if configured := os.environ.get("TOCSIN_CACHE"):
        return Path(configured)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "tocsin"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tocsin"


@cache
def make_engine(model: Path | None = None, limits: Limits = Limits()) -> Engine:
    """Return the engine with all checks; compiled phrases come from the cache if they are there.

    `model` is a model file; without one the model that the package ships is used.
    """
    checks = all_checks()
    return Engine(checks, _load_phrases(), _load_combiner(model), limits)


def now() -> datetime:
    """Return the time, which everything below is told."""
    return datetime.now(UTC)


def make_names() -> Names:
    """Return the access to DNS, for users who allowed it."""
    from tocsin.net.dns import Resolver

    return Resolver()


def make_rules(path: Path) -> Rules:
    """Return the user's YARA rules in a file, or in the `.yar` and `.yara` files of a folder.

    Raises InputError where there are none, or where one cannot be used.
    """
    found = sorted(f for f in path.rglob("*") if f.suffix in (".yar", ".yara")) if path.is_dir() else [path]
    if not found:
        raise InputError(
            say("%(path)s holds no YARA rules", path=path),
            say("Rules are looked for in files ending in .yar or .yara."),
        )
    return YaraRules({str(file): file.read_text("utf-8", "replace") for file in found})


def _load_phrases() -> phrases.Phrases:
    """Load the compiled phrases, or compile and keep them. A cache that cannot be used is only slower."""
    checks = all_checks()
    file = cache_folder() / f"phrases-{phrases.digest(checks)}.hs"
    try:
        return phrases.Phrases.of(checks, file.read_bytes())
    except Exception:  # noqa: BLE001 - missing, truncated, another processor: compile anew
        compiled = phrases.Phrases.of(checks)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary = file.with_suffix(f".{os.getpid()}")
        temporary.write_bytes(compiled.dump())
        temporary.replace(file)
    except OSError:
        pass
    return compiled


def _load_combiner(model: Path | None) -> Combiner:
    """Load the model; one that cannot be used leaves the checks to judge, and every verdict says so."""
    try:
        raw = model.read_bytes() if model else (files("tocsin.identify") / "data" / "model.json").read_bytes()
        return Combiner(all_checks(), load(raw))
    except (OSError, ValueError) as error:
        return Combiner(all_checks(), problem=type(error).__name__)
