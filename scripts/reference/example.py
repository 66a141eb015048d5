"""The example of the README: what the demo prints, shortened. Not compared to the letter, since its figures change
with the model."""

from __future__ import annotations

import re
from typing import Final

import msgspec
from click.testing import CliRunner

from scripts.reference.markdown import between
from tocsin.cli.main import main

ARGUMENTS: Final = ("scan", "examples/mailbox", "--profile", "examples/profile.toml", "--jobs", "1", "--lang", "en")
_ISOLATES: Final = re.compile("[\u2066-\u2069]")
_SHOWN: Final = 3


def with_example(readme: str) -> str:
    """Return the README with the example made anew; to be called in the project's folder."""
    return between(readme, "example", f"```text\n{shortened(_demo())}\n```\n")


def shortened(printed: str) -> str:
    """Return the head of the table, its first messages, the first suspicious one, and the closing lines."""
    text = "\n".join(line.rstrip() for line in _ISOLATES.sub("", printed).splitlines())
    head, mark, rest = text.partition("─\n")
    table, counted, closing = rest.partition("messages judged.")
    table, _, number = table.rpartition("\n")
    blocks = table.split("\n\n")
    latin = [block for block in blocks if block.isascii() or not re.search("[\u0590-\u08ff]", block)]
    chosen = latin[: _SHOWN - 1] + [block for block in latin if block.startswith("Suspicious")][:1]
    return f"{head}{mark}" + "\n\n".join([*chosen, "…", f"{number}{counted}{closing}"]).rstrip()


def _demo() -> str:
    """Run the demo; its date, which would change with the day, is that of the newest message judged."""
    printed = _run(*ARGUMENTS)
    rows = _run(*ARGUMENTS, "--format", "jsonl", "--no-history").splitlines()
    newest = max(msgspec.json.decode(row)["time"] for row in rows)
    return re.sub(r"(?m)^As of [^.\n]*\.", f"As of {newest[:16].replace('T', ' ')} UTC.", printed)


def _run(*arguments: str) -> str:
    return CliRunner().invoke(main, arguments, prog_name="tocsin").stdout
