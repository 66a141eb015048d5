"""Alerts of a scan as JSON lines, as Parquet, and as a table in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, Final, TextIO

import msgspec
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from tocsin.cli.accounts_summary import summary
from tocsin.cli.lines import Lines, console_of
from tocsin.identify.outcome.reasons import START
from tocsin.model.alert import Alert, Lure, Severity
from tocsin.render.alerts import SEVERITIES, facts_of, lures_of, title
from tocsin.render.plain import line_end, on_one_line, one_line
from tocsin.render.words import Words
from tocsin.scan.accounts import Told

if TYPE_CHECKING:
    import pyarrow as pa

ROWS: Final = 50
"""Alerts that the table shows; the other formats have all."""
STYLES: Final = {
    Severity.CRITICAL: "bold red",
    Severity.HIGH: "red",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "cyan",
    Severity.INFORMATIONAL: "dim",
}
_BATCH: Final = 2_000
_FACTS: Final = 4
_PERSON: Final = 30


def as_dict(alert: Alert) -> dict[str, Any]:
    """Return an alert as plain values, the way JSON lines give it."""
    first = ("detection", "severity", "person", "time", "until", "events", "count", "attack")
    plain: dict[str, Any] = msgspec.to_builtins(alert)
    plain["lures"] = [_lure(lure) for lure in alert.lures]
    return {name: plain.pop(name) for name in first} | plain


def _lure(lure: Lure) -> dict[str, Any]:
    """A lure as plain values, with its grade; the reasons of its links are told by their ids."""
    plain: dict[str, Any] = {**msgspec.to_builtins(lure), "grade": lure.grade.value}
    for name, link in (("click", lure.click), ("after", lure.after)):
        plain[name] = link and {
            "event": link.activity, "grade": link.grade.value, "weight": link.weight,
            "reasons": [reason for reason, _ in link.reasons if reason != START],
        }  # fmt: skip
    return plain


def _lure_type() -> pa.StructType:
    import pyarrow as pa

    text = pa.string()
    link = pa.struct([("event", text), ("grade", text), ("weight", pa.float64()), ("reasons", pa.list_(text))])
    names = ("message", "path", "verdict", "sender", "subject", "grade")
    times = pa.timestamp("us", "UTC")
    return pa.struct([*((name, text) for name in names), ("time", times), ("click", link), ("after", link)])


def write_jsonl(alerts: Iterable[Alert], out: BinaryIO) -> None:
    """Write one JSON object a line, as they come."""
    encoder = msgspec.json.Encoder()
    out.writelines(encoder.encode(as_dict(alert)) + b"\n" for alert in alerts)


def write_parquet(alerts: Iterable[Alert], out: BinaryIO) -> None:
    """Write Parquet, a row group every 2,000 alerts; facts are a map, events a list of structs."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    event = pa.struct([("id", pa.string()), ("file", pa.string()), ("offset", pa.int64()), ("digest", pa.string())])
    times = pa.timestamp("us", "UTC")
    schema = pa.schema(
        [
            ("detection", pa.string()),
            ("severity", pa.string()),
            ("person", pa.string()),
            ("time", times),
            ("until", times),
            ("events", pa.list_(event)),
            ("count", pa.int64()),
            ("attack", pa.list_(pa.string())),
            ("id", pa.string()),
            ("people", pa.list_(pa.string())),
            ("facts", pa.map_(pa.string(), pa.string())),
            ("provider", pa.string()),
            ("lures", pa.list_(_lure_type())),
        ]
    )
    left = iter(alerts)
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(islice(left, _BATCH)):
            rows = [
                {
                    **as_dict(alert),
                    "time": alert.time,
                    "until": alert.until,
                    "facts": list(alert.facts.items()),
                    "lures": [{**_lure(one), "time": one.time} for one in alert.lures],
                }
                for alert in batch
            ]
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def print_table(alerts: Sequence[Alert], total: int, told: Told, words: Words, when: datetime, out: TextIO) -> None:
    """Print the worst alerts, then what was read and what was lost."""
    console, lines = console_of(out), Lines(console_of(out), words)
    if alerts:
        console.print(_table(alerts[:ROWS], words, console.width))
    if more := total - len(alerts[:ROWS]):
        lines.line(
            words.ngettext(
                "%(n)s further alert is not shown here; the other formats have all.",
                "%(n)s further alerts are not shown here; the other formats have all.",
                more,
            )
        )
    for line in summary(told, words, when):
        lines.line(line)
    for one in told.examples[:5]:
        place = f"{one.file}:{one.offset}"
        lines.line(f"{words.isolate(one_line(place))}: {on_one_line(words).tell(one.hint)}", "dim", indent=2)


def _table(alerts: Sequence[Alert], words: Words, width: int) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=False)
    room = max(30, width - 14 - 18 - _PERSON - 8)
    columns = (
        (words.gettext("Severity"), 14),
        (words.gettext("Time (UTC)"), 18),
        (words.gettext("Person"), _PERSON),
        (words.gettext("What was found"), room),
    )
    rtl = words.direction == "rtl"
    for name, size in reversed(columns) if rtl else columns:
        table.add_column(words.isolate(name), width=size, justify="right" if rtl else "left", overflow="fold")
    for alert in alerts:
        cells = _cells(alert, words)
        table.add_row(*(reversed(cells) if rtl else cells))
    return table


def _cells(alert: Alert, words: Words) -> list[Text]:
    style = STYLES[alert.severity]
    who = alert.person or (
        words.ngettext("%(n)s account", "%(n)s accounts", len(alert.people))
        if alert.people
        else words.gettext("(nobody named)")
    )
    found = Text(words.isolate(one_line(title(alert, words.language))), style="bold")
    for label, parts in lures_of(alert.lures, words):
        found.append(f"\n{label}: {' · '.join(words.isolate(part) for part in parts)}", style="not bold")
    for label, value in facts_of(alert, words)[:_FACTS]:
        found.append(f"\n{label}: {words.isolate(one_line(value, 80))}", style="not bold dim")
    return [
        Text(words.isolate(words.gettext(SEVERITIES[alert.severity])), style=style),
        Text(words.isolate(alert.time.strftime("%Y-%m-%d %H:%M"))),
        Text(words.isolate(line_end(who, _PERSON))),
        found,
    ]


def by_severity(alert: Alert) -> tuple[int, str]:
    """Return what puts the worst alerts first, and of these the earliest."""
    return list(SEVERITIES).index(alert.severity), alert.time.isoformat()


def shown(alert: Alert, words: Words) -> Mapping[str, object]:
    """Return an alert as the report shows it."""
    return {
        "alert": alert,
        "severity": words.gettext(SEVERITIES[alert.severity]),
        "title": title(alert, words.language),
        "facts": facts_of(alert, words),
        "lures": lures_of(alert.lures, words),
    }
