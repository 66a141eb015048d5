"""How fast and how faithfully mail is parsed, beside Python's `email` and fast-mail-parser, on the same messages.

`make bench-parse` (FULL=1: every message of the corpus; otherwise every tenth, and all fixtures).
"""

from __future__ import annotations

import email
import os
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import fast_mail_parser

from bench.lib.corpus import CORPUS, Mail, load
from bench.lib.differences import compare
from bench.lib.output import finish, stamp, table
from tocsin.formats.content import decode_part
from tocsin.formats.mime import parse

SOURCES = (
    "measure/fixtures", "fit/ham-spamassassin", "fit/spam-spamassassin", "fit/ham-lists",
    "measure/phish-honeypot-look", "measure/ham-newsletters-look",
)  # fmt: skip
ROUNDS = 3


def _decoded(raw: bytes) -> None:
    for part in parse(raw).parts:
        if not part.children:
            decode_part(part)


def _walked(raw: bytes) -> None:
    for part in email.message_from_bytes(raw).walk():
        part.get_payload(decode=True)


READERS: dict[str, Callable[[bytes], object]] = {
    "structure": parse,
    "structure and contents": _decoded,
    "fast-mail-parser": fast_mail_parser.parse_email,
    "email (compat32), contents": _walked,
}


def cost(read: Callable[[bytes], object], raws: Sequence[bytes]) -> tuple[float, int]:
    """(milliseconds of CPU a message, how many messages raise): the best of three rounds."""
    best, raised = float("inf"), 0
    for _ in range(ROUNDS):
        raised = 0
        started = time.process_time()
        for raw in raws:
            try:
                read(raw)
            except Exception:  # noqa: BLE001 - that they raise is what is counted
                raised += 1
        best = min(best, time.process_time() - started)
    return best / len(raws) * 1_000, raised


def differences(mails: Sequence[Mail]) -> Counter[tuple[str, str, str]]:
    """How many messages each of the others reads differently, by aspect and cause."""
    found: Counter[tuple[str, str, str]] = Counter()
    for mail in mails:
        found.update((item.other, item.aspect, item.cause) for item in compare(mail.raw))
    return found


def main() -> None:
    """Measure, print, finish with one line of JSON."""
    full = bool(os.environ.get("FULL"))
    present = [name for name in SOURCES if (CORPUS / f"{name}.tar.xz").is_file()]
    if not present:
        print("skipped: no corpus")
        finish(stamp("parse", full=full) | {"skipped": "no corpus"}, None)
        return
    sample: dict[str, list[Mail]] = {
        name: load([name])[:: 1 if full or name == "measure/fixtures" else 10] for name in present
    }
    speed: dict[str, dict[str, float]] = {}
    raised: Counter[str] = Counter()
    rows = []
    for name, mails in sample.items():
        raws = [mail.raw for mail in mails]
        speed[name] = {}
        for reader, read in READERS.items():
            speed[name][reader], count = cost(read, raws)
            raised[reader] += count
        unit = speed[name]["fast-mail-parser"]
        rows.append([name, str(len(raws)), f"{unit:.3f}", *(f"{value / unit:.2f}" for value in speed[name].values())])
    head = ["source", "messages", "fast-mail-parser ms", *READERS]
    print(table("CPU a message, as ratios to fast-mail-parser", head, rows))
    print(table("messages that raise", ["reader", "raise"], [[name, str(raised[name])] for name in READERS]))
    mails = [mail for part in sample.values() for mail in part]
    found = differences(mails)
    cells = [[f"{cause} ({aspect})", other, str(count)] for (other, aspect, cause), count in found.most_common()]
    print(table(f"read differently, of {len(mails)} messages", ["cause", "by", "messages"], cells))
    result = stamp("parse", full=full) | {
        "speed": speed,
        "raised": dict(raised),
        "differences": [[*key, count] for key, count in found.most_common()],
    }
    out = os.environ.get("OUT")
    finish(result, Path(out) if out else None)


if __name__ == "__main__":
    main()
