"""The parts of both READMEs that come from the program: its help and the table of figures."""

from __future__ import annotations

import re
from typing import Final

from scripts.reference import figures
from scripts.reference.cli import help_of

READMES: Final = {"README.md": "en", "README.ar.md": "ar"}


def fill(readme: str, language: str) -> str:
    """Return a README with what stands between its marks made anew."""
    readme = _between(readme, "figures", figures.headline_table(language))
    return _between(readme, "help", f"```text\n$ tocsin --help\n{help_of()}\n```\n")


def _between(text: str, mark: str, content: str) -> str:
    pattern = rf"(<!-- {mark} -->\n).*?(<!-- /{mark} -->)"
    return re.sub(pattern, lambda match: f"{match[1]}{content}{match[2]}", text, flags=re.DOTALL)
