"""Pieces of Markdown."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterable, Sequence

GENERATED = "<!-- Made by `make docs` from the code. Change the code, not this page. -->\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; pipes and line breaks in cells are escaped."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def between(text: str, mark: str, content: str) -> str:
    """Return a text with `content` between `<!-- mark -->` and `<!-- /mark -->`, where it has those marks."""
    pattern = rf"(<!-- {mark} -->\n).*?(<!-- /{mark} -->)"
    return re.sub(pattern, lambda match: f"{match[1]}{content}{match[2]}", text, flags=re.DOTALL)


def fields_of(struct: type) -> list[tuple[str, str, str, str]]:
    """Return (name, type, default as written, docstring below it) of the fields of a struct, in order."""
    tree = ast.parse(inspect.getsource(struct)).body[0]
    assert isinstance(tree, ast.ClassDef)
    found: list[tuple[str, str, str, str]] = []
    for node in tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            default = ast.unparse(node.value) if node.value else ""
            found.append((node.target.id, ast.unparse(node.annotation), default, ""))
        elif found and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            name, kind, default, _ = found[-1]
            found[-1] = (name, kind, default, " ".join(str(node.value.value).split()))
    return found


def members_of(enum: type) -> dict[str, str]:
    """Return the docstring below each member of an enum, by the member's name; empty where there is none."""
    tree = ast.parse(inspect.getsource(enum)).body[0]
    assert isinstance(tree, ast.ClassDef)
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = ""
        elif found and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found[list(found)[-1]] = " ".join(str(node.value.value).split())
    return found


def summary(thing: object) -> str:
    """Return the docstring of a class, function or module as one paragraph."""
    return " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())
