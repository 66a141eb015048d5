"""docs/reference/model.md: the model card, from the model file and the benchmark's result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from scripts.reference.figures import RESULTS, results
from scripts.reference.markdown import GENERATED, table
from tocsin.identify.combine import ALERT_FROM, ALERT_FROM_HIGH_RISK, MALICIOUS_FROM
from tocsin.identify.model import Model, load

FILE: Final = RESULTS.parents[1] / "src" / "tocsin" / "identify" / "data" / "model.json"
_INTRODUCTION: Final = f"""{GENERATED}
# The model that Tocsin ships

An additive log-odds over the findings of the checks, a few features and a score over hashed words
(why: [an additive model](../why/additive-model.md)). It holds no text. `make train` fits it again; `tocsin train` fits one on your
own mail.
"""
_LIMITS: Final = """
## What it is not good for

- The bad mail it learnt from is spam of 2002 and 2003 and generated mail in eight languages; real attacks of one kind
  that nobody thought of are for the checks, not for the wording.
- No native speaker has proofread the generated Portuguese, Arabic, Persian and Hebrew.
- Checks that need a history have no fitted weight: they count as declared.
- The probability assumes the share of clean mail given above. In a mailbox with much more or much less bad mail it
  is off by that ratio of odds.
"""


def page() -> str:
    """Return the page."""
    if not FILE.exists():
        return f"{_INTRODUCTION}\nNo model is shipped with this version: the checks judge alone.\n"
    model = load(FILE.read_bytes())
    return _INTRODUCTION + _facts(model) + _weights(model) + _calibration() + _LIMITS


def _facts(model: Model) -> str:
    card = model.card
    fitted = card["fitted_on"]
    assert isinstance(fitted, Mapping)
    rows = [
        ("digest", f"`{model.digest}`"),
        ("fitted on (messages)", ", ".join(f"{name} {count}" for name, count in fitted.items())),
        ("held out", ", ".join(_strings(card["held_out_sources"]))),
        ("never fitted on", str(card["never_fitted_on"])),
        ("assumed share of clean mail", str(card["assumed_share_of_clean_mail"])),
        ("not clean from", f"{ALERT_FROM} ({ALERT_FROM_HIGH_RISK} for people at high risk)"),
        ("malicious from", str(MALICIOUS_FROM)),
        ("size", f"{FILE.stat().st_size / 1000:.0f} kB"),
    ]
    return "\n" + table(("what", "value"), rows)


def _strings(value: object) -> Iterable[str]:
    return map(str, value) if isinstance(value, list) else ()


def _weights(model: Model) -> str:
    rows = [(name, f"{value:+.2f}") for name, value in model.bad.features.items()]
    rows.append(("score over words", f"{model.bad.text:+.2f} times the score"))
    return "\n## Weights beside those of the checks\n\n" + table(("feature", "log-odds of not clean"), rows)


def _calibration() -> str:
    found: Any = results().get("mail", {})
    groups = found.get("systems", {}).get("tocsin", {}).get("calibration", {})
    head = "\n## Calibration on mail that no fit has seen\n\n"
    if not groups:
        return head + "Not measured for this version (`make trial-mail`).\n"
    rows = [
        (name, str(row["n"]), f"{row['brier']:.4f}", f"{row['ece']:.4f}", f"{row['mean_probability']:.3f}")
        for name, row in groups.items()
    ]
    return head + table(("source", "messages", "Brier score", "ECE", "mean probability"), rows)
