"""docs/reference/outcome.md: stages, controls, logs and reasons of outcomes."""

from __future__ import annotations

from scripts.reference.markdown import GENERATED, table
from tocsin.identify.outcome.controls import CONTROLS
from tocsin.identify.outcome.exports import HOURS, KEPT, LATEST, MOST
from tocsin.identify.outcome.logs import LOGS
from tocsin.identify.outcome.reasons import REASONS
from tocsin.identify.outcome.stages import STAGES, WAYS, around
from tocsin.model.outcome import Way


def page() -> str:
    """Return the page."""
    return "\n".join(
        [
            GENERATED,
            "# Outcomes: stages, controls, logs, links\n",
            (
                "What `tocsin outcome` speaks of. How to use it: [Why one was breached and the other was "
                "not](../howto/why-one-was-breached.md).\n"
            ),
            "## Stages\n",
            _stages(),
            "## Controls\n",
            (
                "A control is named where a log says that it stopped something, and the logs in the last column show no way "
                "around it.\n"
            ),
            _controls(),
            "## Logs\n",
            _logs(),
            "## How far a stated period is believed\n",
            (
                "What somebody states of an export (`--exported`) is believed up to so many hours before it is read, since "
                "a log's lines may appear so late; of a time before the log's first line only so many days back, since "
                "the provider may have kept it no longer; of a silence at the beginning or the end, with no line beyond, "
                "only if it is no longer than a day or than one inside; and not at all of a file with as many lines as an "
                "export can have, or of files that have a multiple of these together. The sources stand in `tocsin.identify.outcome.exports`.\n"
            ),
            _exports(),
            "## What speaks for a link\n",
            (
                "Log-odds, natural logarithm; they add up. From 0.8 on a line is a link (fair), from 2 a good one, from 4 a "
                "strong one.\n"
            ),
            _reasons(),
        ]
    )


def _stages() -> str:
    rows = [
        (
            f"`{stage}`",
            text.name["en"],
            text.reached["en"],
            _arabic(text.name["ar"]),
            ", ".join(way.value for way in Way if stage in WAYS[way]),
            " ".join(text.attack),
        )
        for stage, text in STAGES.items()
    ]
    return table(("stage", "name", "reached means", "in Arabic", "ways", "ATT&CK"), rows)


def _controls() -> str:
    rows = [
        (
            f"`{control.id}`",
            control.name["en"],
            _arabic(control.name["ar"]),
            control.stage.value,
            " ".join(control.d3fend),
            ", ".join(around(control.stage, Way.CREDENTIALS)),
        )
        for control in CONTROLS.values()
    ]
    return table(("control", "name", "in Arabic", "stops", "D3FEND", "logs read"), rows)


def _logs() -> str:
    rows = [
        (
            f"`{log.id}`",
            log.name["en"],
            ", ".join(sorted(log.kinds)) or "-",
            log.get["en"],
            _arabic(f"{log.name['ar']}: {log.get['ar']}"),
        )
        for log in LOGS.values()
    ]
    return table(("log", "name", "tells of", "how to get it", "in Arabic"), rows)


def _exports() -> str:
    rows = [
        (
            f"`{name}`",
            str(HOURS.get(name, LATEST)),
            f"{KEPT[name]}" if name in KEPT else "-",
            f"{MOST[name]:,}" if name in MOST else "-",
        )
        for name in LOGS
    ]
    return table(("log", "hours before it is read", "days it is kept at least", "lines of an export"), rows)


def _reasons() -> str:
    rows = [
        (f"`{name}`", f"{reason.weight:+.1f}", reason.text["en"], _arabic(reason.text["ar"]))
        for name, reason in REASONS.items()
    ]
    return table(("reason", "weight", "meaning", "in Arabic"), rows)


def _arabic(text: str) -> str:
    return f'<span dir="rtl" lang="ar">{text}</span>'
