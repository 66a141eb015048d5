"""docs/reference/detections.md: every detection of attacks on accounts."""

from __future__ import annotations

from scripts.reference.markdown import GENERATED, members_of, table
from tocsin.identify.detection import NEEDS, Detection
from tocsin.identify.detections import all_detections
from tocsin.model.alert import Severity
from tocsin.render.alerts import DATA, FACTS

_TOLD = (
    "`tocsin explain ID` tells the same in a terminal. A hit that is worse than its kind, such as guessing that "
    "succeeded, is one severity higher."
)


def page() -> str:
    """Return the page: a table of all detections, then each with its explanation in both languages."""
    detections = all_detections()
    notes = members_of(Severity)
    rows = [
        (
            f"[`{one.id}`](#{one.id})",
            one.severity.value,
            type(one.form).__name__,
            " ".join(one.attack),
            " ".join(one.needs),
        )
        for one in detections.values()
    ]
    return "\n".join(
        [
            GENERATED,
            "# Detections\n",
            f"There are {len(detections)} detections for `tocsin accounts scan`. {_TOLD}\n",
            table(("severity", ""), [(f"`{one.value}`", notes[one.name]) for one in Severity]),
            "Some detections need data that no log has, and say so where it is not given:\n",
            table(("data", ""), [(f"`{need}`", DATA[need]) for need in NEEDS]),
            table(("detection", "severity", "form", "ATT&CK", "needs"), rows),
            "## Facts of an alert\n",
            table(("fact", ""), [(f"`{name}`", text) for name, text in FACTS.items()]),
            *map(_details, detections.values()),
        ]
    )


def _details(one: Detection) -> str:
    facts = [f"severity {one.severity.value}", f"facts {', '.join(f'`{name}`' for name in one.facts)}"]
    facts += [f"ATT&CK {', '.join(one.attack)}"] * bool(one.attack)
    facts += [f"D3FEND {', '.join(one.defend)}"] * bool(one.defend)
    arabic = f'<p dir="rtl" lang="ar">{one.title["ar"]}. {one.explain["ar"]}</p>'
    return f"## `{one.id}`\n\n**{one.title['en']}.** {one.explain['en']}\n\n{arabic}\n\n{'; '.join(facts)}\n"
