"""docs/reference/defects.md: codes of what is broken, and of what could not be read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import tocsin
from scripts.reference.defect_texts import DEFECTS, UNREAD
from scripts.reference.markdown import GENERATED, table

SOURCE = Path(tocsin.__file__).parent
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*-?")
_MAKERS = {
    "defect": (DEFECTS, 0), "_defect": (DEFECTS, 0), "Defect": (DEFECTS, 0), "note": (DEFECTS, 0),
    "Unread": (UNREAD, 1), "_unread": (UNREAD, 1), "Problem": (UNREAD, 0), "_Stop": (UNREAD, 0),
}  # fmt: skip


def page() -> str:
    """Return the page."""
    return "\n".join(
        [
            GENERATED,
            "# Defects\n",
            "A defect says that a message is malformed, ambiguous or over a limit. Two programs may read such a message",
            "differently, which is where attackers hide. It stands in `defects` of a row.\n",
            table(("code", "meaning"), [(f"`{code}`", text) for code, text in sorted(DEFECTS.items())]),
            "## What could not be read\n",
            "Whatever was given and not read is reported, so that silence always means that it was looked at. These codes",
            "stand in `problem` of a row without a verdict.\n",
            table(("code", "meaning"), [(f"`{code}`", text) for code, text in sorted(UNREAD.items())]),
        ]
    )


def codes_in_source(which: dict[str, str]) -> set[str]:
    """Return the codes of one table that the source can give; one that ends with a dash begins a family of codes."""
    found: set[str] = set()
    for file in sorted(SOURCE.rglob("*.py")):
        found |= set(_codes_of(ast.parse(file.read_text(encoding="utf-8")), which))
    return found


def _codes_of(tree: ast.AST, which: dict[str, str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            table_of, place = _MAKERS.get(name, ({}, 0))
            if table_of is which and len(node.args) > place:
                yield from _constants(node.args[place])
            if which is UNREAD:
                yield from (code for word in node.keywords if word.arg == "problem" for code in _constants(word.value))


def _constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)
    elif isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
        yield str(node.values[0].value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value):
        yield node.value
