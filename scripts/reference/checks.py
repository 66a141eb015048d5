"""docs/reference/checks.md: every check."""

from __future__ import annotations

from collections import defaultdict

from scripts.reference.markdown import GENERATED, members_of, summary, table
from tocsin.identify.check import Check, all_checks
from tocsin.identify.combine import MODEL_FINDINGS
from tocsin.model.verdict import Danger, Weight


def page() -> str:
    """Return the page: a table of all checks, then each with its explanation in both languages."""
    checks = all_checks()
    families: dict[str, list[Check]] = defaultdict(list)
    for check in checks.values():
        families[family_of(check)].append(check)
    out = [
        GENERATED,
        "# Checks\n",
        f"There are {len(checks)} checks in {len(families)} families. `tocsin explain ID` tells the same in a terminal.\n",
        _weights(),
        _dangers(),
    ]
    for family, members in sorted(families.items()):
        out += [f"## {family.capitalize()}\n", _overview(members), *map(_details, members)]
    out += ["## What the model adds\n", "The fitted model adds two findings of its own to those of the checks.\n"]
    out += [f"### `{name}`\n\n{texts['en']}\n\n{_arabic(texts['ar'])}\n" for name, texts in MODEL_FINDINGS.items()]
    return "\n".join(out)


def family_of(check: Check) -> str:
    """Return the name of the folder that a check lies in."""
    return check.run.__module__.split(".")[-2]


def _weights() -> str:
    notes = members_of(Weight)
    rows = [(w.name, f"{w.value:+.1f}", f"{2.718281828459045**w.value:.3g}", notes[w.name]) for w in Weight]
    return f"{summary(Weight)}\n\n" + table(("weight", "log-odds", "ratio", ""), rows)


def _dangers() -> str:
    notes = members_of(Danger)
    return f"{summary(Danger)}\n\n" + table(("danger", ""), [(f"`{d.value}`", notes[d.name]) for d in Danger])


def _overview(members: list[Check]) -> str:
    rows = [(f"[`{c.id}`](#{c.id})", f"{float(c.weight):+.1f}", c.danger.value, " ".join(c.attack)) for c in members]
    return table(("check", "weight", "danger", "ATT&CK"), rows)


def _details(check: Check) -> str:
    facts = [f"weight {float(check.weight):+.1f} ({check.weight.name.lower()})", f"danger {check.danger.value}"]
    facts += [f"ATT&CK {', '.join(check.attack)}"] * bool(check.attack)
    facts += [f"phrases in {', '.join(check.phrases)}"] * bool(check.phrases)
    facts += ["needs history"] * check.history
    return f"### `{check.id}`\n\n{check.explain['en']}\n\n{_arabic(check.explain['ar'])}\n\n{'; '.join(facts)}\n"


def _arabic(text: str) -> str:
    return f'<p dir="rtl" lang="ar">{text}</p>'
