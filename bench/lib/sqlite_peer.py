"""The peer of `bench.accounts`: pySigma's SQLite backend turns rules into SQL, the standard library's sqlite3 runs it.

As Zircolite does: records are flattened to dotted names, one column each, in a database in memory. `timestamp` is the
record's own time. Nothing of `tocsin` is used.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from sigma.backends.sqlite.sqlite import sqliteBackend
from sigma.collection import SigmaCollection


def queries(rules: str) -> list[tuple[str, str]]:
    """Returns (title, SQL) of each rule that makes alerts."""
    make: Any = sqliteBackend  # it has no types
    backend = make()
    collection = SigmaCollection.from_yaml(rules)
    made = backend.convert(collection)
    titles = [rule.title for rule in collection.rules if rule._output]  # noqa: SLF001 - what the backend itself asks
    return list(zip(titles, made, strict=True))


def load(paths: list[Path]) -> sqlite3.Connection:
    """Returns a database with all records of files of JSON lines."""
    rows = [_flat(json.loads(line)) for path in paths for line in path.read_text("utf-8").splitlines()]
    columns = sorted({name for row in rows for name in row})
    base = sqlite3.connect(":memory:")
    base.create_function("REGEXP", 2, _regexp, deterministic=True)
    base.execute(f"CREATE TABLE logs (timestamp TEXT, {', '.join(f'`{name}` COLLATE NOCASE' for name in columns)})")
    marks = ",".join("?" * (len(columns) + 1))
    base.executemany(f"INSERT INTO logs VALUES ({marks})", ((_time(row), *map(row.get, columns)) for row in rows))
    return base


def run(base: sqlite3.Connection, sql: str, seconds: float) -> tuple[list[dict[str, Any]], float] | None:
    """Returns the rows of a query and the CPU seconds it took; None when it is not done in time."""
    began, end = time.process_time(), time.monotonic() + seconds
    base.set_progress_handler(lambda: time.monotonic() > end, 100_000)
    try:
        cursor = base.execute(sql)
        names = [one[0] for one in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()], time.process_time() - began
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            return None
        raise


def by_group(rows: list[dict[str, Any]]) -> dict[str, set[str]]:
    """Returns which events stand in the alerts of each group."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found["\x1f".join(map(str, json.loads(row["group_keys"]).values()))] |= set(json.loads(row["event_ids"]))
    return dict(found)


def _time(row: dict[str, Any]) -> str:
    return str(row.get("createdDateTime") or row.get("id.time"))


def _flat(record: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            flat.update(_flat(value, f"{prefix}{name}."))
        else:
            flat[prefix + name] = json.dumps(value) if isinstance(value, list) else value
    return flat


def _regexp(pattern: str, value: object) -> bool:
    import re

    return value is not None and re.search(pattern, str(value)) is not None
