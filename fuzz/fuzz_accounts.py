"""Fuzz the reading of account logs and directories. `python -m fuzz.fuzz_accounts FOLDER [libFuzzer flags]`.

The seeds are one line of each provider. Whatever comes in, nothing is raised, every activity leads back to its line.

"""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import atheris

with atheris.instrument_imports(
    include=["tocsin.formats.accounts", "tocsin.formats.carriers", "tocsin.formats.directories"]
):
    from tests.fixtures.account_lines import JSON, TEXT

    from tocsin.formats import directories
    from tocsin.formats.accounts import all_formats
    from tocsin.formats.container import OpenFile
    from tocsin.model.activity import Activity, Unreadable
    from tocsin.model.limits import Limits
    from tocsin.scan.activities import read
    from tocsin.scan.originals import original

    all_formats()  # imports the formats, so that they are instrumented too

AS_OF = datetime(2026, 11, 1, tzinfo=UTC)
LIMITS = Limits(max_line_bytes=4_000)
HEADINGS = (
    'RecordId,CreationDate,Operation,AuditData\n1,2,3,"{}"\n',
    "Date (UTC),Request ID,Username,Status\n2026-05-01T08:00:00Z,1,dana@example.org,Success\n",
    "Gaia ID,Activity Timestamp,Product Name\n1,2026-05-01 08:00:00 UTC,Gmail\n",
)


def seeds() -> list[bytes]:
    """One line of each provider, some in arrays and tables."""
    lines = [json.dumps(record).encode() for record in JSON.values()]
    pages = [b'{"value": [' + b",".join(lines[:2]) + b"]}", b"[" + b",".join(lines[-3:]) + b"]"]
    texts = [text.encode() for text in (*TEXT.values(), *HEADINGS)]
    actions = json.dumps([{"ActionType": "Forward", "Recipients": ["eve@example.net"]}])
    properties = [{"Name": "RuleActions", "Value": actions}]
    rule = {**JSON["m365"], "Operation": "UpdateInboxRules", "OperationProperties": properties}
    hook = {"eventId": "e", "eventType": "com.okta.event_hook", "data": {"events": [JSON["okta"]]}}
    lines += [json.dumps(record).encode() for record in (rule, hook)]
    return [*lines, *pages, *texts, HEADINGS[0].encode("utf-16")]


def one(data: bytes) -> None:
    """One execution."""
    files = [OpenFile("log", io.BytesIO(data), data[: 1 << 15])]
    found = [item for item in read(files, as_of=AS_OF, limits=LIMITS) if isinstance(item, Activity | Unreadable)]
    for item in found:
        assert not isinstance(item, Unreadable) or item.code != "reader-failed"  # noqa: S101 - what fuzzing looks for
        if isinstance(item, Activity):
            original([OpenFile("log", io.BytesIO(data), data[: 1 << 15])], item, LIMITS)  # raises where it does not
    for _ in directories.read([OpenFile("log", io.BytesIO(data), data[: 1 << 15])], LIMITS):
        pass


def main() -> None:
    """Fuzz until libFuzzer's own limits (`-max_total_time`, `-runs`) say stop."""
    folder = Path(sys.argv[1])
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()):
        (corpus / f"seed-{number:02}").write_bytes(seed)
    flags = [str(corpus), f"-artifact_prefix={folder}/found-", "-timeout=30", "-rss_limit_mb=3000"]
    atheris.Setup([sys.argv[0], *flags, *sys.argv[2:]], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
