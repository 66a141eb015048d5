"""Rows of a scan in the machine-readable formats: JSON lines, CSV, Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

import msgspec

from tocsin.model.error import InputError
from tocsin.model.row import JudgedMail, Row
from tocsin.model.sentence import say
from tocsin.model.verdict import Class

_BATCH: Final = 2_000


def as_dict(row: Row) -> dict[str, Any]:
    """Return a row as plain values, the way JSON lines give it."""
    verdict = row.verdict
    known: dict[str, Any] = {"path": row.path, "message_id": row.message_id}
    if verdict is None:
        return {**known, "verdict": None, "problem": row.problem, "hint": str(row.hint or "")}
    return {
        **known,
        "time": row.time,
        "sender": row.sender,
        "sender_name": row.sender_name,
        "subject": row.subject,
        "language": row.language,
        "verdict": verdict.verdict.value,
        "probability": verdict.probability,
        "probability_malicious": verdict.probability_malicious,
        "findings": [
            {"id": f.id, "weight": f.weight, "evidence": msgspec.to_builtins(f.evidence), "attack": list(f.attack)}
            for f in verdict.findings
        ],
        "recipients": list(row.recipients),
        "hosts": list(row.hosts),
        "urls": list(row.urls),
        "advice": [danger.value for danger in verdict.advice],
        "defects": msgspec.to_builtins(row.defects),
        "failures": msgspec.to_builtins(verdict.failures),
        "model": verdict.model,
        "checks": verdict.checks,
    }


def write_jsonl(rows: Iterable[Row], out: BinaryIO) -> None:
    """Write one JSON object a line, as they come."""
    encoder = msgspec.json.Encoder()
    out.writelines(encoder.encode(as_dict(row)) + b"\n" for row in rows)


_COLUMNS: Final = (
    "path", "message_id", "time", "sender", "sender_name", "subject", "language", "verdict", "probability",
    "probability_malicious", "findings", "problem",
)  # fmt: skip
_LISTS: Final = ("recipients", "hosts", "urls")
"""Columns of Parquet, which CSV has no room for."""
_PARQUET: Final = b"PAR1"
_MOST_BYTES: Final = 16 << 20
"""Of one row."""
_BAD: Final = (Class.MALICIOUS, Class.SUSPICIOUS)


def write_csv(rows: Iterable[Row], out: BinaryIO) -> None:
    """Write CSV (RFC 4180, UTF-8); findings are ids. Cells that a spreadsheet would run are quoted."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for row in rows:
        plain = as_dict(row)
        plain["findings"] = " ".join(f["id"] for f in plain.get("findings", ()))
        writer.writerow([_inert(plain.get(column, "")) for column in _COLUMNS])
    text.detach()


def _inert(value: object) -> object:
    """A cell that begins like a formula gets an apostrophe, so that no spreadsheet runs what a sender wrote."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return "" if value is None else value


def write_parquet(rows: Iterable[Row], out: BinaryIO) -> None:
    """Write Parquet, a row group every 2,000 rows; findings are a list of structs."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    finding = pa.struct([("id", pa.string()), ("weight", pa.float64()), ("attack", pa.list_(pa.string()))])
    columns = {name: pa.string() for name in _COLUMNS}
    columns |= {"probability": pa.float64(), "probability_malicious": pa.float64(), "findings": pa.list_(finding)}
    columns |= dict.fromkeys(_LISTS, pa.list_(pa.string()))
    schema = pa.schema(list(columns.items()))
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for batch in _batches(rows):
            plain = [{name: item.get(name) for name in columns} for item in map(as_dict, batch)]
            writer.write_table(pa.Table.from_pylist(plain, schema=schema))


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def read_bad(path: Path) -> Iterator[JudgedMail]:
    """Yield what a scan wrote (JSON lines or Parquet) of messages that it judged malicious or suspicious.

    Raises InputError where the file is neither.
    """
    try:
        with path.open("rb") as file:
            rows = _of_parquet(file) if file.read(len(_PARQUET)) == _PARQUET else _of_lines(file)
            yield from (row for row in rows if row.verdict in _BAD)
    except (OSError, ValueError) as error:
        raise InputError(
            say("%(path)s holds no verdicts on mail", path=path),
            say("Give what `tocsin scan` of mail wrote with --format jsonl or --format parquet."),
        ) from error


def _of_lines(file: BinaryIO) -> Iterator[JudgedMail]:
    file.seek(0)
    decoder = msgspec.json.Decoder(JudgedMail)
    while line := file.readline(_MOST_BYTES):
        if line.strip():
            yield decoder.decode(line)


def _of_parquet(file: BinaryIO) -> Iterator[JudgedMail]:
    import pyarrow.parquet as pq

    file.seek(0)
    for batch in pq.ParquetFile(file).iter_batches(_BATCH, columns=list(JudgedMail.__struct_fields__)):
        for row in batch.to_pylist():
            yield msgspec.convert({name: value for name, value in row.items() if value is not None}, JudgedMail)
